using BansosBot.Domain.Applications;

namespace BansosBot.Domain.Staff;

/// <summary>Why an officer may not do something to a case. It is told, and it is in the log.</summary>
public abstract record MayNot : Refusal
{
    private MayNot()
    {
    }

    public override Say Sentence => new($"Refusal.{GetType().Name}");

    /// <summary>They left, or were put out.</summary>
    public sealed record NotHere : MayNot;

    /// <summary>Of themselves or their family: somebody else sees to it.</summary>
    public sealed record OwnHousehold : MayNot;

    public sealed record NotTheirRole(Role Role) : MayNot
    {
        public override Say Sentence => new("Refusal.NotTheirRole", ("peran", new Say($"Role.{Role}")));
    }

    /// <param name="Kecamatan">Its name.</param>
    public sealed record NotTheirArea(string Kecamatan) : MayNot
    {
        public override Say Sentence => new("Refusal.NotTheirArea", ("kecamatan", Kecamatan));
    }

    /// <summary>Their area is a part of the city, and it is about all of it.</summary>
    public sealed record NotAllTheCity : MayNot;

    public sealed record NotAtThisStage(Stage Stage) : MayNot
    {
        public override Say Sentence => new("Refusal.NotAtThisStage", ("tahap", new Say($"Stage.{Stage}.Name")));
    }

    public sealed record AnotherHoldsIt : MayNot;

    /// <summary>It has to be taken first.</summary>
    public sealed record NobodyHoldsIt : MayNot;

    /// <summary>A message from their own chat: somebody else answers it.</summary>
    public sealed record OwnMessage : MayNot;

    /// <summary>A message has to be taken first.</summary>
    public sealed record MessageNotTaken : MayNot;

    /// <summary>They answer this message already.</summary>
    public sealed record MessageIsTheirs : MayNot;

    public sealed record MessageIsClosed : MayNot;

    /// <summary>A message that tells of money that was asked for is not for them; why is not said.</summary>
    public sealed record SealedMessage : MayNot;

    /// <summary>They verified it, or refused it: another person takes the next step.</summary>
    public sealed record DidTheStepBefore : MayNot;
}
