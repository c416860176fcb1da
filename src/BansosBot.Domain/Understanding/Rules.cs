using System.Collections.Immutable;
using System.Globalization;

namespace BansosBot.Domain.Understanding;

/// <summary>What words together mean, as a case worker would say it. Read from <c>Data/rules.txt</c>, where their form is explained.</summary>
internal sealed class Rules
{
    public const int StrengthMax = 9;

    /// <summary>Where in the strengths the kind stands that is none of the intents: <c>child_in_danger</c> in the file.</summary>
    public static readonly int ChildInDanger = IntentLabel.All.Length;

    private readonly ImmutableArray<Rule> rules;
    private readonly int ordinary, address;

    /// <exception cref="FormatException">A line that is no rule, or names a concept that the book lacks; with its number.</exception>
    public Rules(string text, WordBook book)
    {
        ordinary = book.Find(WordBook.Ordinary) ?? -1;
        address = book.Find("pak-bu") ?? -1;
        var read = ImmutableArray.CreateBuilder<Rule>();
        foreach (var (line, number) in text.Split('\n').Select((l, i) => (l.Trim(), i + 1)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split(':', 2) is not [var head, var body] || head.Split(' ') is not [var label, var strength]
                || Kind(label) is not { } kind || !int.TryParse(strength, NumberStyles.None, CultureInfo.InvariantCulture, out var points) || points is < 1 or > StrengthMax)
                throw new FormatException($"line {number}: an intent, a strength from 1 to 9 and a colon are expected");
            read.Add(Read(kind, points, body, book, number));
        }

        rules = read.ToImmutable();
    }

    /// <summary>The strongest rule that fits, for each intent; 0: none.</summary>
    public int[] Strengths(Phrase phrase)
    {
        var strengths = new int[IntentLabel.All.Length + 1];
        foreach (var rule in rules)
            if (rule.Strength > strengths[rule.Kind] && Fits(rule, phrase)) strengths[rule.Kind] = rule.Strength;
        return strengths;
    }

    private sealed record Rule(int Kind, int Strength, bool IsAll, ImmutableArray<ImmutableArray<int>> Needed, ImmutableArray<int> Never, ImmutableArray<(int First, int Second)> InOrder);

    private static int? Kind(string label) => label == "child_in_danger" ? ChildInDanger : (int?)IntentLabel.Read(label);

    private bool Fits(Rule rule, Phrase phrase)
    {
        foreach (var any in rule.Needed)
            if (!HasAny(phrase, any)) return false;
        if (HasAny(phrase, rule.Never)) return false;
        foreach (var (first, second) in rule.InOrder)
        {
            var at = IndexOf(phrase, first);
            if (at < 0 || IndexOf(phrase, second, at + 1) < 0) return false;
        }

        return !rule.IsAll || phrase.Words.All(w => w.Concept == ordinary || w.Concept == address || rule.Needed.Any(n => n.Contains(w.Concept)));
    }

    private static bool HasAny(Phrase phrase, ImmutableArray<int> any)
    {
        foreach (var word in phrase.Words)
            if (word.Concept >= 0 && any.Contains(word.Concept)) return true;
        return false;
    }

    private static int IndexOf(Phrase phrase, int concept, int from = 0)
    {
        for (var i = from; i < phrase.Words.Length; i++)
            if (phrase.Words[i].Concept == concept) return i;
        return -1;
    }

    private static Rule Read(int kind, int strength, string body, WordBook book, int number)
    {
        var isAll = false;
        var needed = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var never = ImmutableArray.CreateBuilder<int>();
        var inOrder = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var part in body.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "only") isAll = true;
            else if (part[0] == '!') never.AddRange(Concepts(part[1..], book, number));
            else if (part.Split('>') is [var first, var second]) inOrder.Add((Concepts(first, book, number)[0], Concepts(second, book, number)[0]));
            else needed.Add([.. part.Split('|').SelectMany(c => Concepts(c, book, number))]);
        }

        return new(kind, strength, isAll, needed.ToImmutable(), never.ToImmutable(), inOrder.ToImmutable());
    }

    private static ImmutableArray<int> Concepts(string name, WordBook book, int number) =>
        name == WordBook.ProgrammeMark ? book.ProgrammeConcepts
        : book.Find(name) is { } concept ? [concept]
        : name[..1] == WordBook.ProgrammeMark ? []          // a programme that this office does not have
        : throw new FormatException($"line {number}: no such concept in the book: {name}");
}
