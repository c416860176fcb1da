using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>Yes or no; "tidak tahu" where a criterion asks.</summary>
public sealed record YesNoKind(bool AllowsDoNotKnow) : QuestionKind
{
    /// <summary>Names of the answers in programme files.</summary>
    public const string Yes = "ya";

    public const string No = "tidak";

    private static readonly Choice YesChoice = new(Yes, new Say("Kind.YesNo.Button.Yes"), YesNo.YesWords);
    private static readonly Choice NoChoice = new(No, new Say("Kind.YesNo.Button.No"), YesNo.NoWords);
    private static readonly Choice DoNotKnowChoice = new(Answer.DoNotKnow, new Say("Kind.YesNo.Button.DontKnow"), DoNotKnowWords.All);

    // What people say instead of yes or no; asked back, since "belum" may answer the question or a word of it.
    private static readonly ImmutableArray<string> LikeYes = ["sudah", "udah", "udh", "dah", "ada", "pernah", "masih", "already", "still", "i do", "we do", "he does", "she does", "they do"];
    private static readonly ImmutableArray<string> LikeNo = ["belum", "blm", "blom", "tidak ada", "tdk ada", "gak ada", "ga ada", "nggak ada", "tidak pernah", "belum pernah", "not yet", "never", "none", "not at all"];

    public override string Name => "yes_no";

    public override ImmutableArray<Choice> Choices(Asking q) =>
        AllowsDoNotKnow ? [YesChoice, NoChoice, DoNotKnowChoice] : [YesChoice, NoChoice];

    public override Reading ReadChoice(Asking q, string choice) =>
        Choices(q).Any(c => c.Name == choice) ? new Reading.Taken(new Answer.Chosen(choice)) : new Reading.Miss(new Say("Kind.YesNo.NotOne"));

    public override Reading Read(Asking q, string text)
    {
        if (Choices(q).FirstOrDefault(c => c.IsMeantBy(text)) is { } exact) return ReadChoice(q, exact.Name);
        var plain = Everywhere.Plain(text);
        if (AllowsDoNotKnow && DoNotKnowWords.AreIn(plain)) return new Reading.Confirm(new Answer.Chosen(Answer.DoNotKnow));
        var leans = Leaning(plain);
        return leans is { } yes ? new Reading.Confirm(new Answer.Chosen(yes ? Yes : No)) : new Reading.Miss(new Say("Kind.YesNo.NotOne"));
    }

    public override Say Shown(Step step, Answer answer) => answer switch
    {
        Answer.Chosen(Yes) => YesChoice.Label,
        Answer.Chosen(No) => NoChoice.Label,
        Answer.Chosen(Answer.DoNotKnow) => DoNotKnowChoice.Label,
        _ => new Say("Kind.NoLongerAChoice"),
    };

    /// <summary>"iya bu, sudah lama": the first word decides, to be asked back.</summary>
    private static bool? Leaning(string plain)
    {
        if (LikeNo.Any(w => plain == w || plain.StartsWith(w + " ", StringComparison.Ordinal))) return false;
        if (LikeYes.Any(w => plain == w || plain.StartsWith(w + " ", StringComparison.Ordinal))) return true;
        return plain.Split(' ') is [var first, _, ..] ? YesNo.Of(first) : null;
    }
}

/// <summary>"Tidak tahu" as people write it: domain.md section 8.</summary>
public static class DoNotKnowWords
{
    public static readonly ImmutableArray<string> All =
    [
        "tidak tahu", "tidak tau", "tdk tahu", "tdk tau", "gak tahu", "gak tau", "gk tau", "ga tau", "ga tahu", "gatau", "gaktau", "g tau",
        "nggak tahu", "nggak tau", "ngga tau", "enggak tahu", "engga tau", "kurang tahu", "kurang tau", "belum tahu", "blm tau", "lupa",
        "tidak yakin", "ga yakin", "gak yakin", "entah", "teu nyaho", "ore weruh", "embuh", "mboten ngertos",
        "don t know", "dont know", "do not know", "i don t know", "i dont know", "i do not know", "not sure", "i am not sure", "i m not sure", "im not sure", "unsure", "no idea", "i have no idea",
        "forgot", "i forgot", "don t remember", "dont remember", "i don t remember", "i do not remember", "can t remember", "cannot remember",
    ];

    public static bool AreIn(string plain) => All.Any(w => $" {plain} ".Contains($" {w} ", StringComparison.Ordinal));
}
