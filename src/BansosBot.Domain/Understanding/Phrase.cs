using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Understanding;

/// <summary>What was written, word by word, each with what it means.</summary>
/// <param name="Words">In order; clause ends are no words.</param>
/// <param name="Language">The language that most of its words are of.</param>
/// <param name="Link">The first address in it; null: none.</param>
/// <param name="Case">A case number in it; null: none.</param>
public sealed record Phrase(ImmutableArray<Word> Words, Language Language, string? Link, CaseNumber? Case)
{
    /// <summary>Whether a concept is in it.</summary>
    public bool Has(int concept)
    {
        foreach (var word in Words)
            if (word.Concept == concept) return true;
        return false;
    }

    /// <summary>Its length: it is what somebody wrote.</summary>
    public override string ToString() => $"Phrase of {Words.Length} words";

    /// <summary>The part of it from a word up to another.</summary>
    public Phrase Part(int from, int until) => this with { Words = Words[from..until] };
}

/// <summary>A word, or several that mean one thing.</summary>
/// <param name="Said">As read: small letters, one space.</param>
/// <param name="Concept">Its concept; -1: not in the book.</param>
/// <param name="EndsClause">A comma, a full stop, a question mark follows.</param>
/// <param name="Place">The place it names; null: none.</param>
/// <param name="Programme">The programme it names; null: none.</param>
public readonly record struct Word(string Said, int Concept, bool EndsClause, PlaceReading? Place = null, string? Programme = null)
{
    /// <summary>The concept only: the word is what somebody wrote.</summary>
    public override string ToString() => $"Word {Concept}";
}

/// <summary>Takes a phrase apart into words of the book.</summary>
internal sealed partial class PhraseReader(WordBook book)
{
    // Most words of a phrase are looked at for places, one to three at a time; what is longer than that is pasted.
    private const int WordsMax = 120;

    private readonly int figure = book.Find("angka") ?? -1, amount = book.Find("bilangan") ?? -1, place = book.Find("tempat") ?? -1, caseNumber = book.Find("nomor-kasus") ?? -1, link = book.Find("tautan") ?? -1;

    public Phrase Read(string typed)
    {
        var plain = Typed.Plain(typed).ToLowerInvariant();
        var address = Address().Match(plain) is { Success: true } found ? found.Value : null;
        if (address is not null) plain = plain.Replace(address, " \u0001 ", StringComparison.Ordinal);
        CaseNumber? number = null;
        if (Number().Match(plain) is { Success: true } numbered && CaseNumber.Parse(numbered.Value) is Outcome<CaseNumber>.Ok ok)
        {
            number = ok.Value;
            plain = plain.Remove(numbered.Index, numbered.Length).Insert(numbered.Index, " \u0002 ");
        }

        var (said, ends) = Split(plain);
        var meanings = said.Select(w => w is "\u0001" or "\u0002" ? [] : book.Look(w)).ToArray();
        var language = LanguageOf(meanings);
        var words = ImmutableArray.CreateBuilder<Word>(said.Count);
        for (var at = 0; at < said.Count;)
        {
            if (said[at] is "\u0001" or "\u0002")
            {
                words.Add(new(said[at], said[at] == "\u0001" ? link : caseNumber, ends[at]));
                at++;
            }
            else if (SeveralAt(said, meanings, at, language) is { } together)
            {
                var used = together.Elements.Length;
                words.Add(new(string.Join(' ', said.Skip(at).Take(used)), together.Means.Concept, ends[at + used - 1], Programme: together.Means.Programme));
                at += used;
            }
            else if (PlaceWords.At(said, at, meanings) is { Used: > 0 } named)
            {
                words.Add(new(string.Join(' ', said.Skip(at).Take(named.Used)), place, ends[at + named.Used - 1], named.Reading));
                at += named.Used;
            }
            else
            {
                var meant = Meant(meanings[at], language);
                words.Add(new(said[at], OfFigure(said[at]) ?? meant?.Concept ?? -1, ends[at], Programme: meant?.Programme));
                at++;
            }
        }

        return new(words.ToImmutable(), language, address, number);
    }

    /// <summary>A child's age and a count are small; 400 is money, and 2025 a year.</summary>
    private int? OfFigure(string word) =>
        !word.All(char.IsAsciiDigit) ? null
        : word.Length is 3 or > 4 || (word.Length == 4 && word[..2] is not ("19" or "20")) ? amount
        : figure;

    private WordBook.Several? SeveralAt(List<string> said, IReadOnlyList<WordBook.Meaning>[] meanings, int at, Language language)
    {
        WordBook.Several? longest = null;
        foreach (var first in Elements(said[at], meanings[at]))
        {
            foreach (var phrase in book.BeginningWith(first))
            {
                if (phrase.Elements.Length <= (longest?.Elements.Length ?? 0) || at + phrase.Elements.Length > said.Count) continue;
                if (phrase.Means.Language != Language.Indonesian && phrase.Means.Language != language) continue;
                var fits = true;
                for (var i = 1; fits && i < phrase.Elements.Length; i++)
                    fits = Elements(said[at + i], meanings[at + i]).Contains(phrase.Elements[i]);
                if (fits) longest = phrase;
            }
        }

        return longest;
    }

    private IEnumerable<string> Elements(string word, IReadOnlyList<WordBook.Meaning> meanings)
    {
        yield return WordBook.Key(word);
        foreach (var meaning in meanings) yield return book.ElementOf(meaning.Concept);
    }

    private static WordBook.Meaning? Meant(IReadOnlyList<WordBook.Meaning> meanings, Language language) =>
        meanings.FirstOrDefault(m => m.Language == language) ?? meanings.FirstOrDefault(m => m.Language == Language.Indonesian)
            ?? (meanings.Count > 0 ? meanings[0] : null);

    /// <summary>By the words that only one language has. A few Sundanese or Javanese words are enough: people mix.</summary>
    private static Language LanguageOf(IReadOnlyList<WordBook.Meaning>[] meanings)
    {
        Span<int> of = stackalloc int[4];
        foreach (var word in meanings)
            if (word.Count > 0 && word.All(m => m.Language == word[0].Language)) of[(int)word[0].Language]++;
        var (id, en, su, jv) = (of[(int)Language.Indonesian], of[(int)Language.English], of[(int)Language.Sundanese], of[(int)Language.JavaneseOfSerang]);
        return en > id && en > su && en > jv ? Language.English
            : su > 0 && su >= jv && su * 3 >= id ? Language.Sundanese
            : jv > 0 && jv * 3 >= id ? Language.JavaneseOfSerang
            : Language.Indonesian;
    }

    /// <summary>Words and whether a clause ends behind each. A 2 behind a word repeats it: surat2, anak2nya.</summary>
    private static (List<string> Words, List<bool> Ends) Split(string plain)
    {
        List<string> words = [];
        List<bool> ends = [];
        var word = new StringBuilder();
        void End()
        {
            if (word.Length == 0 || words.Count == WordsMax) return;
            words.Add(word.ToString());
            ends.Add(false);
            word.Clear();
        }

        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (c is '\'' or '\u0001' or '\u0002' || char.IsLetterOrDigit(c))
            {
                var before = word.Length > 0 ? word[^1] : ' ';
                var after = i + 1 < plain.Length ? plain[i + 1] : ' ';
                if (c == '2' && char.IsLetter(before) && !char.IsDigit(after) && IsRepetition(plain, i)) continue;
                if (before != ' ' && char.IsDigit(before) != char.IsDigit(c) && c != '\'') End();
                if (word.Length > 0 || c != '\'') word.Append(c);
                continue;
            }

            End();
            if (c is ',' or '.' or '?' or '!' or ';' or ':' && ends.Count > 0) ends[^1] = true;
        }

        End();
        return (words, ends);
    }

    // "kejar paket2" is nobody's; "anak2 nya", "surat2", "dua2nya" are.
    private static bool IsRepetition(string plain, int at) => at >= 3 && char.IsLetter(plain[at - 1]) && char.IsLetter(plain[at - 2]);

    [GeneratedRegex(@"(https?://|www\.)\S+|\b[a-z0-9][a-z0-9.-]{1,60}\.(com|id|net|org|xyz|site|link|info|online|top|club|shop|live|vip|ly|me|app|page|web|io|cc|co|click|icu|win|fun|store|blogspot)\b(/\S*)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b[a-z]{2,10}[ ./_-]?20[0-9]{2}[ ./_-]?[0-9]{3,9}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Number();
}
