using System.Collections.Immutable;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>The pre-check's word when it speaks against the aid: the reasons, their legal basis on request, and the officer.
/// Step <see cref="FlowShape.Verdict"/>. From here one goes back, leaves, or goes on without this child.</summary>
public sealed record VerdictKind(PreCheck PreCheck) : QuestionKind
{
    /// <summary>This child is left out; the others' application goes on.</summary>
    public const string WithoutChild = "tanpa_anak_ini";

    private const string Basis = "dasar";

    private static readonly Choice BasisChoice = new(Basis, new Say("Kind.Verdict.Button.Basis"), "dasarnya", "apa dasarnya", "aturannya", "kenapa", "knp", "kok", "why", "which law", "what law");
    private static readonly Choice WithoutChoice = new(WithoutChild, new Say("Kind.Verdict.Button.WithoutChild"), "lanjut", "lanjut tanpa anak ini", "go on", "continue", "go on without this child");
    private static readonly Choice OfficerChoice = new(Everywhere.Officer, new Say("Anywhere.Button.Officer"));

    public override string Name => "verdict";

    public override ImmutableArray<Choice> Choices(Asking q) =>
    [
        .. q.Answers.Child > 1 ? [WithoutChoice] : (ReadOnlySpan<Choice>)[],
        .. q.Narrowed == Basis || PreCheck.Laws(PreCheck.Of(q)).IsEmpty ? (ReadOnlySpan<Choice>)[] : [BasisChoice],
        OfficerChoice,
    ];

    /// <summary>The step's text, with <c>{alasan}</c>: a line for each reason.</summary>
    public override Say Ask(Asking q) => new($"{q.Step.TextKey}.Ask", ("alasan", new SayValue.Lines(PreCheck.Reasons(PreCheck.Of(q)))));

    public override Reading ReadChoice(Asking q, string choice) => choice switch
    {
        WithoutChild when q.Answers.Child > 1 => new Reading.Taken(new Answer.Chosen(choice)),
        Basis => new Reading.Narrow(Basis, new Say("Kind.Verdict.Basis", ("aturan", new SayValue.Lines(PreCheck.Laws(PreCheck.Of(q)))))),
        _ => new Reading.Miss(new Say("Kind.Verdict.WhatNext")),
    };

    public override Reading Read(Asking q, string text) =>
        Choices(q).FirstOrDefault(c => c.IsMeantBy(text)) is { } choice ? ReadChoice(q, choice.Name) : new Reading.Miss(new Say("Kind.Verdict.WhatNext"));

    public override Say Shown(Step step, Answer answer) => WithoutChoice.Label;
}
