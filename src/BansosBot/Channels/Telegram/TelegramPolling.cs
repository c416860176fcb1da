using System.Text.Json;
using BansosBot.Conversations;
using BansosBot.Domain.Conversations;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace BansosBot.Channels.Telegram;

/// <summary>
/// Fetches updates by long poll. The offset moves on only when everything of a poll is on the disk: Telegram's own
/// receiver moves it before its handlers run, and an update whose handling fails is lost.
/// </summary>
public sealed partial class TelegramPolling(ITelegramBotClient bot, UpdateReader reader, Intake intake, Func<int> backlog, TimeProvider clock, ILogger<TelegramPolling> log)
{
    private const int LimitMax = 100;           // Bot API, getUpdates: at most 100
    private const int PollSeconds = 25;         // well below the client's 100 s
    private const int BacklogMax = 20_000;      // replies that wait; above it nothing new is taken in
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(30);

    /// <summary>Polls until it is told to stop.</summary>
    /// <exception cref="Storage.StoreBrokenException">Nothing more may be acknowledged.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        int? offset = null;
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (backlog() > BacklogMax) await Task.Delay(TimeSpan.FromMilliseconds(100), clock, stop);
                var updates = await bot.SendRequest(new UpdateBatch { Offset = offset, Limit = LimitMax, Timeout = PollSeconds, AllowedUpdates = UpdateReader.Wanted }, stop);
                failures = 0;

                // After a quiet week ids begin again at a random number, which may be lower; an offset would confirm those unseen.
                // An empty poll has confirmed all that was handed over, so the next one can do without.
                if (updates.Length == 0)
                {
                    offset = null;
                    continue;
                }

                await TakeAllAsync(updates, stop);
                offset = updates.Max(UpdateBatch.IdOf) + 1;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (RequestException e)
            {
                var pause = Pause(e, failures++);
                LogNotReached(pause, Reason(e));
                await Task.Delay(pause, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                failures++;         // the client's own time-out
            }
        }
    }

    private Task TakeAllAsync(JsonElement[] updates, CancellationToken stop)
    {
        var taken = new List<Task>(updates.Length);
        foreach (var sent in updates)
            if (ReadOrSkip(sent) is { } update && reader.Read(update) is { } message) taken.Add(TakeAsync(update, message, stop));
        return Task.WhenAll(taken);
    }

    // Skipped for good, with the next offset: whoever wrote it hears nothing, but neither does anybody else lose their turn.
    private Update? ReadOrSkip(JsonElement sent)
    {
        try
        {
            return UpdateBatch.Read(sent);
        }
        catch (Exception e)     // whatever the library throws on what it does not know; not its text, which may repeat what was sent
        {
            LogNotRead(UpdateBatch.IdOf(sent), e.GetType().Name);
            return null;
        }
    }

    private async Task TakeAsync(Update update, Incoming message, CancellationToken stop)
    {
        await intake.TakeAsync(message, stop);
        if (update.CallbackQuery is { } query) _ = AnswerAsync(query.Id);
    }

    // Takes the waiting sign from the button. Not stored and not retried: a press that nobody answers harms nobody.
    private async Task AnswerAsync(string query)
    {
        try
        {
            await bot.AnswerCallbackQuery(query);
        }
        catch (Exception e) when (e is RequestException or OperationCanceledException)
        {
            // too old, or not reached
        }
    }

    private static TimeSpan Pause(RequestException e, int failures) =>
        e is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds)
        : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, failures), PauseMax.TotalSeconds));

    private static string Reason(RequestException e) => e switch
    {
        ApiRequestException { ErrorCode: 409 } => "another program polls with the same token, or a webhook is set",
        ApiRequestException { ErrorCode: 401 } => "the token is not accepted; see Telegram:Token",
        ApiRequestException a => $"{a.ErrorCode} {a.Message}",
        _ => "no connection",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be polled ({Reason}). The next try is in {Pause}; nothing is lost meanwhile.")]
    private partial void LogNotReached(TimeSpan pause, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Update {UpdateId} of Telegram is skipped: Telegram.Bot cannot read it ({Exception}). A newer version may; whoever sent it got no answer.")]
    private partial void LogNotRead(int? updateId, string exception);
}
