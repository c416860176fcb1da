using System.Collections.Immutable;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>Whose or what day is asked for: it tells the century of a year with two digits, and whether an age is named.</summary>
public enum DateOf
{
    ChildBirth,
    AdultBirth,

    /// <summary>Of a child or an adult, whoever the aid is for.</summary>
    AnyBirth,

    /// <summary>A day that stands on a paper: of a death, of a letter.</summary>
    Paper,
}

/// <summary>A day in the past, typed as people do, and always asked back in words: figures are mistyped unseen.</summary>
/// <param name="AllowsDoNotKnow">A criterion asks for it, and "tidak tahu" is an answer.</param>
public sealed record DateKind(DateOf Of, bool AllowsDoNotKnow = false) : QuestionKind
{
    private static readonly Choice DoNotKnowChoice = new(Answer.DoNotKnow, new Say("Kind.YesNo.Button.DontKnow"), DoNotKnowWords.All);

    public override string Name => "date";

    public override ImmutableArray<Choice> Choices(Asking q) => AllowsDoNotKnow ? [DoNotKnowChoice] : [];

    public override Reading ReadChoice(Asking q, string choice) => AllowsDoNotKnow && choice == Answer.DoNotKnow ? new Reading.Taken(new Answer.Chosen(choice)) : Read(q, choice);

    public override Reading Read(Asking q, string text) => DateReader.Read(text, q.Today, Of == DateOf.AdultBirth ? YearRule.Adult : YearRule.Child) switch
    {
        DateReading.Read(var day) => new Reading.Confirm(new Answer.Day(day)),
        DateReading.Ask(var suggestion, var question) => new Reading.Confirm(new Answer.Day(suggestion), question),
        DateReading.Incomplete when AllowsDoNotKnow => new Reading.Miss(new Say("Kind.Date.Incomplete")),
        DateReading.Incomplete(_, var sentence) => new Reading.Miss(sentence),
        DateReading.Refused(var why) => new Reading.Miss(why.Sentence),
        _ => throw new InvalidOperationException("A reading of a date that nobody wrote."),
    };

    /// <summary>"12 Maret 2014 (umur 11 tahun). Benar?"</summary>
    public override Say ToConfirm(Asking q, Answer answer) =>
        answer is Answer.Day(var day) && Of != DateOf.Paper ? DateReader.Echo(day, q.Today) : base.ToConfirm(q, answer);

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Day(var day) ? new Say("Kind.Date.Shown", ("tanggal", new SayValue.PaperDay(day)))
        : answer is Answer.Chosen(Answer.DoNotKnow) ? DoNotKnowChoice.Label
        : new Say("Kind.NoLongerAChoice");
}
