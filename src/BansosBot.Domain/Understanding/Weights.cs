using System.Collections.Immutable;
using System.Globalization;

namespace BansosBot.Domain.Understanding;

/// <summary>How much each sign in a phrase speaks for each intent, learned from labelled phrases
/// (<c>BansosBot.Benchmarks -- understand learn</c>) beginning at what the rules say. Without any the rules alone decide.</summary>
public sealed class Weights
{
    /// <summary>What a rule of full strength is worth where learning begins: e^2 to 1 against an intent for which nothing speaks. More, and
    /// phrases that a rule takes wrongly are taken so without asking: docs/decisions/0030.</summary>
    private const double OfRule = 2;

    /// <summary>The same where nothing was learned and the rules decide alone.</summary>
    private const double OfRuleAlone = 7;

    private static readonly int Intents = IntentLabel.All.Length;

    private readonly Dictionary<string, double[]> learned;

    public Weights(IReadOnlyDictionary<string, double[]> learned) => this.learned = new(learned);

    public static Weights None { get; } = new(new Dictionary<string, double[]>());

    /// <summary>Reads lines of a sign and its weights: <c>kapan+cair schedule=1.25 status=-0.5</c>.</summary>
    /// <exception cref="FormatException">A line that is none; with its number.</exception>
    public static Weights Read(string text)
    {
        var read = new Dictionary<string, double[]>();
        foreach (var (line, number) in text.Split('\n').Select((l, i) => (l.Trim(), i + 1)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var parts = line.Split(' ');
            var weights = new double[Intents];
            foreach (var part in parts.Skip(1))
            {
                if (part.Split('=') is not [var label, var figure] || IntentLabel.Read(label) is not { } intent
                    || !double.TryParse(figure, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight))
                    throw new FormatException($"line {number}: a sign and intent=weight are expected");
                weights[(int)intent] = weight;
            }

            read[parts[0]] = weights;
        }

        return new(read);
    }

    /// <summary>A weight less than this changes no answer.</summary>
    private const double LeastKept = 0.1;

    /// <summary>The lines that <see cref="Read"/> reads, in the order of the signs.</summary>
    public string ToText() => string.Concat(learned.OrderBy(l => l.Key, StringComparer.Ordinal)
        .Select(l => (l.Key, Kept: IntentLabel.All.Where(i => Math.Abs(l.Value[(int)i]) >= LeastKept).ToList()))
        .Where(l => l.Kept.Count > 0)
        .Select(l => $"{l.Key} {string.Join(' ', l.Kept.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Label()}={learned[l.Key][(int)i]:0.##}")))}\n"));

    /// <summary>What the rules alone give each intent: where learning begins.</summary>
    /// <param name="strengths">0 to 9, by intent.</param>
    public static double[] FromRules(IReadOnlyList<int> strengths) => FromRules(strengths, OfRule);

    private static double[] FromRules(IReadOnlyList<int> strengths, double worth) => [.. IntentLabel.All.Select(i => worth * strengths[(int)i] / Rules.StrengthMax)];

    /// <summary>How likely each intent is, from 0 to 1, all together 1.</summary>
    internal double[] Chances(IEnumerable<Sign> signs, int[] strengths)
    {
        var sums = FromRules(strengths, learned.Count == 0 ? OfRuleAlone : OfRule);
        foreach (var sign in signs)
        {
            if (!learned.TryGetValue(sign.Name, out var weights)) continue;
            for (var i = 0; i < Intents; i++) sums[i] += weights[i] * sign.Size;
        }

        var most = sums.Max();
        double all = 0;
        for (var i = 0; i < Intents; i++) all += sums[i] = Math.Exp(sums[i] - most);
        for (var i = 0; i < Intents; i++) sums[i] /= all;
        return sums;
    }
}

/// <summary>Something in a phrase that weights can hang on.</summary>
/// <param name="Size">1, or a share of it.</param>
public readonly record struct Sign(string Name, double Size)
{
    /// <summary>How many letters a piece of a word has; and how much each piece counts beside the whole word.</summary>
    private const int PieceLength = 4;

    private const double PieceSize = 0.5;

    /// <summary>The signs of a phrase: its concepts, neighbouring ones, how it begins and ends, its words and pieces of them, how long it is, and
    /// what the rules say.</summary>
    public static IEnumerable<Sign> Of(Phrase phrase, ImmutableArray<int> strengths, WordBook book)
    {
        yield return new("*", 1);
        var known = new List<string>(phrase.Words.Length);
        foreach (var word in phrase.Words)
        {
            if (word.Concept < 0 || book.NameOf(word.Concept) is WordBook.Ordinary or "pak-bu") continue;
            known.Add(book.NameOf(word.Concept));
        }

        foreach (var concept in known.Distinct()) yield return new(concept, 1);
        foreach (var pair in known.Zip(known.Skip(1), (a, b) => $"{a}+{b}").Distinct()) yield return new(pair, 1);
        if (known.Count > 0)
        {
            yield return new($"^{known[0]}", 1);
            yield return new($"{known[^1]}$", 1);
        }

        // What is asked mostly stands in the last clause of a story.
        var clause = phrase.Words.Length - 1;
        while (clause > 0 && !phrase.Words[clause - 1].EndsClause) clause--;
        if (clause > 0)
        {
            foreach (var concept in phrase.Words.Skip(clause).Select(w => w.Concept).Where(c => c >= 0 && book.NameOf(c) is not (WordBook.Ordinary or "pak-bu")).Distinct())
                yield return new($"last:{book.NameOf(concept)}", 1);
        }

        foreach (var sign in OfLetters(phrase)) yield return sign;
        var unknown = phrase.Words.Count(w => w.Concept < 0);
        yield return new(phrase.Words.Length switch { <= 2 => "#short", <= 6 => "#middle", <= 14 => "#long", _ => "#story" }, 1);
        yield return new("#unknown", phrase.Words.Length == 0 ? 1 : (double)unknown / phrase.Words.Length);
        if (known.Count == 0) yield return new("#nothing", 1);
        for (var i = 0; i < IntentLabel.All.Length; i++)
            if (strengths[i] > 0) yield return new($"rule:{IntentLabel.All[i].Label()}", (double)strengths[i] / Rules.StrengthMax);
    }

    /// <summary>The words as they are, <c>'cairnya</c>, and pieces of them, <c>~cair</c>: a word that is not in the book mostly shares a piece with one
    /// that was learned, and ordinary words say more together than none of them alone. Figures are nobody's word.</summary>
    private static IEnumerable<Sign> OfLetters(Phrase phrase)
    {
        var words = phrase.Words.Where(w => char.IsLetter(w.Said[0])).SelectMany(w => w.Said.Split(' ')).Select(WordBook.Key).Distinct().ToList();
        foreach (var word in words) yield return new($"'{word}", 1);
        var pieces = words.Select(w => $"_{w}_").SelectMany(w => Enumerable.Range(0, Math.Max(0, w.Length - PieceLength + 1)).Select(i => w.Substring(i, PieceLength)));
        foreach (var piece in pieces.Distinct()) yield return new($"~{piece}", PieceSize);
    }
}
