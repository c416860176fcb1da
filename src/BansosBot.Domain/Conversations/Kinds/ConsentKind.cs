using System.Collections.Immutable;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>The pre-check's word when nothing speaks against it, and the question whether the data may be kept.
/// The whole notice is shown on request and asks again.</summary>
/// <remarks>What a yes or no brings about is the errand's: the record of the consent, or the end.</remarks>
public sealed record ConsentKind(PreCheck PreCheck) : QuestionKind
{
    /// <summary>Name that the step must bear.</summary>
    public const string Step = "consent";

    public const string Agrees = "boleh";

    public const string Refuses = "tidak";

    private const string ReadFirst = "baca_dulu";

    /// <summary>Whether the person agreed that the draft's answers are kept.</summary>
    public static bool IsGiven(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Answers.GetValueOrDefault(Step) is Answer.Chosen(Agrees);
    }

    private static readonly Choice AgreeChoice = new(Agrees, new Say("Kind.Consent.Button.Agree"), [.. YesNo.YesWords, "agree", "yes you may", "you may"]);
    private static readonly Choice ReadChoices = new(ReadFirst, new Say("Kind.Consent.Button.Read"), "baca dulu", "baca", "lihat dulu", "apa isinya", "read first", "read it first", "read", "let me read");
    private static readonly Choice RefuseChoice = new(Refuses, new Say("Kind.Consent.Button.Refuse"), [.. YesNo.NoWords, "tidak boleh", "jangan", "gak boleh", "ga boleh", "i do not agree", "i don t agree", "i dont agree", "disagree", "i refuse"]);

    public override string Name => "consent";

    public override ImmutableArray<Choice> Choices(Asking q) =>
        q.Narrowed == ReadFirst ? [AgreeChoice, RefuseChoice] : [AgreeChoice, ReadChoices, RefuseChoice];

    /// <summary>The step's text, with <c>{hasil}</c>: what the pre-check says. Once that was said, the question alone.</summary>
    public override Say Ask(Asking q) => q.IsRepeated || q.Narrowed == ReadFirst
        ? new($"{q.Step.TextKey}.AskAfterReading")
        : new($"{q.Step.TextKey}.Ask", ("hasil", PreCheck.InWords(PreCheck.Of(q))));

    public override Reading ReadChoice(Asking q, string choice) => choice switch
    {
        Agrees or Refuses => new Reading.Taken(new Answer.Chosen(choice)),
        ReadFirst => new Reading.Narrow(ReadFirst, new Say($"{q.Step.TextKey}.Notice")),
        _ => new Reading.Miss(new Say("Kind.Consent.NotOne")),
    };

    /// <summary>Only a plain yes is one: nothing here is guessed.</summary>
    public override Reading Read(Asking q, string text) =>
        Choices(q).FirstOrDefault(c => c.IsMeantBy(text)) is { } choice ? ReadChoice(q, choice.Name) : new Reading.Miss(new Say("Kind.Consent.NotOne"));

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Chosen(Agrees) ? AgreeChoice.Label : RefuseChoice.Label;
}
