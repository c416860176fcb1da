using System.Collections.Immutable;

namespace BotApiServer;

/// <summary>Something the bot did to a chat, once for each call that was executed, lost response or not.</summary>
/// <param name="Number">From 1 without a gap.</param>
/// <param name="Method">sendMessage, editMessageText, deleteMessage, answerCallbackQuery, sendChatAction ...</param>
/// <param name="MessageId">0 where no message is concerned.</param>
/// <param name="Text">The text or caption after this call; what was shown, for answerCallbackQuery.</param>
public sealed record Sent(long Number, DateTimeOffset At, string Method, long ChatId, int MessageId, string Text,
    ImmutableArray<ImmutableArray<Button>> Buttons, string? FileId);

/// <summary>One HTTP request to a method or for a file, whatever became of it.</summary>
/// <param name="Method"><c>file</c> for a download.</param>
/// <param name="ChatId">0 where there is none.</param>
/// <param name="Status">The HTTP code; 0 when the connection was cut.</param>
/// <param name="Detail">The refusal's or the fault's words; for a download its path.</param>
public readonly record struct RequestSeen(DateTimeOffset At, string Method, long ChatId, int Status, string? Detail);
