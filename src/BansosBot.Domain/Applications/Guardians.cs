using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Applications;

/// <summary>Why somebody else cares for a child now: it is a change, and not an end. <c>domain.md</c> section 3, "Change of guardian".</summary>
public enum GuardianReason
{
    Died,
    Sick,
    Moved,
    Other,
}

/// <summary>Another guardian was recorded.</summary>
/// <param name="On">Since when.</param>
/// <param name="Was">Who cared for the child before; null: nobody had written it down.</param>
/// <param name="By">Id of the officer.</param>
public sealed record GuardianChange(GuardianReason Why, DateOnly On, PersonName? Was, string By, DateTimeOffset At);

/// <summary>Who cares for the child of a case.</summary>
internal static class Guardians
{
    /// <summary>The case with its new guardian. The chats of the old one see it no more, nor does their receipt open it; the new one joins by a code from the counter.</summary>
    /// <remarks>Who files for others is no guardian, and stays. The old guardian's NIK goes: it would stand beside the new one's name in the file for the ministry.</remarks>
    public static Application Changed(Application a, Doing.ChangeGuardian to, string by, DateTimeOffset at) => a with
    {
        Answers = a.Answers.Remove(FlowShape.GuardianNik)
            .SetItem(FlowShape.GuardianName, new Answer.Name(to.Name)).SetItem(FlowShape.Relation, new Answer.Chosen(to.Relation)).SetItem(FlowShape.Phone, new Answer.Phone(to.Phone)),
        Homes = [.. a.Homes.Where(h => a.FiledForOthers && h.IsFiler)],
        GuardianChanges = a.GuardianChanges.Add(new(to.Why, to.On, (a.Answers.GetValueOrDefault(FlowShape.GuardianName) as Answer.Name)?.Called, by, at)),
        ReceiptIsVoid = true,
        Handed = null,
    };

    internal static Needs NeedsToLeave(string caseId) => new() { Cases = [caseId] };

    /// <summary>A chat from which a case was taken forgets it: decided there, for an officer's act changes nothing in another chat.</summary>
    internal static void Leaves(Scene scene, string caseId)
    {
        if (scene.Known.NotOpened > 0 || scene.Known.Cases.Any(c => c.Homes.Any(h => h.Chat == scene.Now.Chat))) return;       // it joined again meanwhile
        scene.Now = scene.Now with { Cases = scene.Now.Cases.Remove(caseId) };
    }
}
