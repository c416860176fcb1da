using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>What people are called in a question, so that it says who is meant: the placeholders that a programme's texts may name
/// (<see cref="Step.Names"/>).</summary>
/// <remarks>Each has words also where no name was given yet, so that a text that names it can always be said.</remarks>
public static class Called
{
    /// <summary><c>{anak}</c>, in what is asked for each child: the child's name; before it is known "anak", of a further one "anak ke-2".</summary>
    public const string Child = "anak";

    /// <summary><c>{wali}</c>, in the form: "Bapak/Ibu" to who applies for a child in their own care; to who helps another family the
    /// guardian's name, before it is known "wali". Who helps would else give their own telephone number.</summary>
    public const string Guardian = "wali";

    /// <summary>One of the step's texts (<c>Ask</c>, <c>Again</c>, <c>Help</c>), with those that are meant at this stop.</summary>
    public static Say Says(Stop stop, string text, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ImmutableArray<Slot> people = [.. stop.Step.Names.Where(n => n.In == text).Select(n => n.Who switch
        {
            Child => new Slot(Child, ChildAt(stop, draft)),
            Guardian => new Slot(Guardian, GuardianOf(draft)),
            _ => throw new InvalidOperationException($"A placeholder that nobody fills: {n.Who}."),
        })];
        return new($"{stop.Step.TextKey}.{text}", people);
    }

    /// <summary>The child's own name in the question for it would read as if it were known already.</summary>
    private static SayValue ChildAt(Stop stop, Draft draft) =>
        stop.Step.Name != FlowShape.ChildName && draft.Of(stop.Child).Of(FlowShape.ChildName) is Answer.Name(var name) ? new SayValue.Words(name.RevealAsCalled())
        : new SayValue.Text(stop.Child > 1 ? new("Called.FurtherChild", ("ke", new SayValue.Ordinal(stop.Child))) : new("Called.Child"));

    private static SayValue GuardianOf(Draft draft) =>
        !FlowShape.IsForOthers(draft) ? new SayValue.Text(new("Called.You"))
        : draft.Answers.GetValueOrDefault(FlowShape.GuardianName) is Answer.Name(var name) ? new SayValue.Words(name.RevealAsCalled())
        : new SayValue.Text(new("Called.Guardian"));
}
