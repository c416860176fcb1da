using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>A name folded for comparing: capitals, no titles, spellings of one sound made one. Equal keys are a hint that a
/// person looks at, never a decision.</summary>
/// <remarks>Folded too far rather than too little: a hint costs a glance, a missed double costs a child its turn.</remarks>
public sealed record NameKey
{
    /// <summary>Before a name: religious, academic, noble (Banten: Tubagus, Ratu, Entol).</summary>
    private static readonly HashSet<string> Before =
    [
        "H", "HJ", "KH", "DRS", "DRA", "IR", "DR", "PROF", "UST", "USTD", "USTAD", "USTADZ", "USTADZAH", "TB", "TUBAGUS", "RT",
        "RATU", "E", "ENTOL", "BPK", "BAPAK", "IBU", "BP", "SDR", "SDRI", "NY", "TN",
    ];

    private static readonly HashSet<string> Deceased = ["ALM", "ALMH", "ALMARHUM", "ALMARHUMAH"];

    /// <summary>Degrees after a name; taken for one only behind a comma, with a dot inside (S.T.), or as a dotted last word:
    /// "Siti Ma" keeps her Ma, "St. Aminah" her Siti.</summary>
    private static readonly HashSet<string> After =
    [
        "SPD", "SPDI", "SH", "SHI", "MSI", "SE", "SEI", "ST", "SKOM", "SSOS", "SAG", "SIP", "SKM", "SKEP", "NS", "SPT", "SP",
        "SI", "STP", "SSI", "SSY", "MM", "MPD", "MPDI", "MH", "MAG", "MA", "MKOM", "AMD", "AMDKEB", "AMK", "LC", "MT", "MSC",
        "BA", "SST", "SFARM", "APT", "SPSI", "SIKOM", "SHUM", "MSOS", "MAP",
    ];

    private static readonly Dictionary<string, string> Known = new[]
    {
        ("MUH", "MUHAMAD"), ("MOH", "MUHAMAD"), ("MOCH", "MUHAMAD"), ("MUCH", "MUHAMAD"), ("MHD", "MUHAMAD"),
        ("MD", "MUHAMAD"), ("M", "MUHAMAD"), ("MUHAMMAD", "MUHAMAD"), ("MOHAMMAD", "MUHAMAD"), ("MOHAMAD", "MUHAMAD"),
        ("MOCHAMAD", "MUHAMAD"), ("MOCHAMMAD", "MUHAMAD"), ("MUCHAMAD", "MUHAMAD"), ("MUCHAMMAD", "MUHAMAD"),
        ("MUHAMED", "MUHAMAD"), ("MOHAMED", "MUHAMAD"), ("MUHAMMED", "MUHAMAD"), ("MOHAMMED", "MUHAMAD"),
        ("ABD", "ABDUL"), ("ABDL", "ABDUL"), ("ST", "SITI"), ("STI", "SITI"),
    }.ToDictionary();

    /// <summary>MAKMUN, NIKMAH: a K that stands for the apostrophe of MA'MUN, NI'MAH. Not at the start (AKMAL).</summary>
    private static readonly Regex SpokenStop = new(
        "(?<before>[B-DF-HJ-NP-TV-Z][AIU])K(?<after>[MN])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private NameKey(string value) => Value = value;

    /// <summary>Words in the order of the name, with a space between. Personal: goes into a keyed hash, nowhere else.</summary>
    public string Value { get; }

    /// <summary>The first letter only.</summary>
    public override string ToString() => Value.Length == 0 ? "***" : $"{Value[0]}***";

    /// <summary>The key of a name as it stands in an answer or a list.</summary>
    public static NameKey Of(string name)
    {
        var words = WithoutTitles(Words(Capitals(name)));
        int child = words.FindIndex(w => w is "BIN" or "BINTI" or "BT" or "BTI");
        if (child > 0) words = words[..child];
        return new NameKey(string.Join(' ', words.Select(Folded)));
    }

    /// <summary>"Mungkin sama": equal keys, a slip or two apart, or all words of one among those of the other.</summary>
    /// <remarks>At most 2 slips and at most one in four letters: two slips make ADI of ANI's whole neighbourhood.</remarks>
    public bool MaybeSame(NameKey other)
    {
        if (Value == other.Value) return true;
        string[] mine = Value.Split(' '), theirs = other.Value.Split(' ');
        if (mine.All(theirs.Contains) || theirs.All(mine.Contains)) return true;
        int shorter = Math.Min(Value.Length, other.Value.Length);
        return EditDistance.Within(Math.Min(2, shorter / 4), Value, other.Value) is not null;
    }

    private static string Capitals(string name)
    {
        var capitals = new StringBuilder();
        foreach (var c in Typed.Plain(name).Normalize(NormalizationForm.FormD).ToUpperInvariant())
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c != '\'') capitals.Append(c);
        return capitals.ToString();
    }

    /// <param name="Behind">A degree.</param>
    private readonly record struct Word(string Letters, bool Behind);

    private static List<Word> Words(string capitals)
    {
        var words = new List<Word>();
        bool comma = false;
        var parts = capitals.Replace(",", " , ", StringComparison.Ordinal)
            .Split([' ', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
        {
            if (part == ",")
            {
                comma = true;
                continue;
            }
            var letters = string.Concat(part.Where(char.IsLetter));
            bool dotted = part.TrimEnd('.').Contains('.', StringComparison.Ordinal) || (part.EndsWith('.') && part == parts[^1]);
            if (letters.Length == 0) continue;
            if (words.Count > 0 && (dotted || comma) && After.Contains(letters)) words.Add(new Word(letters, Behind: true));
            else                                                             // "H.AHMAD", "M.MAMUN": a dot without a blank
                words.AddRange(part.Split('.').Select(p => string.Concat(p.Where(char.IsLetter))).Where(p => p.Length > 0)
                    .Select(p => new Word(p, Behind: comma && After.Contains(p))));
        }
        return words;
    }

    /// <summary>A name that is nothing but titles ("Ratu") keeps them.</summary>
    private static List<string> WithoutTitles(List<Word> words)
    {
        var name = words.Where(w => !w.Behind && !Deceased.Contains(w.Letters)).Select(w => w.Letters).ToList();
        int first = 0;
        while (first < name.Count - 1 && Before.Contains(name[first])) first++;
        var kept = name[first..];
        return kept.Count > 0 ? kept : [.. words.Select(w => w.Letters)];
    }

    private static string Folded(string word)
    {
        if (Known.TryGetValue(word, out var known)) return known;
        var folded = word
            .Replace("OE", "U", StringComparison.Ordinal).Replace("DJ", "J", StringComparison.Ordinal)
            .Replace("TJ", "C", StringComparison.Ordinal).Replace("KH", "H", StringComparison.Ordinal);
        folded = SpokenStop.Replace(folded, "${before}${after}");
        if (folded.EndsWith('Y')) folded = folded[..^1] + "I";
        var single = new StringBuilder();
        foreach (var c in folded)
            if (single.Length == 0 || single[^1] != c) single.Append(c);
        return single.ToString();
    }
}
