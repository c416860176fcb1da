using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations;

/// <summary>Which line of a summary a person names: by its number, or by words of its name and of its child's.</summary>
internal static class LineNamed
{
    // A slip in a shorter word makes another one of it: "NIK" and "nih", "foto" and "kota".
    private const int RepairedLengthMin = 4;

    // Said around a name, or of many lines; none of them tells which one is meant.
    private static readonly ImmutableHashSet<string> Around =
    [
        "yang", "yg", "yng", "sudah", "udah", "sdh", "dan", "atau", "untuk", "di", "ke", "dari", "itu", "ini", "nya", "saya", "sy", "mau", "minta", "tolong", "bisa", "dong", "pak", "bu", "kak",
        "ganti", "gantikan", "ubah", "rubah", "ngubah", "perbaiki", "betulkan", "benerin", "benarkan", "salah", "keliru", "kurang", "betul", "benar", "baris", "bagian", "jawaban", "no", "ada", "masih",
        "the", "of", "my", "is", "and", "or", "for", "to", "in", "it", "i", "want", "please", "wrong", "change", "correct", "fix", "edit", "line", "number", "not", "right",
    ];

    // How people write words that stand in many names.
    private static readonly ImmutableDictionary<string, string> Short = new (string Word, string Said)[]
    {
        ("tanggal", "tgl|tggl"), ("nomor", "nmr"), ("hp", "hape|telepon|telpon|telp|tlp|wa"), ("foto", "poto|photo"), ("akta", "akte"),
    }.SelectMany(w => w.Said.Split('|').Select(said => (said, w.Word))).ToImmutableDictionary(p => p.said, p => p.Word);

    /// <summary>The lines that the words fit, in order; none where they name no line.</summary>
    public static ImmutableArray<Stop> In(ImmutableArray<Stop> lines, Draft draft, string said)
    {
        var words = Told(said);
        if (Number(words) is { } number) return number >= 1 && number <= lines.Length ? [lines[number - 1]] : [];
        if (words.IsEmpty) return [];
        ImmutableArray<Stop> Fitting(Func<ImmutableArray<string>, bool> fits) => [.. lines.Where(l => NamesOf(l, draft).Any(fits))];
        return Fitting(name => name.AsSpan().SequenceEqual(words.AsSpan())) is { IsEmpty: false } whole ? whole
            : Fitting(name => words.All(name.Contains)) is { IsEmpty: false } exact ? exact
            : Fitting(name => words.All(w => name.Any(n => IsSlipOf(n, w))));
    }

    private static int? Number(ImmutableArray<string> words) =>
        words is [.., var last] && (words.Length == 1 || (words.Length == 2 && IsSlipOf("nomor", words[0]))) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    // Of a child among several, its number and its own name are part of the line's.
    private static IEnumerable<ImmutableArray<string>> NamesOf(Stop line, Draft draft)
    {
        foreach (var spoken in line.Step.Spoken)
        {
            var name = Told(spoken);
            yield return name;
            if (line.Child == 0 || draft.Children == 1) continue;
            var number = line.Child.ToString(CultureInfo.InvariantCulture);
            yield return [.. name, number];
            yield return [.. name, "anak", number, .. draft.Of(line.Child).Of(FlowShape.ChildName) is Answer.Name(var called) ? Told(called.RevealAsCalled()) : []];
        }
    }

    private static ImmutableArray<string> Told(string said) =>
        [.. Everywhere.Plain(said).Split(' ').Select(w => w.Length > RepairedLengthMin + 2 && w.EndsWith("nya", StringComparison.Ordinal) ? w[..^3] : w)
            .Where(w => w.Length > 0 && !Around.Contains(w)).Select(w => Short.GetValueOrDefault(w, w))];

    private static bool IsSlipOf(string word, string typed) =>
        word == typed || (word.Length >= RepairedLengthMin && typed.Length >= RepairedLengthMin - 1 && EditDistance.Within(1, word, typed) is not null);
}
