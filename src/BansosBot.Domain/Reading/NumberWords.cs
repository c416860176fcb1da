namespace BansosBot.Domain.Reading;

/// <summary>Numbers in words: Indonesian up to the thousands that years and amounts need, English up to the tens that days need.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, int> Ones = new[]
    {
        ("nol", 0), ("satu", 1), ("dua", 2), ("tiga", 3), ("empat", 4), ("lima", 5), ("enam", 6), ("tujuh", 7),
        ("delapan", 8), ("sembilan", 9), ("sepuluh", 10), ("sebelas", 11),
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12),
        ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19),
    }.ToDictionary();

    private static readonly Dictionary<string, int> Tens = new[]
    {
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
    }.ToDictionary();

    /// <summary>Each run of number words becomes one word of digits; the rest stays: dua, belas, maret is 12, maret.</summary>
    /// <remarks><c>ribu</c> and <c>juta</c> after a number in digits are left for the amounts' reader.</remarks>
    public static List<string> ToDigits(IReadOnlyList<string> words)
    {
        var read = new List<string>();
        for (int at = 0; at < words.Count;)
        {
            var (value, used) = Run(words, at);
            read.Add(used == 0 ? words[at] : value.ToString("D", System.Globalization.CultureInfo.InvariantCulture));
            at += Math.Max(used, 1);
        }
        return read;
    }

    private static (long Value, int Used) Run(IReadOnlyList<string> words, int from)
    {
        long thousands = 0, hundreds = 0, part = 0;
        bool partOpen = true;                        // two units in a row ("dua tiga") are two numbers, not a sum
        int at = from;
        for (; at < words.Count; at++)
        {
            if (Ones.TryGetValue(words[at], out int ones) && partOpen && part % 10 == 0 && (part == 0 || ones is > 0 and < 10))
            {
                part += ones;
                partOpen = false;
            }
            else if (Tens.TryGetValue(words[at], out int tens) && partOpen && part == 0) part = tens;     // open still: "twenty one"
            else if (words[at] == "belas" && part is >= 2 and <= 9) part += 10;
            else if (words[at] == "puluh" && part is >= 2 and <= 9) (part, partOpen) = (part * 10, true);
            else if (words[at] == "ratus" && part is >= 2 and <= 9 && hundreds == 0)
                (hundreds, part, partOpen) = (part * 100, 0, true);
            else if (words[at] == "seratus" && part == 0 && partOpen && hundreds == 0)
                hundreds = 100;
            else if (words[at] == "ribu" && hundreds + part > 0 && thousands == 0)
                (thousands, hundreds, part, partOpen) = ((hundreds + part) * 1000, 0, 0, true);
            else if (words[at] == "seribu" && at == from) (thousands, partOpen) = (1000, true);
            else break;
        }
        return (thousands + hundreds + part, at - from);
    }
}
