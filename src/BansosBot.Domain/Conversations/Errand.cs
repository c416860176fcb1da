namespace BansosBot.Domain.Conversations;

/// <summary>Something people come for (urusan): how it opens, what it must know, how it ends. Features add errands; nothing else.</summary>
public abstract class Errand
{
    /// <summary>Opened by <c>go:name</c>, with an argument after a second colon.</summary>
    public abstract string Name { get; }

    /// <summary>The questions it asks; null where it answers at once.</summary>
    public virtual Flow? Flow => null;

    /// <summary>The programme that it applies for; null where it is none.</summary>
    public virtual Programmes.Programme? Programme => null;

    /// <summary>A channel that pulls shows nothing of it once it is over, and of what was said in it only the last reply before.</summary>
    public virtual bool IsSecret => false;

    /// <summary>What it must know to open.</summary>
    public virtual Needs NeedsToOpen(Conversation before) => Needs.Nothing;

    /// <summary>What it must know to open with this argument.</summary>
    public virtual Needs NeedsToOpen(Conversation before, string argument) => NeedsToOpen(before);

    /// <summary>What it must know when this message may complete it.</summary>
    public virtual Needs NeedsToFinish(Conversation before, Draft draft, Incoming message) => Needs.Nothing;

    /// <summary>Opens it. The scene has left whatever was there before.</summary>
    public abstract void Open(Scene scene, string argument);

    /// <summary>All questions are answered.</summary>
    public virtual void Finish(Scene scene, Draft draft)
    {
    }

    /// <summary>A choice of this errand's own that is no answer to a step (in the summary, in a list).</summary>
    /// <returns>False where it is not one of its own.</returns>
    public virtual bool Choose(Scene scene, string choice) => false;

    /// <summary>An answer was just taken; the errand may act on it.</summary>
    /// <returns>True where it went on by itself.</returns>
    public virtual bool Took(Scene scene, Stop stop, Answer answer) => false;

    /// <summary>What stands on its button in the menu; null where it has none.</summary>
    public virtual Say? MenuLabel(Conversation now) => null;

    /// <summary>A word before the first question.</summary>
    public virtual Say? Welcome => null;
}
