using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>A phone number at which the family can be reached.</summary>
public sealed record PhoneKind : QuestionKind
{
    public override string Name => "phone";

    public override Reading Read(Asking q, string text) => PhoneNumber.Parse(text) switch
    {
        Outcome<PhoneNumber>.Ok(var number) => number.IsMobile
            ? new Reading.Taken(new Answer.Phone(number))
            : new Reading.Taken(new Answer.Phone(number), new Say("Kind.Phone.Landline")),
        Outcome<PhoneNumber>.No(var why) => new Reading.Miss(why.Sentence),
        _ => throw new InvalidOperationException("An outcome that nobody wrote."),
    };

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Phone(var number) ? new Say("Kind.Words", ("isi", number.RevealAsSpoken())) : new Say("Kind.NoLongerAChoice");
}
