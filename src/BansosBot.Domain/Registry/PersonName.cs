using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BansosBot.Domain.Registry;

/// <summary>A person's name, kept and shown as typed, never corrected. Prints as <c>A***</c>.</summary>
/// <remarks>One word is a name: many older people have no other. Compared by <see cref="Key"/> only.
/// Source: Permendagri 73/2022; names registered before it stay valid.</remarks>
public sealed record PersonName
{
    /// <summary>60 is the law's limit since 2022; older papers have longer ones.</summary>
    private const int LengthMax = 100;

    // What is left of a line of an old phone beside the question's own words.
    private const int CalledLengthMax = 30;

    private readonly string asTyped;

    private PersonName(string asTyped) => this.asTyped = asTyped;

    private static readonly Regex Deceased = new(
        @"\((?:alm|almh|almarhum|almarhumah)\.?\)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly HashSet<string> NoName =
    [
        "tidaktahu", "tidaktau", "tdktahu", "tdktau", "gatau", "gaktau", "gktau", "gktahu", "nggaktau", "lupa",
        "kurangtahu", "kurangtau", "belumtahu", "belumtau", "tidakada", "gaada", "gakada", "belumada",
        "dontknow", "idontknow", "idonotknow", "iforgot", "forgot", "notsure", "noname", "unknown",
    ];

    // "Nama saya Sukinah", "my name is Sukinah": how people begin when a name is asked. What follows is the name, as typed.
    private static readonly Regex Lead = new(
        @"^(?:(?:nama|nm|namanya)(?: lengkap)?(?: (?:saya|sy|wali|walinya|anak|anaknya|cucu|cucunya|dia|ibu saya|bapak saya))?(?: (?:adalah|itu|yaitu))?|saya|(?:my|his|her|the|child's|full) (?:full )?name(?: is)?|i am) *[,.-]? +",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    // What the summary calls the line, typed once more where the name itself was asked for.
    private static readonly HashSet<string> LineNames = ["nama", "nama wali", "nama anak", "nama cucu", "nama saya", "nama lengkap", "nama salah", "nama wali salah", "nama anak salah", "namanya salah"];

    // Words of talk that stand in nobody's name. "Mau", "Yang", "Salah" and "Sy." (Syarifah) do.
    private static readonly HashSet<string> Talk =
    [
        "nama", "namanya", "saya", "tidak", "tdk", "gak", "nggak", "enggak", "bukan", "belum", "blm", "bagaimana", "gimana", "kenapa", "lanjut",
        "name", "what", "why", "how", "don't", "please",
    ];

    /// <summary>Letters of any script, spaces, <c>' . , -</c>, and "(Alm)". Digits are refused. Runs of blanks become one.</summary>
    public static Outcome<PersonName> Parse(string typed)
    {
        var tidy = Tidy(typed);
        if (LineNames.Contains(tidy.ToLowerInvariant())) return new NameHasTalk();
        var name = Lead.Replace(tidy, "");
        var judged = Deceased.Replace(name, "");
        if (judged.Any(c => char.IsDigit(c))) return new NameHasDigits();
        if (judged.EnumerateRunes().FirstOrDefault(r => !MayStandInName(r)) is { Value: not 0 } strange)
            return new NameHasStrangeSign(strange.ToString());
        if (!judged.Any(char.IsLetter)) return new NameEmpty();
        if (name.Length > LengthMax) return new NameTooLong(name.Length, LengthMax);
        if (NoName.Contains(string.Concat(judged.ToLowerInvariant().Where(char.IsLetter)))) return new NameNotGiven();
        if (judged.ToLowerInvariant().Split([' ', '.', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Any(Talk.Contains)) return new NameHasTalk();
        return new PersonName(name);
    }

    /// <summary>For comparing two names.</summary>
    public NameKey Key => NameKey.Of(asTyped);

    /// <summary>The whole name, as typed. Callers are few and listed in LayoutTests.</summary>
    public string Reveal() => asTyped;

    /// <summary>How it stands in a question: whole words from its beginning, up to 30 characters. Not the first word alone: half the
    /// boys here are a Muhammad, and brothers both.</summary>
    public string RevealAsCalled()
    {
        if (asTyped.Length <= CalledLengthMax) return asTyped;
        var end = asTyped.LastIndexOf(' ', CalledLengthMax);
        return end > 0 ? asTyped[..end].TrimEnd(' ', ',', '.', '-') : asTyped;
    }

    public override string ToString() => $"{asTyped.EnumerateRunes().First(Rune.IsLetter)}***";

    private static bool MayStandInName(Rune rune) =>
        Rune.IsLetter(rune) || rune.Value is ' ' or '.' or ',' or '-' or '\'' or '`' or '\u2018' or '\u2019' or '\u02BC'
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;          // an accent typed apart from its letter

    /// <summary>Only blanks and what cannot be seen change: a half of a surrogate pair, a zero-width space.</summary>
    private static string Tidy(string typed)
    {
        var tidy = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) continue;
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
            }
            else tidy.Append(rune);
        }
        return tidy.ToString().TrimEnd();
    }
}
