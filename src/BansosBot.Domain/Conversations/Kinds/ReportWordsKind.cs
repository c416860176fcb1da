using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>A question to somebody who reports that a child is harmed: whatever is written is the answer, and giving none is one too.</summary>
/// <param name="None">Key of the button that gives none; null: nothing was asked, and words are only added.</param>
public sealed record ReportWordsKind(string? None) : QuestionKind
{
    /// <summary>The name of the choice that gives none.</summary>
    public const string Nothing = "tidak_ada";

    // "Tidak mau" as people write it; whatever else they write is kept as they wrote it.
    private static readonly ImmutableArray<string> Spoken =
        ["tidak", "tdk", "gak", "ga", "nggak", "ngga", "enggak", "engga", "tidak tahu", "gak tahu", "ga tahu", "gatau", "gak tau", "ga tau", "nggak tahu", "tidak mau", "gak mau", "ga mau", "nggak mau", "ngga mau",
         "tidak ada", "gak ada", "ga ada", "gak punya", "ga punya", "tidak punya", "rahasia", "anonim", "takut", "tidak usah", "ga usah", "gak usah", "jangan",
         "no", "i don t know", "i dont know", "i do not know", "i don t want to", "i do not want to", "i would rather not", "none", "secret", "anonymous", "i am afraid", "i m afraid"];

    public override string Name => "report_words";

    /// <summary>Bot API, sendMessage: at most 4096. A story is told as it comes.</summary>
    public override int LongestText => 4_096;

    public override ImmutableArray<Choice> Choices(Asking q) => None is null ? [] : [new(Nothing, new Say(None), Spoken)];

    public override Reading Read(Asking q, string text) =>
        text.Any(char.IsLetterOrDigit) ? new Reading.Taken(new Answer.Free(text.Trim())) : new Reading.Miss(new Say("Kind.FreeText.Empty"));

    public override Reading ReadChoice(Asking q, string choice) =>
        choice == Nothing && None is not null ? new Reading.Taken(new Answer.Chosen(Nothing)) : Read(q, choice);

    public override Reading ReadPicture(Asking q, FileRef file, string work) => new Reading.Miss(new Say("Protect.PhotoNotKept"));

    public override Say Shown(Step step, Answer answer) => new("Anywhere.NotShown");
}
