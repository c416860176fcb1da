using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>Whether there is another child; yes asks the per-child steps anew. Step <see cref="FlowShape.MoreChildren"/>.</summary>
public sealed record MoreChildrenKind(int ChildrenMost) : QuestionKind
{
    /// <summary>More than any family here; a home for children comes to the office.</summary>
    public const int ChildrenMax = 20;

    private static readonly Choice Another = new(YesNoKind.Yes, new Say("Kind.MoreChildren.Button.Yes"), [.. YesNo.YesWords, "ada", "masih ada", "masih", "one more", "yes one more", "another", "another child", "another one", "there is one more"]);
    private static readonly Choice NoMore = new(YesNoKind.No, new Say("Kind.MoreChildren.Button.No"),
        [.. YesNo.NoWords, "tidak ada", "tdk ada", "gak ada", "ga ada", "sudah", "udah", "sudah semua", "cukup", "hanya itu", "itu saja", "no more", "none", "that is all", "that s all", "thats all", "nobody else", "only one", "just one", "done"]);

    public override string Name => "more_children";

    public override ImmutableArray<Choice> Choices(Asking q) => [Another, NoMore];

    public override Reading ReadChoice(Asking q, string choice) => choice switch
    {
        YesNoKind.Yes when q.Answers.Child >= ChildrenMost => new Reading.Miss(new Say("Kind.MoreChildren.Enough", ("paling", ChildrenMost))),
        YesNoKind.Yes or YesNoKind.No => new Reading.Taken(new Answer.Chosen(choice)),
        _ => new Reading.Miss(new Say("Kind.YesNo.NotOne")),
    };

    public override Reading Read(Asking q, string text) =>
        Choices(q).FirstOrDefault(c => c.IsMeantBy(text)) is { } choice ? ReadChoice(q, choice.Name) : new Reading.Miss(new Say("Kind.YesNo.NotOne"));

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Chosen(YesNoKind.Yes) ? Another.Label : NoMore.Label;
}
