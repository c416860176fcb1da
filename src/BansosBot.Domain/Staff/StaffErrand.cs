using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>Something that officers come to their desk for. To everybody else it is not there: its command is a word like any other.</summary>
/// <remarks>Who they are is looked up with every message, so that a leaver is out with the next one.</remarks>
public abstract class StaffErrand : Errand
{
    public sealed override Needs NeedsToOpen(Conversation before, string argument)
    {
        ArgumentNullException.ThrowIfNull(before);
        return NeedsAtDesk(before, argument) with { Officer = before.Officer };
    }

    public sealed override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message)
    {
        ArgumentNullException.ThrowIfNull(before);
        return NeedsToEnd(before, draft) with { Officer = before.Officer };
    }

    public sealed override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (Sits(scene) is { } officer) AtDesk(scene, officer, argument);
    }

    public sealed override void Finish(Scene scene, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(scene);
        scene.Forget(Flow!.Name);
        scene.Move(Move.Menu);
        if (Sits(scene) is { } officer) End(scene, officer, draft);
    }

    /// <summary>What it must know besides who the officer is.</summary>
    protected virtual Needs NeedsAtDesk(Conversation before, string argument) => Needs.Nothing;

    /// <summary>The same, where the last of its questions is answered.</summary>
    protected virtual Needs NeedsToEnd(Conversation before, Draft draft) => Needs.Nothing;

    protected abstract void AtDesk(Scene scene, Officer officer, string argument);

    /// <summary>All questions are answered.</summary>
    protected virtual void End(Scene scene, Officer officer, Draft draft)
    {
    }

    // From their own life one comes by a command or a button, too.
    private static Officer? Sits(Scene scene)
    {
        if (!Desk.Sits(scene))
        {
            Desk.Leave(scene);
            return null;
        }

        scene.Now = scene.Now with { AtDesk = true };
        return scene.ActsAs;
    }
}
