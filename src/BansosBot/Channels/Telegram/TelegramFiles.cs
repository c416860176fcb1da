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
        catch (ApiRequestException e) when (e.ErrorCode is 400 or 404)
        {
            return false;       // "wrong file_id", "file is too big"
        }
        catch (Exception e) when (e is RequestException or HttpRequestException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new IOException("Telegram's files are not reached.", e);
        }
    }
}
