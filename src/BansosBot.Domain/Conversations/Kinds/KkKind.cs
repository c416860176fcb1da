using System.Collections.Immutable;
using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>The number of a Kartu Keluarga. What looks odd about it is asked about, never refused.</summary>
public sealed record KkKind : QuestionKind
{
    public override string Name => "kk";

    public override AskedFor AskedFor => AskedFor.NikOrKk;

    public override Reading Read(Asking q, string text) => NomorKk.Read(text) switch
    {
        Heard<NomorKk>.Clear(var kk) => Taken(q, kk, null),
        Heard<NomorKk>.Unsure(var kk, var question) => Taken(q, kk, question),
        Heard<NomorKk>.No(var why) => new Reading.Miss(why.Sentence),
        _ => throw new InvalidOperationException("A reading of a KK number that nobody wrote."),
    };

    public override Say ToConfirm(Asking q, Answer answer) => answer is Answer.OwnKk(var kk) && kk.Doubts is { IsEmpty: false } doubts
        ? Doubting(kk, doubts)
        : new Say("Kind.Kk.Confirm", ("nomor", Shown(q.Step, answer)));

    /// <summary>Whole: who typed it must be able to check it.</summary>
    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.OwnKk(var kk) ? new Say("Kind.Number", ("nomor", Digits.InFours(kk.Reveal()))) : new Say("Kind.NoLongerAChoice");

    private static Say Doubting(NomorKk kk, ImmutableArray<Say> doubts) =>
        new("Kind.Kk.ConfirmDoubts", ("nomor", Digits.InFours(kk.Reveal())), ("catatan", new SayValue.Lines(doubts)));

    private static Reading Taken(Asking q, NomorKk kk, Say? question)
    {
        foreach (var other in q.Answers.All.Values)
            if (other is Answer.OwnNik(var nik) && kk.ClashWith(nik) is { } clash) return new Reading.Miss(clash.Sentence);

        var answer = new Answer.OwnKk(kk);
        if (!kk.Doubts.IsEmpty) return new Reading.Confirm(answer);
        return question is null ? new Reading.Taken(answer) : new Reading.Confirm(answer, Doubting(kk, [question]));
    }
}
