using System.Collections.Immutable;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>What proves whose case it is, found in free words: "tolong cek nik 3673... kk 3673...", and what is said besides.</summary>
/// <param name="Code">A receipt code as it was written, also one with a slip in it; null: none.</param>
/// <param name="Numbers">Long numbers, in order: NIK, KK, or as many digits as one of them nearly has.</param>
/// <param name="Rest">The other words. What somebody wants is read from these: letters of a code are no words.</param>
internal sealed record ProofsInWords(string? Code, ImmutableArray<ProofsInWords.LongNumber> Numbers, string Rest)
{
    /// <param name="Digits">With letters taken for the digits they look like.</param>
    /// <param name="IsKk">Said to be the number of a family card.</param>
    public readonly record struct LongNumber(string Digits, bool IsKk)
    {
        public override string ToString() => "LongNumber";
    }

    // A NIK that lost two digits, or got two; a telephone number begins with 0 or 62 and has at most 14 (E.164: 15).
    private const int DigitsMin = 12, DigitsMax = 18, DigitsOfPhoneMin = 9, DigitsOfPhoneMax = 14, DigitsOfAll = 14, Sixteen = 16;

    /// <summary>"Lahir 7 Juli 2016": with more, and no "lahir", it is a sentence about something else, as of a hand-out.</summary>
    private const int WordsOfADate = 4;

    /// <summary>There is something to look up by.</summary>
    public bool IsAny => Code is not null || !Numbers.IsEmpty;

    public override string ToString() => nameof(ProofsInWords);

    public static ProofsInWords In(string typed)
    {
        var words = Typed.Plain(typed).Replace(':', ' ').Replace('=', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var used = new bool[words.Length];
        var code = TakeCode(words, used);
        var numbers = TakeNumbers(words, used);
        return new(code, numbers, string.Join(' ', words.Where((_, at) => !used[at])));
    }

    /// <summary>Whether somebody who looks at the page would learn a proof from this text.</summary>
    /// <param name="today">The day of the turn in Serang.</param>
    public static bool Shows(string typed, DateOnly today) => ShowsCodeOrNumber(typed) || ShowsBirth(typed, today);

    /// <summary>The same where a date is what is asked for.</summary>
    public static bool ShowsCodeOrNumber(string typed)
    {
        if (In(typed).IsAny) return true;
        var words = Typed.Words(Typed.Plain(typed));
        return (words.Where(w => w.All(char.IsAsciiDigit) && !IsPhone(w)).Sum(w => w.Length) >= DigitsOfAll)
            || (words.Any(IsKkWord) && words.Any(w => w.Length == KkLastSix.Length && w.All(char.IsAsciiDigit)));
    }

    private static bool ShowsBirth(string typed, DateOnly today)
    {
        var words = Typed.Words(Typed.Plain(typed));
        if (!typed.Any(char.IsAsciiDigit)) return false;
        var from = Array.FindIndex(words, w => w.StartsWith("lahir", StringComparison.OrdinalIgnoreCase) || w.Equals("born", StringComparison.OrdinalIgnoreCase));
        return (from >= 0 && IsDate(string.Join(' ', words[(from + 1)..].SkipWhile(w => w is "tanggal" or "tgl" or "pada" or "on").Take(3)), today))
            || (words.Length <= WordsOfADate && IsDate(typed, today));
    }

    private static bool IsDate(string typed, DateOnly today) => DateReader.Read(typed, today, YearRule.Child) is DateReading.Read or DateReading.Ask;

    // One that is right first: "saya KX7P 9MQT" is as long as one with a slip.
    private static string? TakeCode(string[] words, bool[] used) => TakeCode(words, used, mayHaveSlip: false) ?? TakeCode(words, used, mayHaveSlip: true);

    private static string? TakeCode(string[] words, bool[] used, bool mayHaveSlip)
    {
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var count in (ReadOnlySpan<int>)[1, 3])
            {
                if (at + count > words.Length) continue;
                var parts = words[at..(at + count)].Select(w => w.Trim('.', ',', '?', '!', '(', ')', '"', '*')).ToArray();
                if (count == 3 && parts.Any(p => p.Length != 4)) continue;
                var one = string.Join('-', parts);
                if (!IsCode(one, isSpokenOf: at > 0 && IsCodeWord(words[at - 1]), mayHaveSlip)) continue;
                used.AsSpan(at, count).Fill(true);
                return one;
            }
        }

        return null;
    }

    // Twelve letters are a word of the language more often than a code, and one such word in thirty-two passes by its last letter.
    private static bool IsCode(string word, bool isSpokenOf, bool mayHaveSlip)
    {
        var bare = string.Concat(word.Where(c => c is not ('-' or '.' or '_')));
        var isLikely = bare.Any(char.IsAsciiDigit) ? bare.Any(char.IsAsciiLetter) : !mayHaveSlip && (isSpokenOf || bare.All(c => !char.IsLower(c)));
        return isLikely && ReceiptCode.Parse(bare) switch
        {
            Outcome<ReceiptCode>.Ok => true,
            Outcome<ReceiptCode>.No(ReceiptCodeMistyped) => mayHaveSlip,
            _ => false,
        };
    }

    private static ImmutableArray<LongNumber> TakeNumbers(string[] words, bool[] used)
    {
        var found = ImmutableArray.CreateBuilder<LongNumber>();
        for (var at = 0; at < words.Length; at++)
        {
            if (used[at] || DigitsOf(words[at]) is not { } digits) continue;
            var until = at + 1;
            // "3673 0107 0716 0001"; a whole one ends it, for the end of a KK number may follow.
            while (digits.Length < Sixteen && until < words.Length && !used[until] && DigitsOf(words[until]) is { } more && digits.Length + more.Length <= DigitsMax)
            {
                digits += more;
                until++;
            }

            if (digits.Length is >= DigitsMin and <= DigitsMax && !IsPhone(digits))
            {
                for (var i = at; i < until; i++) used[i] = true;
                found.Add(new(digits, IsCalledKk(words, at)));
            }

            at = until - 1;
        }

        return found.ToImmutable();
    }

    // Whole where it is one number; null: a word.
    private static string? DigitsOf(string word)
    {
        var bare = string.Concat(word.Where(c => c is not ('.' or '-' or '\'' or '/' or ',' or '_' or '?' or '!' or '(' or ')')));
        return bare.Count(char.IsAsciiDigit) * 2 > bare.Length && bare.All(c => char.IsAsciiDigit(c) || SixteenDigits.DigitLike(c) is not null)
            ? string.Concat(bare.Select(c => SixteenDigits.DigitLike(c) ?? c))
            : null;
    }

    private static bool IsPhone(string digits) => digits.Length is >= DigitsOfPhoneMin and <= DigitsOfPhoneMax && (digits[0] == '0' || digits.StartsWith("62", StringComparison.Ordinal));

    // "No. KK saya 3673...", "kartu keluarga 3673...".
    private static bool IsCalledKk(string[] words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 3; i--)
        {
            if (IsKkWord(words[i].ToLowerInvariant()) || (i > 0 && words[i].Equals("keluarga", StringComparison.OrdinalIgnoreCase) && words[i - 1].Equals("kartu", StringComparison.OrdinalIgnoreCase))) return true;
            if (words[i].StartsWith("nik", StringComparison.OrdinalIgnoreCase) || DigitsOf(words[i]) is not null) return false;
        }

        return false;
    }

    private static bool IsKkWord(string word) => word is "kk" or "kknya" or "nokk" or "no.kk";

    private static bool IsCodeWord(string word) => word.StartsWith("kode", StringComparison.OrdinalIgnoreCase) || word.StartsWith("code", StringComparison.OrdinalIgnoreCase) || word.Equals("terima", StringComparison.OrdinalIgnoreCase) || word.Equals("saya", StringComparison.OrdinalIgnoreCase);
}
