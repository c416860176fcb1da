using BansosBot.Documents;
using BansosBot.Domain.Conversations;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace BansosBot.Channels.Telegram;

/// <summary>Fetches files from Telegram: at most 20 MB at the public server, and at most what the target takes.</summary>
public sealed class TelegramFiles(ITelegramBotClient bot) : IFileSource
{
    public string Channel => UpdateReader.ChannelName;

    public async Task<bool> FetchAsync(FileRef file, Stream into, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var found = await bot.GetFile(file.At, stop);
            if (found.FilePath is null) return false;
            await bot.DownloadFile(found.FilePath, into, stop);
            return true;
        }
        catch (ApiRequestException e) when (e.ErrorCode is 400)
        {
            return false;       // "wrong file_id", "file is too big"
        }
        catch (ApiRequestException e) when (e.ErrorCode is 404)
        {
            await MustKnowUsAsync(stop);
            return false;
        }
        catch (Exception e) when (IsOutage(e, stop))
        {
            throw NotReached(e);
        }
    }

    // 404 is a file that is gone, and also the answer to a token that was withdrawn or mistyped: then no photo is gone, and each waits.
    private async Task MustKnowUsAsync(CancellationToken stop)
    {
        try
        {
            await bot.GetMe(stop);
        }
        catch (Exception e) when (IsOutage(e, stop))
        {
            throw NotReached(e);
        }
    }

    private static bool IsOutage(Exception e, CancellationToken stop) =>
        e is RequestException or HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested);

    private static IOException NotReached(Exception e) => new("Telegram's files are not reached.", e);
}
