using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BansosBot.Domain.Understanding;

namespace BansosBot.Commands.Understand;

/// <summary>What became of a phrase of a list.</summary>
internal enum ReadAs
{
    /// <summary>Acted on at once, and it was meant.</summary>
    Right,

    /// <summary>Acted on at once, and something else was meant.</summary>
    Wrong,

    /// <summary>Not acted on: two or three buttons, or the menu.</summary>
    Asked,
}

/// <summary>A phrase of a list with what was understood.</summary>
internal sealed record ReadPhrase(LabelledPhrase Phrase, Understood Understood)
{
    /// <summary>Null: acted on, and nobody says what was meant.</summary>
    public ReadAs? As =>
        Understood.Meaning is Meaning.Unsure or Meaning.Nothing ? ReadAs.Asked
        : Phrase.Intent is not { } meant ? null
        : meant == Understood.Best ? ReadAs.Right
        : ReadAs.Wrong;
}

/// <summary>A list that was read, for people and for scripts.</summary>
internal sealed class ReadList(IReadOnlyList<ReadPhrase> items)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };      // a file, not a page: 🙏 stays itself

    public static ReadList Of(PhraseBook book, IEnumerable<LabelledPhrase> phrases) => new([.. phrases.Select(p => new ReadPhrase(p, book.Read(p.Text)))]);

    /// <summary>A fraction, 0 to 1, of all, or of a language.</summary>
    public double Share(ReadAs outcome, string? language = null) =>
        items.Count(i => language is null || i.Phrase.Language == language) is var all and > 0
            ? (double)items.Count(i => i.As == outcome && (language is null || i.Phrase.Language == language)) / all
            : 0;

    private bool IsLabelled => items.Any(i => i.Phrase.Intent is not null);

    /// <summary>The form that scripts read: design.md, "JSON that scripts read". Without labels only the items.</summary>
    public string ToJson()
    {
        var rows = items.Select(i => new { text = i.Phrase.Text, intent = i.Understood.Best.Label(), certainty = Math.Round(i.Understood.Certainty, 3), outcome = Name(i.As) });
        return IsLabelled
            ? JsonSerializer.Serialize(new { count = items.Count, right = Math.Round(Share(ReadAs.Right), 4), wrong = Math.Round(Share(ReadAs.Wrong), 4), asked = Math.Round(Share(ReadAs.Asked), 4), items = rows }, Json)
            : JsonSerializer.Serialize(new { count = items.Count, items = rows }, Json);
    }

    /// <summary>Lines for people: the figures, per language, and what is taken for what. Without labels a line for each phrase.</summary>
    /// <param name="isPhraseShown">Also the phrases that were taken wrongly or asked about.</param>
    public IEnumerable<string> Lines(bool isPhraseShown)
    {
        if (!IsLabelled) return items.Select(i => Row($"{i.Understood.Best.Label(),-17} {i.Understood.Certainty:F2}  {Name(i.As) ?? "",-6} {i.Phrase.Text}"));
        return Figures().Concat(Confusions()).Concat(isPhraseShown ? Phrases() : []);
    }

    private IEnumerable<string> Figures()
    {
        yield return "language    phrases   right   wrong   asked";
        foreach (var language in items.Select(i => i.Phrase.Language).Where(l => l.Length > 0).Distinct().Order(StringComparer.Ordinal)) yield return Figure(language, language);
        yield return Figure("all", null);
    }

    private string Figure(string name, string? language) => Row(
        $"{name,-10} {items.Count(i => language is null || i.Phrase.Language == language),8} {100 * Share(ReadAs.Right, language),6:F1}% {100 * Share(ReadAs.Wrong, language),6:F1}% {100 * Share(ReadAs.Asked, language),6:F1}%");

    private IEnumerable<string> Confusions()
    {
        var wrong = items.Where(i => i.As == ReadAs.Wrong).GroupBy(i => (Meant: i.Phrase.Intent!.Value, Taken: i.Understood.Best)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToList();
        if (wrong.Count == 0) yield break;
        yield return "";
        yield return "meant, and taken for without asking";
        foreach (var group in wrong) yield return Row($"{group.Count(),4}  {group.Key.Meant.Label()} -> {group.Key.Taken.Label()}");
    }

    private IEnumerable<string> Phrases()
    {
        yield return "";
        foreach (var item in items.Where(i => i.As != ReadAs.Right).OrderBy(i => i.As).ThenBy(i => i.Phrase.Intent))
            yield return Row($"{Name(item.As)}  {item.Phrase.Intent?.Label()} -> {item.Understood.Best.Label()} {item.Understood.Certainty:F2}  {item.Phrase.Text}");
    }

    private static string? Name(ReadAs? outcome) => outcome?.ToString().ToLowerInvariant();

    private static string Row(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);
}
