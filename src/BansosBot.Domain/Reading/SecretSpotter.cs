namespace BansosBot.Domain.Reading;

/// <summary>What nobody from an office ever asks for.</summary>
public enum Secret
{
    /// <summary>A code that came by SMS or chat.</summary>
    Otp,

    /// <summary>The PIN of a card or an account.</summary>
    Pin,

    /// <summary>A password.</summary>
    Password,

    /// <summary>The number on an ATM or credit card.</summary>
    CardNumber,
}

/// <summary>What the question before was for: sixteen digits are a NIK or a KK where one was asked.</summary>
public enum AskedFor
{
    Other,
    NikOrKk,
}

/// <summary>
/// Notices a secret in free text, so that it is not kept and the person is warned. Says which kind, never the value.
/// </summary>
/// <remarks>Only talking about secrets is none: "ada yang minta OTP" is a scam report. Which texts are and are not secrets
/// is listed in SecretSpotterTests.</remarks>
public static class SecretSpotter
{
    private static readonly HashSet<string> Otp = ["otp", "otpnya", "otpku", "kodeotp"];

    private static readonly HashSet<string> Code = ["kode", "kodenya", "code", "token"];

    private static readonly HashSet<string> Pin = ["pin", "pinnya", "pinku", "pine"];

    private static readonly HashSet<string> Password =
        ["password", "passwordnya", "pasword", "paswordnya", "passwd", "pwd", "sandi", "sandinya", "sandiku"];

    /// <summary>Words that may stand between "otp" and its digits.</summary>
    private static readonly HashSet<string> Between =
    [
        "saya", "sy", "aku", "ak", "gw", "nya", "ku", "adalah", "ini", "itu", "yaitu", "ialah", "yg", "yang", "kode", "nomor",
        "nomer", "no", "masuk", "tadi", "barusan", "dari", "bank", "bri", "bca", "bni", "mandiri", "btn", "bsi", "wa", "whatsapp",
        "sms", "telegram", "dana", "atm", "kartu", "kks", "rekening", "angka", "verifikasi", "rahasia", "otp", "pin", "anda",
        "bapak", "ibu", "akun", "is",
    ];

    /// <summary>The first kind found, or null.</summary>
    public static Secret? Spot(string text, AskedFor asked = AskedFor.Other)
    {
        var plain = Typed.Plain(text).ToLowerInvariant();
        if (asked == AskedFor.Other && CardNumber.IsIn(plain)) return Secret.CardNumber;
        var words = Typed.Words(plain);
        for (int at = 0; at < words.Length; at++)
        {
            bool otp = Otp.Contains(words[at]), pin = Pin.Contains(words[at]);
            if ((otp || pin) && (DigitsAfter(words, at, 4, 8) || SixDigitsBefore(words, at))) return otp ? Secret.Otp : Secret.Pin;
            if (Code.Contains(words[at]) && DigitsAfter(words, at, 6, 6)) return Secret.Otp;
        }
        return HasPassword(plain) ? Secret.Password : null;
    }

    /// <summary>"otp saya dari bank: 12 34 56". More digits than a code has are a phone, an account, a NIK.</summary>
    private static bool DigitsAfter(string[] words, int at, int least, int most)
    {
        int next = at + 1;
        while (next < words.Length && Between.Contains(words[next])) next++;
        if (next == words.Length || !IsDigits(words[next])) return false;
        int first = words[next].Length, all = 0;
        for (; next < words.Length && IsDigits(words[next]); next++) all += words[next].Length;
        return first == 6 || (all >= least && all <= most);
    }

    /// <summary>"889123 itu kode otp saya". Six only: four digits before are mostly a year.</summary>
    private static bool SixDigitsBefore(string[] words, int at)
    {
        int before = at - 1;
        while (before >= 0 && Between.Contains(words[before])) before--;
        return before >= 0 && IsDigits(words[before]) && words[before].Length == 6
            && (before == 0 || !IsDigits(words[before - 1]));              // YAPI-2025-000123
    }

    /// <summary>After the word: anything behind ":" or "=", otherwise only what looks made up (a digit or a sign in it).</summary>
    private static bool HasPassword(string plain)
    {
        var parts = plain.Replace(":", " : ", StringComparison.Ordinal).Replace("=", " = ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (int at = 0; at < parts.Length; at++)
        {
            if (!Password.Contains(parts[at].Trim('.', ',', '"', '\''))) continue;
            int next = at + 1;
            bool marked = false;
            for (; next < parts.Length && (Between.Contains(parts[next]) || parts[next] is ":" or "="); next++)
                marked |= parts[next] is ":" or "=";
            if (next == parts.Length) continue;
            var word = parts[next].TrimEnd('.', ',', '!', '?');
            if (word.Length >= 4 && (marked || word.Any(c => !char.IsLetter(c) && c is not ('-' or '\'' or '/')))) return true;
        }
        return false;
    }

    private static bool IsDigits(string word) => char.IsAsciiDigit(word[0]);
}
