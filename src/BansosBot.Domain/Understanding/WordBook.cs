using System.Collections.Immutable;
using System.Text;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Understanding;

/// <summary>The words of the field: which of them mean the same, in four languages, as people write them.</summary>
/// <remarks>Read from <c>Data/words.txt</c>, where its form is explained. A word that means something else in another
/// language ("can") stands with both, and the language of the phrase decides.</remarks>
public sealed class WordBook
{
    /// <summary>Words that mean nothing here: they are in the book so that no slip is mended towards a word of the field.</summary>
    public const string Ordinary = "biasa";

    /// <summary>A shorter word is a letter away from half the book.</summary>
    private const int MendedLengthMin = 5, MendedTwiceLengthMin = 9;

    private readonly Dictionary<string, int> concepts = [];
    private readonly List<string> names = [];
    private readonly Dictionary<string, List<Meaning>> words = [];
    private readonly Dictionary<string, List<Several>> several = [];
    private readonly Dictionary<string, List<string>> near = [];

    /// <param name="text">The lines of the book.</param>
    /// <param name="programmes">By which words programmes are called; each programme is a concept of its own, <c>@pkh</c>. Words of a programme that
    /// stands here a second time count only where the book has none.</param>
    /// <exception cref="FormatException">A line that is none; with its number.</exception>
    public WordBook(string text, IEnumerable<ProgrammeWords> programmes)
    {
        var all = new List<(Meaning Means, string Words)>();
        var concept = -1;
        foreach (var (line, number) in text.Split('\n').Select((l, i) => (Line: l.TrimEnd(), i + 1)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("  ", StringComparison.Ordinal))
            {
                // Several languages may share a line: "su: naon   jv: ape"
                if (concept < 0) throw new FormatException($"line {number}: words without a concept above them");
                foreach (var (language, said) in OtherLanguages(line, number)) all.AddRange(Forms(said).Select(w => (new Meaning(concept, language), w)));
                continue;
            }

            if (line.Split(':', 2) is not [var name, var own]) throw new FormatException($"line {number}: a colon is missing");
            concept = Add(name.Trim());
            all.AddRange(Forms(own).Select(w => (new Meaning(concept, Language.Indonesian), w)));
        }

        // A programme's name goes before a word that is written alike; what is added to it later does not.
        var known = new Dictionary<string, int>();
        foreach (var programme in programmes)
        {
            var isFirst = !known.TryGetValue(programme.Programme, out var its);
            if (isFirst) known[programme.Programme] = its = Add(programme.As ?? ProgrammeMark + programme.Programme);
            all.InsertRange(isFirst ? 0 : all.Count, programme.Words.Select(w => (new Meaning(its, Language.Indonesian, programme.Programme), w)));
        }

        ProgrammeConcepts = [.. Enumerable.Range(0, names.Count).Where(c => names[c].StartsWith(ProgrammeMark, StringComparison.Ordinal))];
        foreach (var (means, said) in all.Where(w => !w.Words.Contains(' ', StringComparison.Ordinal))) Put(said, means);
        foreach (var (means, said) in all.Where(w => w.Words.Contains(' ', StringComparison.Ordinal))) PutSeveral(said, means);
        foreach (var list in several.Values) list.Sort((a, b) => b.Elements.Length.CompareTo(a.Elements.Length));
        foreach (var word in words.Keys.Where(w => w.Length >= MendedLengthMin))
            foreach (var shorter in Shorter(word)) (near.TryGetValue(shorter, out var at) ? at : near[shorter] = []).Add(word);
    }

    internal const string ProgrammeMark = "@";

    /// <summary>So many concepts, numbered from 0.</summary>
    public int Count => names.Count;

    /// <summary>Those of the programmes.</summary>
    public ImmutableArray<int> ProgrammeConcepts { get; }

    public string NameOf(int concept) => names[concept];

    /// <returns>null: there is no such concept.</returns>
    public int? Find(string concept) => concepts.TryGetValue(concept, out var at) ? at : null;

    /// <param name="Programme">The programme that it names; null: none.</param>
    internal sealed record Meaning(int Concept, Language Language, string? Programme = null);

    /// <summary>Several words that mean one thing. Each element is a concept, or a word as it is.</summary>
    internal sealed record Several(ImmutableArray<string> Elements, Meaning Means);

    /// <summary>What a single word means: as it stands, without its endings, or with a slip mended. Empty: nothing known.</summary>
    internal IReadOnlyList<Meaning> Look(string word)
    {
        var key = Key(word);
        return words.GetValueOrDefault(key) ?? Stemmed(key, 2) ?? Mended(key) ?? [];
    }

    /// <summary>Names that a phrase of several words may begin with, longest phrase first.</summary>
    internal IReadOnlyList<Several> BeginningWith(string element) => several.GetValueOrDefault(element) ?? [];

    /// <summary>How an element that means this concept is written.</summary>
    internal string ElementOf(int concept) => "<" + names[concept];

    /// <summary>Each run of one letter becomes one letter: haloooo, halo; gak, gakk.</summary>
    internal static string Key(string word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var c in word)
            if (key.Length == 0 || key[^1] != c || char.IsAsciiDigit(c)) key.Append(c);
        return key.ToString();
    }

    private int Add(string name)
    {
        if (concepts.TryGetValue(name, out var at)) return at;
        names.Add(name);
        return concepts[name] = names.Count - 1;
    }

    private void Put(string word, Meaning meaning)
    {
        var list = words.TryGetValue(Key(word), out var at) ? at : words[Key(word)] = [];
        if (!list.Any(m => m.Concept == meaning.Concept && m.Language == meaning.Language)) list.Add(meaning);
    }

    private void PutSeveral(string said, Meaning means)
    {
        ImmutableArray<string> elements = [.. said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Element(w, means.Language))];
        (several.TryGetValue(elements[0], out var at) ? at : several[elements[0]] = []).Add(new(elements, means));
    }

    private string Element(string word, Language language)
    {
        if (!words.TryGetValue(Key(word), out var found)) return Key(word);
        var meant = found.FirstOrDefault(m => m.Language == language) ?? found.FirstOrDefault(m => m.Language == Language.Indonesian) ?? found[0];
        return IsLoose(meant.Concept) ? ElementOf(meant.Concept) : Key(word);
    }

    /// <summary>Question words and small words, those before <see cref="Ordinary"/> in the book, stand for each other within several
    /// words; the others only for themselves: "data saya" is also "data sy", "chat saya" is not "hubungi saya".</summary>
    private bool IsLoose(int concept) => concept < concepts[Ordinary];

    private static readonly string[] Endings =
        ["nya", "na", "ne", "e", "ku", "mu", "kah", "lah", "in", "kan", "keun", "aken", "ken", "an", "i", "pun"];

    private static readonly string[] EnglishEndings = ["s", "ed", "ing"];

    private static readonly string[] Beginnings =
        ["di", "d", "ng", "nge", "n", "ny", "m", "me", "mem", "men", "meng", "ke", "se", "per", "pem", "pen", "ter", "ka", "nga", "dipa"];

    private const int StemLengthMin = 4;

    private List<Meaning>? Stemmed(string key, int times)
    {
        if (times == 0 || key.Length <= StemLengthMin) return null;
        foreach (var ending in Endings)
        {
            if (key.Length - ending.Length < (ending == "nya" ? StemLengthMin - 1 : StemLengthMin) || !key.EndsWith(ending, StringComparison.Ordinal)) continue;
            if (words.TryGetValue(key[..^ending.Length], out var found) || (found = Stemmed(key[..^ending.Length], times - 1)) is not null) return found;
        }

        // One n of "syaratannya" went with the doubled letters.
        if (key.EndsWith("nya", StringComparison.Ordinal) && (words.TryGetValue(key[..^2], out var whole) || (whole = Stemmed(key[..^2], times - 1)) is not null)) return whole;
        foreach (var ending in EnglishEndings)
        {
            if (key.Length - ending.Length >= StemLengthMin - 1 && key.EndsWith(ending, StringComparison.Ordinal) && words.TryGetValue(key[..^ending.Length], out var found)
                && found.Where(m => m.Language == Language.English).ToList() is { Count: > 0 } english) return english;
        }

        foreach (var beginning in Beginnings)
        {
            if (key.Length - beginning.Length < StemLengthMin || !key.StartsWith(beginning, StringComparison.Ordinal)) continue;
            if (words.TryGetValue(key[beginning.Length..], out var found) || (found = Stemmed(key[beginning.Length..], times - 1)) is not null) return found;
        }

        return null;
    }

    /// <summary>The one word of the book that is a slip away and begins alike (pohon is no slip of mohon); null where there is none, or two that mean different things.</summary>
    private List<Meaning>? Mended(string key)
    {
        if (key.Length < MendedLengthMin || key.Any(char.IsAsciiDigit)) return null;
        string? best = null;
        var least = key.Length >= MendedTwiceLengthMin ? 2 : 1;
        foreach (var shorter in Shorter(key).Prepend(key))
        {
            IEnumerable<string> candidates = near.GetValueOrDefault(shorter) ?? [];
            if (words.ContainsKey(shorter) && shorter.Length >= MendedLengthMin - 1) candidates = candidates.Append(shorter);
            foreach (var word in candidates)
            {
                if (word[0] != key[0] || word == best || EditDistance.Within(least, word, key) is not { } slips) continue;
                if (best is not null && slips == least && !words[best].SequenceEqual(words[word])) return null;
                (best, least) = (word, slips);
            }
        }

        return best is null ? null : words[best];
    }

    private static IEnumerable<string> Shorter(string word)
    {
        for (var i = 0; i < word.Length; i++) yield return word.Remove(i, 1);
    }

    private static string[] Forms(string line) =>
        line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<(Language Language, string Words)> OtherLanguages(string line, int number)
    {
        var parts = line.Split(':');
        var mark = parts[0].Trim();
        for (var i = 1; i < parts.Length; i++)
        {
            var said = parts[i];
            string? next = null;
            if (i < parts.Length - 1)
            {
                var cut = said.TrimEnd().LastIndexOf(' ');
                (said, next) = (said[..cut], said[cut..].Trim());
            }

            yield return (mark switch
            {
                "su" => Language.Sundanese,
                "jv" => Language.JavaneseOfSerang,
                "en" => Language.English,
                _ => throw new FormatException($"line {number}: \"{mark}\" is no language; su, jv or en"),
            }, said);
            if (next is not null) mark = next;
        }
    }
}
