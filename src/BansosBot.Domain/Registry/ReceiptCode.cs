using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>What shows a whole case to who holds it, together with the child's birth date: <c>KX7P-9MQT-4HWE</c>.</summary>
/// <remarks>
/// Eleven characters of chance (55 bits) and one that checks them. No O/0 and no I/1, so that it can be read aloud. The check
/// is a weighed sum over the field of 32 elements: every changed character and every swap of two neighbours is noticed,
/// which a sum modulo 32 would not. Prints masked.
/// </remarks>
public sealed record ReceiptCode
{
    /// <summary>How many random bytes <see cref="Of"/> takes; the last of the 56 bits is not used.</summary>
    public const int RandomBytes = 7;

    private const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";      // 24 letters and 8 digits: 5 bits each

    // Longer, with blanks between, it is a sentence.
    private const int Length = 12, LengthOfAnything = 16, BitsEach = 5;

    private readonly string characters;

    private ReceiptCode(string characters) => this.characters = characters;

    /// <summary>The code of seven random bytes. They must come from a cryptographic source: the code is a key.</summary>
    public static ReceiptCode Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != RandomBytes) throw new ArgumentException("Seven bytes make a code.", nameof(random));
        ulong bits = 0;
        foreach (byte b in random) bits = (bits << 8) | b;
        var values = new int[Length];
        for (int i = 0; i < Length - 1; i++) values[i] = (int)((bits >> (BitsEach * i)) & 31);
        values[^1] = Check(values);
        return new ReceiptCode(string.Concat(values.Select(v => Alphabet[v])));
    }

    /// <summary>Reads a typed one: lower case, blanks, dashes, dots and a "kode" before it are forgiven.</summary>
    public static Outcome<ReceiptCode> Parse(string typed)
    {
        var plain = Typed.Plain(typed).ToUpperInvariant();
        foreach (var word in (string[])["KODENYA", "KODE", "TANDA", "TERIMA", "SAYA", "NOMOR"])
            if (plain.StartsWith(word, StringComparison.Ordinal) && plain.Length > word.Length && plain[word.Length] is ' ' or ':')
                plain = plain[(word.Length + 1)..].TrimStart(' ', ':');
        var code = string.Concat(plain.Where(c => c is not (' ' or '-' or '.' or '_')));

        if (code.Length > LengthOfAnything && typed.Contains(' ', StringComparison.Ordinal)) return new ReceiptCodeIsWords();
        if (code.Length != Length) return new ReceiptCodeWrongLength(code.Length, Length);
        if (code.FirstOrDefault(c => !Alphabet.Contains(c, StringComparison.Ordinal)) is var strange and not '\0')
            return new ReceiptCodeHasStrangeCharacter(strange.ToString());
        var values = code.Select(c => Alphabet.IndexOf(c, StringComparison.Ordinal)).ToArray();
        return Check(values) == values[^1] ? new ReceiptCode(code) : new ReceiptCodeMistyped();
    }

    /// <summary>In groups, for a receipt. Callers are few and listed in LayoutTests.</summary>
    public string Reveal() => $"{characters[..4]}-{characters[4..8]}-{characters[8..]}";

    public override string ToString() => $"{characters[..2]}**-****-****";

    /// <summary>The sum of each value times its own power of the generator, without the last character.</summary>
    private static int Check(int[] values)
    {
        int sum = 0, weight = 1;
        for (int i = 0; i < Length - 1; i++)
        {
            weight = Times(weight, 2);
            sum ^= Times(weight, values[i]);
        }
        return sum;
    }

    /// <summary>Product in GF(32), reduced by x^5 + x^2 + 1, whose x generates all 31 elements that are not zero.</summary>
    private static int Times(int a, int b)
    {
        int product = 0;
        for (; b > 0; b >>= 1)
        {
            if ((b & 1) == 1) product ^= a;
            a <<= 1;
            if (a > 31) a ^= 0b100101;
        }
        return product;
    }
}
