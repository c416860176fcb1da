using System.Globalization;

namespace BansosBot.Domain.Reading;

/// <summary>Day, month, year or age as they stand in a text, not yet judged.</summary>
/// <param name="Year">Its digits: how many there are tells what they mean.</param>
internal sealed record DateParts(int? Day, int? Month, string? Year, int? Age = null, bool MonthInWords = false)
{
    public override string ToString() => nameof(DateParts);

    private enum Role { None, Day, Month, Year }

    public const int YearMin = 1800;                // below, four digits are no year but a mistyped number

    private static readonly HashSet<string> Weekdays =
    [
        "hari", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad", "senen", "rebo", "kemis", "jumaat", "saptu",
        "day", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    private static readonly HashSet<string> Fillers =
    [
        "lahir", "lahirnya", "lhr", "ttl", "pada", "anak", "saya", "sy", "nya", "itu", "adalah", "ya", "pak", "bu", "pa", "kira",
        "sekitar", "kalau", "ga", "gak", "salah", "meninggal", "baru",
        "born", "on", "in", "the", "of", "is", "was", "it", "he", "she", "child", "about", "around", "date", "birth", "birthday", "st", "nd", "rd", "died",
    ];

    public static DateParts? In(List<string> words)
    {
        int? month = null, day = null;
        string? year = null;
        int monthAt = -1;
        bool age = false, yearWordLast = false;
        var role = Role.None;
        var free = new List<string>();
        foreach (var word in words)
        {
            yearWordLast = false;
            if (word is "tgl" or "tanggal" or "tg" or "tggl") role = Role.Day;
            else if (word is "bln" or "bulan" or "bl" or "month") role = Role.Month;
            else if (word is "thn" or "tahun" or "th" or "taun" or "year" or "years") (role, yearWordLast) = (Role.Year, true);
            else if (word is "umur" or "usia" or "umurnya" or "usianya" or "umure" or "age" or "aged" or "old") age = true;
            else if (char.IsAsciiDigit(word[0]))
            {
                if (word.Length > 8) return null;
                if (role == Role.Day && day is null && word.Length <= 2) day = Number(word);
                else if (role == Role.Month && month is null && word.Length <= 2) month = Number(word);
                else if (role == Role.Year && year is null) year = word;
                else free.Add(word);
                role = Role.None;
            }
            else if (month is null && MonthNames.Read(word) is { } named) (month, monthAt, role) = (named, free.Count, Role.None);
            else if (!Weekdays.Contains(word) && !Fillers.Contains(word)) return null;
        }
        if ((age || (yearWordLast && month is null && day is null)) && year is null && free is [{ Length: <= 3 } years])
            return new DateParts(null, null, null, Age: Number(years));
        if (monthAt >= 0) return WithNamedMonth(free, monthAt, month!.Value, day, year);
        if (day is not null || month is not null || year is not null) return WithRoles(free, day, month, year);
        return Figures(free);
    }

    private static DateParts? WithNamedMonth(List<string> free, int monthAt, int month, int? day, string? year) => free switch
    {
        [] => new DateParts(day, month, year, MonthInWords: true),
        [{ Length: 4 } y] when year is null => new DateParts(day, month, y, MonthInWords: true),
        [{ Length: <= 2 } d] when day is null => new DateParts(Number(d), month, year, MonthInWords: true),
        [{ Length: 2 } y] when year is null => new DateParts(day, month, y, MonthInWords: true),
        // 2014 Maret 12
        [{ Length: 4 } y, { Length: <= 2 } d] when monthAt > 0 && day is null && year is null =>
            new DateParts(Number(d), month, y, MonthInWords: true),
        [{ Length: <= 2 } d, var y] when day is null && year is null => new DateParts(Number(d), month, y, MonthInWords: true),
        _ => null,
    };

    /// <summary>"tgl 12 bln 3 th 2014", "12 bulan 3 2014": what has no word fills the gaps from left to right.</summary>
    private static DateParts? WithRoles(List<string> free, int? day, int? month, string? year)
    {
        if (day is not null && month is null && year is null && Figures([DayDigits(day.Value), .. free]) is { } all) return all;
        var rest = new Queue<string>(free);
        int known = rest.Count + (year is null ? 0 : 1) + (month is null ? 0 : 1);
        if (day is null && known >= 3 && rest.TryPeek(out var d) && d.Length <= 2) day = Number(rest.Dequeue());
        if (month is null && rest.TryPeek(out var m) && m.Length <= 2) month = Number(rest.Dequeue());
        if (year is null && rest.Count > 0) year = rest.Dequeue();
        return rest.Count == 0 ? new DateParts(day, month, year) : null;
    }

    private static string DayDigits(int day) => day.ToString("D2", CultureInfo.InvariantCulture);

    private static DateParts? Figures(List<string> figures) => figures switch
    {
        [{ Length: 8 } d] when Number(d[2..4]) > 12 && Number(d[..4]) >= YearMin && Number(d[4..6]) is >= 1 and <= 12 =>
            new DateParts(Number(d[6..]), Number(d[4..6]), d[..4]),                                  // 20140312
        [{ Length: 8 } d] => new DateParts(Number(d[..2]), Number(d[2..4]), d[4..]),
        [{ Length: 6 } d] when Number(d[2..4]) > 12 && Number(d[2..]) is >= 1900 and < 2100 && Number(d[..2]) is >= 1 and <= 12 =>
            new DateParts(null, Number(d[..2]), d[2..]),                                             // 032014
        [{ Length: 6 } d] => new DateParts(Number(d[..2]), Number(d[2..4]), d[4..]),
        [{ Length: 4 } y] => new DateParts(null, null, y),
        [{ Length: 4 } y, { Length: <= 2 } m, { Length: <= 2 } d] => new DateParts(Number(d), Number(m), y),
        [{ Length: 4 } y, { Length: <= 2 } m] => new DateParts(null, Number(m), y),
        [{ Length: <= 2 } d, { Length: <= 2 } m, var y] => new DateParts(Number(d), Number(m), y),
        [{ Length: <= 2 } m, { Length: 4 } y] => new DateParts(null, Number(m), y),
        [{ Length: <= 2 } d, { Length: <= 2 } m] => new DateParts(Number(d), Number(m), null),
        _ => null,
    };

    public static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
