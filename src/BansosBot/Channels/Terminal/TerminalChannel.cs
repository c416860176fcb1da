using BansosBot.Delivery;
using BansosBot.Documents;
using BansosBot.Domain.Conversations;

namespace BansosBot.Channels.Terminal;

/// <summary>The way out to the terminal.</summary>
public sealed class TerminalChannel(TerminalScreen screen) : IChannel
{
    public string Name => TerminalChat.Chat.Channel;

    public Task<Delivered> SendAsync(Letter letter, CancellationToken stop)
    {
        screen.Print(letter);
        return Task.FromResult<Delivered>(new Delivered.Sent());
    }
}

/// <summary>Photos of the terminal are files of this machine.</summary>
public sealed class TerminalFiles : IFileSource
{
    public string Channel => TerminalChat.Chat.Channel;

    public async Task<bool> FetchAsync(FileRef file, Stream into, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            await using var from = File.OpenRead(file.At);
            await from.CopyToAsync(into, stop);
            return true;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
