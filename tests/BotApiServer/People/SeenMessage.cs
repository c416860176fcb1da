using System.Collections.Immutable;

namespace BotApiServer;

/// <summary>A message of the bot as a person sees it at one moment.</summary>
/// <param name="Kind"><c>text</c>, <c>photo</c>, <c>document</c>.</param>
/// <param name="Text">Text or caption, after the latest edit.</param>
/// <param name="Buttons">By row; inline or, see <paramref name="HasReplyKeyboard"/>, in place of the keyboard.</param>
/// <param name="HasReplyKeyboard">The markup is a reply keyboard, its removal or a forced reply.</param>
/// <param name="Edits">How often it was edited.</param>
public sealed record SeenMessage(int Id, long ChatId, string Kind, string Text, IReadOnlyList<TextEntity> Entities,
    ImmutableArray<ImmutableArray<Button>> Buttons, bool HasReplyKeyboard, int Edits, bool Deleted, DateTimeOffset At, string? FileId)
{
    /// <summary>Of a document; null: it is none.</summary>
    public string? FileName { get; init; }

    /// <summary>Labels of all buttons, row by row.</summary>
    public IEnumerable<string> Labels => Buttons.SelectMany(row => row).Select(b => b.Label);

    /// <summary>As a line of a transcript: the text and its buttons.</summary>
    public override string ToString() =>
        (Deleted ? "(dihapus) " : "") + Text + string.Concat(Labels.Select(label => $" [{label}]"));
}
