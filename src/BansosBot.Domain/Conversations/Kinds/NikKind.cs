using System.Collections.Immutable;
using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>Whose NIK is asked for.</summary>
public enum NikOf
{
    Child,
    Guardian,
}

/// <summary>A NIK, compared at once with what was answered before: what differs is asked about in words and never refused.</summary>
/// <param name="BirthDate">Step with the bearer's birth date; null: not compared.</param>
/// <param name="Sex">Step with the bearer's sex, a choice of <see cref="Male"/> and <see cref="Female"/>; null: not compared.</param>
/// <param name="Kelurahan">Step with the kelurahan on the KK; null: not compared.</param>
/// <param name="IsOptional">Who has none, or does not know it, says so; an officer finds it with the family.</param>
public sealed record NikKind(NikOf Of, string? BirthDate, string? Sex, string? Kelurahan, bool IsOptional = false) : QuestionKind
{
    private static readonly Choice NotYetChoice = new(Answer.DoNotKnow, new Say("Kind.Nik.Button.NotYet"), ["belum punya", "blm punya", "tidak punya", "gak punya", "ga punya", "belum ada", "none", "not yet", "no nik", "no number", "i have none", "has none", "there is none", .. DoNotKnowWords.All]);

    public const string Male = "laki_laki";

    public const string Female = "perempuan";

    public override string Name => "nik";

    public override AskedFor AskedFor => AskedFor.NikOrKk;

    public override ImmutableArray<Choice> Choices(Asking q) => IsOptional ? [NotYetChoice] : [];

    public override Reading ReadChoice(Asking q, string choice) => IsOptional && choice == Answer.DoNotKnow ? new Reading.Taken(new Answer.Chosen(choice)) : Read(q, choice);

    public override Reading Read(Asking q, string text) => Nik.Read(text) switch
    {
        Heard<Nik>.Clear(var nik) => Taken(q, nik, null),
        Heard<Nik>.Unsure(var nik, var question) => Taken(q, nik, question),
        Heard<Nik>.No(var why) => new Reading.Miss(why.Sentence),
        _ => throw new InvalidOperationException("A reading of a NIK that nobody wrote."),
    };

    public override Say ToConfirm(Asking q, Answer answer) => answer is Answer.OwnNik(var nik) && Doubts(q, nik) is { IsEmpty: false } doubts
        ? Doubting(q.Step, nik, doubts)
        : new Say("Kind.Nik.Confirm", ("nomor", Shown(q.Step, answer)));

    /// <summary>Whole: who typed it must be able to check it. Masked where it is nobody's to read later.</summary>
    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.OwnNik(var nik) ? new Say("Kind.Number", ("nomor", Number(step, nik)))
        : answer is Answer.Chosen(Answer.DoNotKnow) ? NotYetChoice.Label
        : new Say("Kind.NoLongerAChoice");

    private static Say Doubting(Step step, Nik nik, ImmutableArray<Say> doubts) =>
        new("Kind.Nik.ConfirmDoubts", ("nomor", Number(step, nik)), ("catatan", new SayValue.Lines(doubts)));

    private static string Number(Step step, Nik nik) => step.IsSecret ? nik.ToString() : Digits.InFours(nik.Reveal());

    private Reading Taken(Asking q, Nik nik, Say? question)
    {
        if (Clash(q, nik) is { } clash) return new Reading.Miss(clash);
        var answer = new Answer.OwnNik(nik);
        if (!Doubts(q, nik).IsEmpty) return new Reading.Confirm(answer);          // it shows the number, so letters too are asked about
        return question is null ? new Reading.Taken(answer) : new Reading.Confirm(answer, Doubting(q.Step, nik, [question]));
    }

    /// <summary>The same number as somebody else's of this application, or as the KK's.</summary>
    private static Say? Clash(Asking q, Nik nik)
    {
        var own = Answers.Key(q.Step.Name, q.Step.PerChild ? q.Answers.Child : 0);
        foreach (var (key, answer) in q.Answers.All)
        {
            if (key == own) continue;
            if (answer is Answer.OwnKk(var kk) && nik.ClashWith(kk) is { } asKk) return asKk.Sentence;
            if (answer is Answer.OwnNik(var other) && other == nik)
                return q.Step.PerChild && key.Contains('#', StringComparison.Ordinal) ? new Say("Kind.Nik.SameAsSibling") : new NikSameAsGuardian().Sentence;
        }

        return null;
    }

    private ImmutableArray<Say> Doubts(Asking q, Nik nik) => NikSense.Doubts(
        nik,
        q.Today,
        Of == NikOf.Child ? YearRule.Child : YearRule.Adult,
        BirthDate is not null && q.Answers.Of(BirthDate) is Answer.Day(var born) ? born : null,
        Sex is not null && q.Answers.Of(Sex) is Answer.Chosen(var sex) ? sex switch { Male => Registry.Sex.Male, Female => Registry.Sex.Female, _ => null } : null,
        Kelurahan is not null && q.Answers.Of(Kelurahan) is Answer.InKelurahan(var lives) ? lives.Kecamatan : null);
}

/// <summary>Long numbers as they are read aloud.</summary>
internal static class Digits
{
    /// <summary>3673 0112 0314 0001.</summary>
    public static string InFours(string digits) => string.Join(' ', digits.Chunk(4).Select(four => new string(four)));
}
