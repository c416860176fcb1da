using System.Collections.Immutable;

namespace BansosBot.Domain.Understanding;

/// <summary>Reads what a person writes of themselves and says what they want. A value: the same phrase always means the same.</summary>
public sealed class PhraseBook
{
    /// <summary>From here on it is acted upon without asking. The lowest at which fewer than 2 in 100 are taken wrongly where they were not learned from: docs/decisions/0030.</summary>
    private const double ClearFrom = 0.7;

    /// <summary>Below it the likeliest is no better than a guess: the menu.</summary>
    private const double GuessFrom = 0.2;

    /// <summary>An intent less likely is not worth a button.</summary>
    private const double CandidateFrom = 0.06;

    private const int CandidatesMax = 3;

    private static readonly ImmutableDictionary<string, OthersMatter> OthersMatters = new (string Concept, OthersMatter Matter)[]
    {
        ("dukcapil", OthersMatter.CivilRegistry), ("polisi", OthersMatter.Police), ("sekolah-lain", OthersMatter.School), ("kesehatan", OthersMatter.Health),
        ("jalan-rusak", OthersMatter.Streets), ("listrik", OthersMatter.Streets),
    }.ToImmutableDictionary(p => p.Concept, p => p.Matter);

    private readonly WordBook book;
    private readonly Rules rules;
    private readonly PhraseReader reader;
    private readonly Weights weights;

    /// <param name="words">The lines of the book: <c>Data/words.txt</c>.</param>
    /// <param name="rules">The lines of the rules: <c>Data/rules.txt</c>.</param>
    /// <param name="programmes">What each programme is called; a new programme file brings its own.</param>
    /// <exception cref="FormatException">A line that is none; with its number.</exception>
    public PhraseBook(string words, string rules, Weights weights, IEnumerable<ProgrammeWords> programmes)
    {
        book = new(words, programmes);
        this.rules = new(rules, book);
        reader = new(book);
        this.weights = weights;
    }

    /// <summary>Without programmes of an office's own.</summary>
    public static PhraseBook OfTheProgram { get; } = Shipped();

    /// <summary>With the words, rules and weights that are part of the program.</summary>
    /// <param name="programmes">Beside those of <c>Data/programmes.txt</c>, which people ask about at every office. What is added to one of these
    /// counts only where the book has no such word: the weights were learned with it.</param>
    public static PhraseBook Shipped(params IEnumerable<ProgrammeWords> programmes) => Shipped(Weights.Read(ShippedFiles.Text("weights.txt")), programmes);

    /// <summary>The same with other weights, or <see cref="Weights.None"/>.</summary>
    public static PhraseBook Shipped(Weights weights, params IEnumerable<ProgrammeWords> programmes)
    {
        var known = ProgrammeWords.Read(ShippedFiles.Text("programmes.txt"));
        return new(ShippedFiles.Text("words.txt"), ShippedFiles.Text("rules.txt"), weights, [.. known, .. programmes]);
    }

    /// <summary>What is wanted.</summary>
    public Understood Read(string typed)
    {
        var phrase = reader.Read(typed);
        var strengths = rules.Strengths(phrase);
        var mentions = MentionsOf(phrase);
        if (strengths[Rules.ChildInDanger] > 0) return new(Intent.TalkToOfficer, 1, new Meaning.ChildInDanger(), mentions);
        if (mentions.Place is not null && IsPlaceAlone(phrase)) return new(Intent.Schedule, CandidateFrom, new Meaning.Unsure([Intent.Schedule, Intent.Eligibility]), mentions);
        if (phrase.Link is not null) return new(Intent.ScamQuestion, 1, new Meaning.Clear([Intent.ScamQuestion]), mentions);

        var chances = Chances(phrase, strengths);
        var (best, certainty) = Likeliest(chances);
        if (Questions.In(phrase, best, ByItself) is { } two) return new(best, certainty, new Meaning.Clear(two), mentions);
        return new(best, certainty, certainty >= ClearFrom ? new Meaning.Clear([best]) : Doubt(chances), mentions);
    }

    /// <summary>Reads one phrase for nobody. The first one costs a fifth of a second, and no resident should wait for it.</summary>
    public void MakeReady() => Read("assalamualaikum pa, kapan beras dibagi di kasemen, terus bawa apa aja? https://kota.go.id yapi 2025 000001");

    /// <summary>Whether it tells that a child is beaten or neglected, by the rules that <see cref="Meaning.ChildInDanger"/> comes from.</summary>
    /// <param name="onlyHarm">Only what leaves no doubt: harm done to somebody.</param>
    public bool TellsOfAChildInDanger(string typed, bool onlyHarm) => rules.Strengths(reader.Read(typed))[Rules.ChildInDanger] >= (onlyHarm ? Rules.StrengthMax : 1);

    /// <summary>What weights can hang on, for who learns them.</summary>
    public (ImmutableArray<Sign> Signs, ImmutableArray<int> Strengths) SignsOf(string typed)
    {
        var phrase = reader.Read(typed);
        ImmutableArray<int> strengths = [.. rules.Strengths(phrase)];
        return ([.. Sign.Of(phrase, strengths, book)], strengths);
    }

    /// <summary>Each word of a phrase with its concept, for who mends the book: <c>kpn=kapan cair=cair</c>.</summary>
    public string Explained(string typed) =>
        string.Join(' ', reader.Read(typed).Words.Select(w => $"{w.Said}={(w.Concept < 0 ? "?" : book.NameOf(w.Concept))}"));

    private double[] Chances(Phrase phrase, int[] strengths) => weights.Chances(Sign.Of(phrase, [.. strengths], book), strengths);

    private (Intent Intent, double Certainty, int Strength) ByItself(Phrase part)
    {
        var strengths = rules.Strengths(part);
        var (intent, certainty) = Likeliest(Chances(part, strengths));
        return (intent, certainty, strengths[(int)intent]);
    }

    private static (Intent Intent, double Certainty) Likeliest(double[] chances)
    {
        var most = chances.Max();
        return (IntentLabel.All[Array.IndexOf(chances, most)], most);
    }

    /// <summary>"Kasemen gimana pa": a place instead of a question.</summary>
    private bool IsPlaceAlone(Phrase phrase) =>
        phrase.Words.All(w => w.Place is not null || (w.Concept >= 0 && book.NameOf(w.Concept) is WordBook.Ordinary or "pak-bu" or "gimana" or "saya" or "apa" or "untuk"));

    private static Meaning Doubt(double[] chances)
    {
        ImmutableArray<Intent> candidates =
            [.. IntentLabel.All.Where(i => chances[(int)i] >= CandidateFrom).OrderByDescending(i => chances[(int)i]).Take(CandidatesMax)];
        return candidates.Length < 2 || chances.Max() < GuessFrom ? new Meaning.Nothing() : new Meaning.Unsure(candidates);
    }

    private Mentions MentionsOf(Phrase phrase)
    {
        string? programme = null;
        Registry.PlaceReading? place = null;
        OthersMatter? others = null;
        bool erases = false, takesBack = false, isOrphan = false, ofList = false;
        foreach (var word in phrase.Words)
        {
            if (word.Place is not null) place = word.Place;
            programme ??= word.Programme;
            if (word.Concept < 0) continue;
            var name = book.NameOf(word.Concept);
            others ??= OthersMatters.TryGetValue(name, out var matter) ? matter : null;
            erases |= name == "hapus";
            isOrphan |= name == "yatim";
            takesBack |= name is "tarik" or "pengajuan";
            ofList |= name == "masuk-daftar";
        }

        // Letters are named on the way to something: "pake sktm ga kalo daftar yatim".
        if (isOrphan && (programme is null or "sktm" or "akta-kematian")) programme = "yapi";
        return new(phrase.Language, place, programme, phrase.Case, phrase.Link, others, erases, takesBack, ofList);
    }
}
