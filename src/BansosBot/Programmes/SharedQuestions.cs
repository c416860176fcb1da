using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Texts;

namespace BansosBot.Programmes;

/// <summary>Questions that several programmes ask (<c>questions.yaml</c>): the interview asks each of them once for all.</summary>
/// <param name="Texts">Under <see cref="KeyOf"/>.</param>
internal sealed record SharedQuestions(ImmutableArray<StepSheet> Steps, ImmutableArray<TextEntry> Texts)
{
    public const string FileName = "questions.yaml";

    public static readonly SharedQuestions None = new([], []);

    /// <summary>Key prefix of its texts.</summary>
    public static string KeyOf(string step) => $"Question.{step}";

    public StepSheet? Find(string name) => Steps.FirstOrDefault(s => s.Name.Value == name);

    /// <summary>Its texts under another prefix, but for those that are told otherwise there: in no language, where the Indonesian one is.</summary>
    public IEnumerable<TextEntry> TextsOf(string step, string under, ImmutableArray<TextEntry> otherwise) =>
        from text in Texts
        where text.Key.StartsWith(KeyOf(step) + ".", StringComparison.Ordinal)
        let key = under + text.Key[KeyOf(step).Length..]
        where !otherwise.Any(o => o.Key == key && (o.Language == Language.Indonesian || o.Language == text.Language))
        select text with { Key = key };
}
