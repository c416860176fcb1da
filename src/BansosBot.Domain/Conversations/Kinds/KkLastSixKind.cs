using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>The last six digits of a KK number. They are not shown again: who typed them has the KK at hand.</summary>
public sealed record KkLastSixKind : QuestionKind
{
    public override string Name => "kk_last_six";

    public override AskedFor AskedFor => AskedFor.NikOrKk;

    public override Reading Read(Asking q, string text)
    {
        if (NomorKk.Read(text) is Heard<NomorKk>.Clear(var whole) && NikIn(q) is { } asked && whole.ClashWith(asked) is not null) return new Reading.Miss(new Say("Kind.KkLastSix.IsNik"));
        return KkLastSix.Parse(text) switch
        {
            // Often they are the wrong card's: asked once, for a wrong proof costs one of five.
            Outcome<KkLastSix>.Ok(var six) => NikIn(q) is { } nik && six.Ends(nik) ? new Reading.Confirm(new Answer.KkEnd(six)) : new Reading.Taken(new Answer.KkEnd(six)),
            Outcome<KkLastSix>.No(var why) => new Reading.Miss(why.Sentence),
            _ => throw new InvalidOperationException("An outcome that nobody wrote."),
        };
    }

    public override Say ToConfirm(Asking q, Answer answer) => new("Kind.KkLastSix.EndsNikToo");

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.KkEnd(var six) ? new Say("Kind.Number", ("nomor", six.ToString())) : new Say("Kind.NoLongerAChoice");

    private static Nik? NikIn(Asking q) => q.Answers.All.Values.OfType<Answer.OwnNik>().FirstOrDefault()?.Nik;
}
