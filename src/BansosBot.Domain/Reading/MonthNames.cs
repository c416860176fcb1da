namespace BansosBot.Domain.Reading;

/// <summary>Months as people here write them: full, short, old spelling, English, and a slip of the finger away.</summary>
internal static class MonthNames
{
    private static readonly string[][] Spellings =
    [
        ["januari", "jan", "january"],
        ["februari", "pebruari", "feb", "peb", "february"],
        ["maret", "mar", "mrt", "march"],
        ["april", "apr"],
        ["mei", "may"],
        ["juni", "jun", "june"],
        ["juli", "jul", "july"],
        ["agustus", "agu", "ags", "agt", "agst", "agus", "august", "aug"],
        ["september", "sep", "sept"],
        ["oktober", "okt", "october", "oct"],
        ["november", "nopember", "nov", "nop"],
        ["desember", "des", "december", "dec"],
    ];

    private static readonly Dictionary<string, int> Exact =
        Spellings.SelectMany((names, i) => names.Select(name => (name, month: i + 1))).ToDictionary(p => p.name, p => p.month);

    /// <summary>Shorter words are too near each other ("jun", "jul", "mei") to be repaired.</summary>
    private const int RepairedLengthMin = 4;

    /// <summary>1 to 12, or null when it is no month or could be two ("junli").</summary>
    public static int? Read(string word)
    {
        if (Exact.TryGetValue(word, out int month)) return month;
        if (word.Length < RepairedLengthMin) return null;
        var near = Exact.Where(name => name.Key.Length >= RepairedLengthMin && EditDistance.Within(1, word, name.Key) is not null)
            .Select(name => name.Value).Distinct().ToArray();
        return near.Length == 1 ? near[0] : null;
    }

    /// <summary>The month's name in the language of the chat.</summary>
    public static Say Said(int month) => new($"Month.{month}");
}
