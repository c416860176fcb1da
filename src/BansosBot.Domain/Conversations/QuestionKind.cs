using System.Collections.Immutable;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations;

/// <summary>How a question is asked and read. A closed list in code (Kinds/): a new question is data, a new kind is code.</summary>
public abstract record QuestionKind
{
    /// <summary>Name in programme files: <c>choice</c>, <c>nik</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What is asked for, so that sixteen digits are no card number where a NIK or KK number is asked.</summary>
    public virtual AskedFor AskedFor => AskedFor.Other;

    /// <summary>The longest text that is read as an answer. Longer ones are pasted by mistake: an answer is a sentence or two; a story fits too.</summary>
    public virtual int LongestText => Kinds.FreeTextKind.LettersMax;

    /// <summary>The choices offered as buttons, in order; empty where people type.</summary>
    public virtual ImmutableArray<Choice> Choices(Asking q) => [];

    /// <summary>Reads what a person wrote.</summary>
    public abstract Reading Read(Asking q, string text);

    /// <summary>Reads a pressed choice of this kind's own (<see cref="Choices"/>).</summary>
    public virtual Reading ReadChoice(Asking q, string choice) => Read(q, choice);

    /// <summary>Reads what was heard: a pressed choice, words that mean one, or words.</summary>
    public Reading Hear(Asking q, Heard heard) => heard switch
    {
        Heard.Chosen(var choice) => ReadChoice(q, choice),
        Heard.Text(var typed) => Choices(q).FirstOrDefault(c => c.IsMeantBy(typed)) is { } choice ? ReadChoice(q, choice.Name) : Read(q, typed),
        _ => new Reading.Miss(new Say("Anywhere.NotUnderstood")),
    };

    /// <summary>Takes a picture; kinds that want none say so.</summary>
    public virtual Reading ReadPicture(Asking q, FileRef file, string work) => new Reading.Miss(new Say("Odd.PictureNotAsked"));

    /// <summary>The question by which an understood answer is confirmed; the same answer gives the same words after a restart.</summary>
    public virtual Say ToConfirm(Asking q, Answer answer) => new("Anywhere.IsThisRight", ("jawaban", Shown(q.Step, answer)));

    /// <summary>How the answer stands in the summary.</summary>
    public abstract Say Shown(Step step, Answer answer);

    /// <summary>What is asked where the plain question will not do, such as the second half of a place; null: the step's own text.</summary>
    public virtual Say? Ask(Asking q) => null;
}

/// <summary>One button of a question: what stands on it and the name by which the answer is kept.</summary>
/// <param name="Spoken">Ways to write it, plain (<see cref="Everywhere.Plain"/>): its label in each language, and others.</param>
public sealed record Choice(string Name, Say Label, params ImmutableArray<string> Spoken)
{
    /// <summary>Its button opens the bot at Telegram with this payload instead of answering; null: it answers.</summary>
    public string? Start { get; init; }

    /// <summary>Somebody's name stands on it: its words are not kept with the conversation, which may outlive what is kept of that person.</summary>
    public bool NamesSomebody { get; init; }

    public bool IsMeantBy(string typed)
    {
        var plain = Everywhere.Plain(typed);
        return plain == Everywhere.Plain(Name) || (!Spoken.IsDefault && Spoken.Contains(plain));
    }
}

/// <summary>What a kind may look at while it reads an answer.</summary>
/// <param name="Answers">Answers so far.</param>
/// <param name="Today">The day in Serang.</param>
/// <param name="Narrowed">What an earlier reading of this same question narrowed it to; null at first.</param>
public sealed record Asking(Step Step, Answers Answers, DateOnly Today, string? Narrowed)
{
    /// <summary>Pages of a document that were collected so far.</summary>
    public Answer.Papers? SoFar { get; init; }

    /// <summary>It was asked just before, and what came was no answer: what went with it then is not said twice.</summary>
    public bool IsRepeated { get; init; }
}

/// <summary>What became of an answer.</summary>
public abstract record Reading
{
    private Reading() { }

    /// <summary>Taken; on to the next question.</summary>
    /// <param name="Notes">Said with the next question: what was noticed and needs no answer.</param>
    public sealed record Taken(Answer Answer, params ImmutableArray<Say> Notes) : Reading;

    /// <summary>Understood, but to be confirmed in words: "12 Maret 2014 (umur 11 tahun). Benar?"</summary>
    /// <param name="Question">Asked this once in place of <see cref="QuestionKind.ToConfirm"/>: "Huruf O, maksudnya 0?"</param>
    public sealed record Confirm(Answer Answer, Say? Question = null) : Reading;

    /// <summary>The same question once more, narrowed: a kecamatan is known, the kelurahan is not.</summary>
    public sealed record Narrow(string To, Say? Why = null) : Reading;

    /// <summary>One page of several; the step stays open.</summary>
    public sealed record Collected(Answer.Papers SoFar, Say Reply) : Reading;

    /// <summary>Not an answer: one helpful sentence, the step stays.</summary>
    public sealed record Miss(Say Why) : Reading;
}
