using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Texts;

namespace BansosBot.Programmes;

/// <summary>Which people the texts of a step may name, and which they do: <see cref="Called"/>.</summary>
internal static class PeopleIn
{
    // What the conversation says itself; a name or a label stands in places where nobody is meant in particular.
    private static readonly ImmutableArray<string> Texts = ["Ask", "Again", "Help"];

    /// <summary>Placeholders that the text of this key may name.</summary>
    public static ImmutableArray<string> Of(Sheet sheet, string key) =>
        sheet.Criteria.Concat(sheet.Form).FirstOrDefault(s => Texts.Any(t => KeyOf(sheet, s, t) == key)) is { } step ? Of(step) : [];

    /// <summary>Those that the step's texts do name, in any language.</summary>
    public static ImmutableArray<Naming> NamedBy(Sheet sheet, StepSheet step) =>
    [
        .. from text in Texts
           from who in Of(step)
           where sheet.Texts.Any(t => t.Key == KeyOf(sheet, step, text) && Template.Parse(t.Text, new List<string>()).Names.Contains(who))
           select new Naming(text, who),
    ];

    private static ImmutableArray<string> Of(StepSheet step) =>
        [.. step.PerChild ? [Called.Child] : (ReadOnlySpan<string>)[], .. step.Part == SheetPart.Form ? [Called.Guardian] : (ReadOnlySpan<string>)[]];

    private static string KeyOf(Sheet sheet, StepSheet step, string text) => $"{ProgrammeTexts.OfStep(sheet.Name.Value, step.Name.Value)}.{text}";
}
