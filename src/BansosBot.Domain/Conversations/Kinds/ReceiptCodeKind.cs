using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>The code on a receipt, typed in any spelling.</summary>
public sealed record ReceiptCodeKind : QuestionKind
{
    public override string Name => "receipt_code";

    public override Reading Read(Asking q, string text) => ReceiptCode.Parse(text) switch
    {
        Outcome<ReceiptCode>.Ok(var code) => new Reading.Taken(new Answer.Receipt(code)),
        Outcome<ReceiptCode>.No(var why) => new Reading.Miss(CaseNumber.Parse(text) is Outcome<CaseNumber>.Ok ? new Say("Status.NumberIsNotCode") : why.Sentence),
        _ => throw new InvalidOperationException("An outcome that nobody wrote."),
    };

    public override Say Shown(Step step, Answer answer) => new("Status.CodeShown");
}
