using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>Whose or what day is asked for: it tells the century of a year with two digits, and whether an age is named.</summary>
public enum DateOf
{
    ChildBirth,
    AdultBirth,

    /// <summary>A day that stands on a paper: of a death, of a letter.</summary>
    Paper,
}

/// <summary>A day in the past, typed as people do, and always asked back in words: figures are mistyped unseen.</summary>
public sealed record DateKind(DateOf Of) : QuestionKind
{
    public override string Name => "date";

    public override Reading Read(Asking q, string text) => DateReader.Read(text, q.Today, Of == DateOf.AdultBirth ? YearRule.Adult : YearRule.Child) switch
    {
        DateReading.Read(var day) => new Reading.Confirm(new Answer.Day(day)),
        DateReading.Ask(var suggestion, var question) => new Reading.Confirm(new Answer.Day(suggestion), question),
        DateReading.Incomplete(_, var sentence) => new Reading.Miss(sentence),
        DateReading.Refused(var why) => new Reading.Miss(why.Sentence),
        _ => throw new InvalidOperationException("A reading of a date that nobody wrote."),
    };

    /// <summary>"12 Maret 2014 (umur 11 tahun). Benar?"</summary>
    public override Say ToConfirm(Asking q, Answer answer) =>
        answer is Answer.Day(var day) && Of != DateOf.Paper ? DateReader.Echo(day, q.Today) : base.ToConfirm(q, answer);

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Day(var day) ? new Say("Kind.Date.Shown", ("tanggal", new SayValue.PaperDay(day))) : new Say("Kind.NoLongerAChoice");
}
