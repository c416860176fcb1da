using System.Text.RegularExpressions;
using BansosBot.Domain;

namespace BansosBot.Texts.Linting;

/// <summary>Which words and signs may stand in a text.</summary>
internal static partial class WordRules
{
    // domain.md, section 9, without what is on every family's own papers and on television: NIK, KTP, KK, PKH, Kemensos, wali.
    private static readonly HashSet<string> Jargon = new(StringComparer.OrdinalIgnoreCase)
    {
        "ATENSI", "BAST", "BNBA", "BPS", "desil", "DTKS", "DTSEN", "Himbara", "KIA", "KKS", "KPM", "LKSA", "Muskel", "P3KE", "PPKS",
        "PSM", "Regsosek", "Rehsos", "SIKS", "SIKS-NG", "SKTM", "SP2D", "SPTJM", "TKSK", "YAPI",
    };

    // None of them is an Indonesian word as well; words that Indonesian has taken in (bot, chat, menu, status, video) are not here.
    private static readonly HashSet<string> English = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "are", "back", "button", "cancel", "click", "continue", "delete", "done", "download", "draft", "error", "failed", "file",
        "for", "form", "from", "help", "invalid", "is", "link", "loading", "login", "logout", "message", "missing", "next", "not", "off",
        "offline", "online", "or", "photo", "please", "reset", "save", "send", "sorry", "sticker", "submit", "thanks", "the", "this",
        "update", "upload", "voice", "welcome", "with", "you", "your",
    };

    public static LintRule UnexplainedJargon { get; } = new(
        "jargon",
        "An office word shuts people out. Explain it where it stands: \"SKTM (surat keterangan tidak mampu)\" or "
        + "\"surat tidak mampu (SKTM)\".",
        text => Words(text.Bare)
            .Where(w => Jargon.Contains(w) && !Explained(text.Bare, w))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(w => $"\"{w}\" without its explanation in brackets"));

    public static LintRule LeftoverEnglish { get; } = new(
        "english",
        "The reader has no English. Unggah is \"kirim\", file is \"berkas\", link is \"tautan\", form is \"formulir\".",
        text => text.Language == Language.English
            ? []
            : Words(WithoutLinks(text.Bare)).Where(English.Contains).Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(w => $"\"{w}\" is English"));

    public static LintRule Spaces { get; } = new(
        "spaces",
        "A doubled space, or one before a comma, shows that a text was glued together.",
        text => StraySpace().Matches(text.Bare).Select(m => $"\"{m.Value}\""));

    public static LintRule Links { get; } = new(
        "links",
        "People are robbed by look-alike pages. We send them only to addresses of the government.",
        text => Address().Matches(text.Bare).Select(m => m.Groups["host"].Value)
            .Where(host => !$".{host}".EndsWith(".go.id", StringComparison.OrdinalIgnoreCase))    // also a bare ".go.id"
            .Select(host => $"\"{host}\" does not end in .go.id"));

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    private static string WithoutLinks(string text) => Address().Replace(text, "");

    private static bool Explained(string text, string word) =>
        text.Contains($"{word} (", StringComparison.OrdinalIgnoreCase)
        || text.Contains($"({word})", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\p{L}[\p{L}\d]*(-\p{L}[\p{L}\d]*)*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"\S*  +\S*| \n|\S* [,.!?;:](\s|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StraySpace();

    // With or without https://; the last part has letters only, so "09.00" and "Rp200.000" are none.
    [GeneratedRegex(@"(https?://)?(?<host>([A-Za-z0-9-]+\.)+[A-Za-z]{2,})(/\S*)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
