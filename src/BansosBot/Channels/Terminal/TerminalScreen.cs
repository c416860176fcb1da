using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BansosBot.Delivery;
using BansosBot.Domain;

namespace BansosBot.Channels.Terminal;

/// <summary>Prints letters and remembers which buttons were shown last.</summary>
/// <param name="styled">Bold may be shown: somebody looks at it, not a pipe.</param>
public sealed class TerminalScreen(TextWriter to, bool styled)
{
    private const string Bold = "\u001b[1m", Plain = "\u001b[0m";
    private readonly Lock gate = new();
    private const int Letters = 'z' - 'a' + 1;

    private (int Question, ImmutableArray<LetterButton> Buttons) shown = (-1, []);

    public void Print(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var text = new StringBuilder().Append('\n').Append(Styled(letter.Words)).Append('\n');
        if (letter.File is { } file) text.Append(CultureInfo.InvariantCulture, $"\n[{file.Name}]\n");
        if (letter.File is { } facts && facts.Name.EndsWith(".json", StringComparison.Ordinal)) text.Append(Safe(Encoding.UTF8.GetString(facts.Content))).Append('\n');       // a photo cannot be printed
        var buttons = letter.Buttons.SelectMany(row => row).ToImmutableArray();
        for (var i = 0; i < buttons.Length; i++)
        {
            if (i == 0) text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"  {Mark(i)}. {Safe(buttons[i].Label)}{(buttons[i].Link is { } link ? $" ({link})" : "")}\n");
        }

        lock (gate)
        {
            to.Write(text);
            to.Flush();
            if (!buttons.IsEmpty || letter.Question > shown.Question) shown = (letter.Question, buttons);
        }
    }

    public void Prompt()
    {
        lock (gate)
        {
            to.Write("\n> ");
            to.Flush();
        }
    }

    /// <summary>The button with this letter, of those last shown; null where there is none.</summary>
    /// <remarks>Letters, since numbers are answers: a decile, an RT, an amount. After z come aa and ab: a summary has many lines.</remarks>
    public (int Question, int Choice)? Pressed(string letters)
    {
        lock (gate)
        {
            for (var i = 0; i < shown.Buttons.Length; i++)
                if (Mark(i) == letters) return shown.Buttons[i].Link is null ? (shown.Question, shown.Buttons[i].Choice) : null;
            return null;
        }
    }

    private static string Mark(int place) => (place < Letters ? "" : Mark((place / Letters) - 1)) + (char)('a' + (place % Letters));

    private string Styled(Worded words)
    {
        if (!styled) return Safe(words.Text);
        var text = new StringBuilder();
        var at = 0;
        foreach (var range in words.Bold)
        {
            text.Append(Safe(words.Text[at..range.Start])).Append(Bold).Append(Safe(words.Text[range.Start..range.End])).Append(Plain);
            at = range.End;
        }

        return text.Append(Safe(words.Text[at..])).ToString();
    }

    // What somebody typed comes back in summaries; it does not steer the terminal.
    private static string Safe(string text) => text.Any(c => char.IsControl(c) && c != '\n') ? string.Concat(text.Where(c => !char.IsControl(c) || c == '\n')) : text;
}
