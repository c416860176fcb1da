using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>An amount of money in rupiah: "200rb", "1,5 juta".</summary>
public sealed record AmountKind : QuestionKind
{
    public override string Name => "amount";

    public override Reading Read(Asking q, string text) => RupiahReader.Read(text) switch
    {
        Heard<Rupiah>.Clear(var amount) => new Reading.Taken(new Answer.Money(amount)),
        Heard<Rupiah>.Unsure(var amount, var question) => new Reading.Confirm(new Answer.Money(amount), question),
        Heard<Rupiah>.No(var why) => new Reading.Miss(why.Sentence),
        _ => throw new InvalidOperationException("A reading of an amount that nobody wrote."),
    };

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Money(var amount) ? new Say("Kind.Amount.Shown", ("jumlah", amount)) : new Say("Kind.NoLongerAChoice");
}
