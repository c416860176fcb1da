namespace BansosBot.Texts.Linting;

/// <summary>How much a person can take in at once.</summary>
internal static class LengthRules
{
    /// <summary>design.md, Conversation: "sentences of at most about 12 words".</summary>
    public const int SentenceWordsMax = 12;

    /// <summary>The issue of the main job: "at most 400 characters where not a list or receipt".</summary>
    public const int MessageLengthMax = 400;

    /// <summary>What a narrow phone shows of a button that is alone in its row.</summary>
    public const int LabelLengthMax = 32;

    // Their full stop ends no sentence.
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "No.", "Jl.", "Gg.", "Kp.", "Link.", "Kel.", "Kec.", "Kab.", "H.", "Hj.", "Tb.", "Rt.",
        "Alm.", "Almh.", "a.n.", "s.d.", "u.p.",
    };

    public static LintRule SentenceLength { get; } = new(
        "sentence-length",
        "Who reads slowly has lost the beginning of a long sentence before its end. A colon and a new line end a sentence too.",
        text => Sentences(text.Bare)
            .Where(s => s.Count > SentenceWordsMax)
            .Select(s => $"{s.Count} words in \"{string.Join(' ', s)}\", at most {SentenceWordsMax}"));

    public static LintRule MessageLength { get; } = new(
        "message-length",
        "More does not fit on an old phone's screen beside its keyboard. A list or receipt is marked #list.",
        text => text.Kind == TextKind.Message && text.Typical.Text.Length > MessageLengthMax
            ? [$"{text.Typical.Text.Length} characters, at most {MessageLengthMax}"]
            : []);

    public static LintRule OneQuestion { get; } = new(
        "one-question",
        "Of two questions people answer one, and we do not know which.",
        text => text.Typical.Text.Count(c => c == '?') is > 1 and var n ? [$"{n} question marks, at most one"] : []);

    public static LintRule Label { get; } = new(
        "label",
        "A button is cut where the phone ends, and shows neither bold nor a second line.",
        text => text.Kind == TextKind.Label ? LabelFaults(text) : []);

    /// <summary>The words of each sentence; signs without a letter or digit are no words.</summary>
    public static List<List<string>> Sentences(string text)
    {
        var sentences = new List<List<string>>();
        foreach (var line in text.Split('\n'))
        {
            var sentence = new List<string>();
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Any(char.IsLetterOrDigit)) sentence.Add(word);
                if (!EndsSentence(word)) continue;
                sentences.Add(sentence);
                sentence = [];
            }
            sentences.Add(sentence);
        }
        sentences.RemoveAll(s => s.Count == 0);
        return sentences;
    }

    private static bool EndsSentence(string word) =>
        word.TrimEnd('"', '\'', ')', '”', '’') is [.., '.' or '!' or '?' or ':' or '…'] bare && !Abbreviations.Contains(bare);

    private static IEnumerable<string> LabelFaults(LintText text)
    {
        var label = text.Typical.Text;
        if (label.Length > LabelLengthMax) yield return $"{label.Length} characters, at most {LabelLengthMax}";
        if (label.Contains('\n', StringComparison.Ordinal)) yield return "More than one line";
        if (label.EndsWith('.')) yield return "A full stop at the end of a button";
        if (!text.Typical.Bold.IsEmpty) yield return "Bold";
    }
}
