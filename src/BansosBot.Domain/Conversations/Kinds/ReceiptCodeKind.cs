using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>The code on a receipt, typed in any spelling; or that one has none.</summary>
public sealed record ReceiptCodeKind : QuestionKind
{
    /// <summary>The choice of who has no code.</summary>
    public const string Without = "tanpa_kode";

    public override string Name => "receipt_code";

    public override ImmutableArray<Choice> Choices(Asking q) =>
    [
        new(Without, new Say("Status.Button.NoCode"),
            "tidak punya kode", "tidak punya", "gak punya", "gak punya kode", "ga punya", "ga punya kode", "nggak punya", "belum punya", "tidak ada", "gak ada", "ga ada", "tidak ada kode", "kodenya hilang", "hilang", "kode hilang", "lupa", "lupa kodenya", "tidak tahu", "no code", "i have no code", "i have none", "none", "i don t have one", "i dont have one", "i lost it", "lost", "i forgot", "i don t know", "i dont know"),
    ];

    public override Reading ReadChoice(Asking q, string choice) => choice == Without ? new Reading.Taken(new Answer.Chosen(Without)) : Read(q, choice);

    public override Reading Read(Asking q, string text) => ReceiptCode.Parse(text) switch
    {
        Outcome<ReceiptCode>.Ok(var code) => new Reading.Taken(new Answer.Receipt(code)),
        Outcome<ReceiptCode>.No(var why) => new Reading.Miss(CaseNumber.Parse(text) is Outcome<CaseNumber>.Ok ? new Say("Status.NumberIsNotCode") : why.Sentence),
        _ => throw new InvalidOperationException("An outcome that nobody wrote."),
    };

    public override Say Shown(Step step, Answer answer) => new("Status.CodeShown");
}
