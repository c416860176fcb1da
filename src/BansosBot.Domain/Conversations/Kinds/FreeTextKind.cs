using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>A few words of one's own.</summary>
/// <param name="LettersMost">1 to <see cref="LettersMax"/>.</param>
public sealed record FreeTextKind(int LettersMost) : QuestionKind
{
    /// <summary>What a conversation takes as one answer at all: longer texts are pasted by mistake.</summary>
    public const int LettersMax = 1_000;

    public override string Name => "free_text";

    public override Reading Read(Asking q, string text)
    {
        var plain = Typed.Plain(text);
        if (!plain.Any(char.IsLetterOrDigit)) return new Reading.Miss(new Say("Kind.FreeText.Empty"));
        return plain.Length > LettersMost
            ? new Reading.Miss(new Say("Kind.FreeText.TooLong", ("jumlah", plain.Length), ("paling", LettersMost)))
            : new Reading.Taken(new Answer.Free(plain));
    }

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Free(var text) ? new Say("Kind.Words", ("isi", text)) : new Say("Kind.NoLongerAChoice");
}
