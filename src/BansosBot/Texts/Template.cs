using System.Collections.Immutable;
using BansosBot.Domain;

namespace BansosBot.Texts;

/// <summary>
/// A text taken apart once, before any value goes in: words, <c>{placeholder}</c>, <c>*bold*</c>, and for languages that
/// need it <c>{n|one child|{n} children}</c>. There is no other markup and no escape; a value is never read for any.
/// </summary>
internal sealed class Template
{
    private readonly ImmutableArray<Piece> pieces;

    private Template(ImmutableArray<Piece> pieces) => this.pieces = pieces;

    private abstract record Piece
    {
        public sealed record Words(string As) : Piece;

        public sealed record Hole(string Name) : Piece;

        public sealed record Forms(string Name, Template One, Template Other) : Piece;

        public sealed record BoldOn : Piece;

        public sealed record BoldOff : Piece;
    }

    /// <summary>The placeholders' names, each once.</summary>
    public ImmutableSortedSet<string> Names => pieces.SelectMany(NamesOf).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>It chooses between "one" and "other", which not every language does.</summary>
    public bool HasForms => pieces.Any(p => p is Piece.Forms);

    /// <param name="text">As it stands in the file.</param>
    /// <param name="mistakes">Gets the reasons why it cannot be used; the template is then not to be used.</param>
    public static Template Parse(string text, ICollection<string> mistakes)
    {
        var found = ImmutableArray.CreateBuilder<Piece>();
        var wordsFrom = 0;
        int? boldFrom = null;
        void Take(int until, int next)
        {
            if (until > wordsFrom) found.Add(new Piece.Words(text[wordsFrom..until]));
            wordsFrom = next;
        }

        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '{' when Closing(text, i) is { } end:
                    Take(i, end + 1);
                    found.Add(InBraces(text[(i + 1)..end], mistakes));
                    i = end;
                    break;
                case '{':
                    mistakes.Add("\"{\" without \"}\"");
                    break;
                case '}':
                    mistakes.Add("\"}\" without \"{\"");
                    break;
                case '*' when boldFrom is { } from:
                    if (i == from + 1) mistakes.Add("\"**\": bold is one asterisk on each side");
                    else if (text[i - 1] is ' ' or '\n') mistakes.Add("A space before the \"*\" that ends the bold");
                    Take(i, i + 1);
                    found.Add(new Piece.BoldOff());
                    boldFrom = null;
                    break;
                case '*':
                    if (i + 1 < text.Length && text[i + 1] == ' ') mistakes.Add("A space after the \"*\" that begins the bold");
                    Take(i, i + 1);
                    found.Add(new Piece.BoldOn());
                    boldFrom = i;
                    break;
                case '\n' when boldFrom is not null:
                    mistakes.Add("The bold is not ended on its line");
                    boldFrom = null;
                    break;
            }
        }
        Take(text.Length, text.Length);
        if (boldFrom is not null) mistakes.Add("A \"*\" without its second one");
        return new Template(found.ToImmutable());
    }

    /// <param name="fill">The words of a placeholder and, where it is a number, the number.</param>
    public void WriteTo(WordedBuilder to, Func<string, Filling> fill)
    {
        foreach (Piece piece in pieces)
        {
            switch (piece)
            {
                case Piece.Words words: to.Append(words.As); break;
                case Piece.Hole hole: to.Append(fill(hole.Name).Words); break;
                case Piece.Forms forms: (fill(forms.Name).Count == 1 ? forms.One : forms.Other).WriteTo(to, fill); break;
                case Piece.BoldOn: to.BoldOn(); break;
                case Piece.BoldOff: to.BoldOff(); break;
            }
        }
    }

    private static Piece InBraces(string inside, ICollection<string> mistakes)
    {
        var parts = SplitForms(inside);
        var name = parts[0];
        if (!IsName(name))
            mistakes.Add($"\"{{{name}}}\" is no placeholder: letters and digits, the first one small");
        if (parts.Count == 1) return new Piece.Hole(name);
        if (parts.Count != 3)
        {
            mistakes.Add($"\"{{{name}|\" needs two forms: {{{name}|one|other}}");
            return new Piece.Hole(name);
        }
        return new Piece.Forms(name, Parse(parts[1], mistakes), Parse(parts[2], mistakes));
    }

    private static int? Closing(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '{') depth++;
            else if (text[i] == '}' && --depth == 0) return i;
        }
        return null;
    }

    private static List<string> SplitForms(string inside)
    {
        var parts = new List<string>();
        var (depth, from) = (0, 0);
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i] == '{') depth++;
            else if (inside[i] == '}') depth--;
            else if (inside[i] == '|' && depth == 0)
            {
                parts.Add(inside[from..i]);
                from = i + 1;
            }
        }
        parts.Add(inside[from..]);
        return parts;
    }

    private static IEnumerable<string> NamesOf(Piece piece) => piece switch
    {
        Piece.Hole hole => [hole.Name],
        Piece.Forms forms => [forms.Name, .. forms.One.Names, .. forms.Other.Names],
        _ => [],
    };

    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}

/// <summary>What goes into a placeholder.</summary>
/// <param name="Count">For the choice between forms; null: not a number, takes the "other" form.</param>
internal readonly record struct Filling(Worded Words, long? Count);
