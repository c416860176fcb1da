using System.Collections.Immutable;
using System.Threading.Channels;
using BansosBot.Delivery;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Storage;

namespace BansosBot.Staff;

/// <summary>Keeps the list of commands in the chats of who works here as it is to be: shown when they come in, taken away when they leave.</summary>
/// <remarks>
/// What is to be shown is looked up when it is shown, and shown anew at each start: a stop between the commit and the channel's answer heals itself, and
/// showing the same twice changes nothing.
/// </remarks>
internal sealed partial class CommandLists : IDisposable
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(30);

    private readonly IStore store;
    private readonly string channel;
    private readonly Func<ChatKey, ImmutableArray<string>, CancellationToken, Task<Delivered>> show;
    private readonly TimeProvider clock;
    private readonly ILogger<CommandLists> log;
    private readonly Channel<ChatKey> chats = Channel.CreateUnbounded<ChatKey>(new() { SingleReader = true });      // as many as officers come and go

    /// <param name="channel">Whose chats have such a list.</param>
    /// <param name="show">Shows these commands beside everybody's in a chat; none: everybody's alone.</param>
    public CommandLists(IStore store, string channel, Func<ChatKey, ImmutableArray<string>, CancellationToken, Task<Delivered>> show, TimeProvider clock, ILogger<CommandLists> log)
    {
        (this.store, this.channel, this.show, this.clock, this.log) = (store, channel, show, clock, log);
        store.Committed += Take;
    }

    public async Task RunAsync(CancellationToken stop)
    {
        foreach (var chat in (await AllAsync(stop)).Select(o => o.Chat).Distinct()) Post(chat);
        await foreach (var chat in chats.Reader.ReadAllAsync(stop))
            while (await ShowAsync(chat, stop) is { } wait) await Task.Delay(wait, clock, stop);
    }

    public void Dispose() => store.Committed -= Take;

    private void Take(CommittedGroup group)
    {
        foreach (var chat in group.OfficersChanged) Post(chat);
    }

    private void Post(ChatKey chat)
    {
        if (chat.Channel == channel) chats.Writer.TryWrite(chat);
    }

    /// <returns>After how long it is tried again; null: it is shown, or never will be.</returns>
    private async Task<TimeSpan?> ShowAsync(ChatKey chat, CancellationToken stop)
    {
        var officer = (await AllAsync(stop)).FirstOrDefault(o => o.Chat == chat && o.WorksHere);
        switch (await show(chat, officer is null ? [] : DeskCommands.Of(officer), stop))
        {
            case Delivered.Slower(var after):
                return after;
            case Delivered.Outage or Delivered.Uncertain:
                return AgainAfter;
            case Delivered.NotAccepted(var why):
                LogNotAccepted(why);
                return null;
            default:
                return null;        // shown; or the chat is gone, and with it its list
        }
    }

    private async Task<ImmutableArray<Officer>> AllAsync(CancellationToken stop) => (await store.LookUpAsync(ChatKey.Office, new() { Officers = true }, stop)).Officers;

    [LoggerMessage(Level = LogLevel.Error, Message = "The list of an officer's commands was not accepted ({Why}). All of it is reached by the buttons too.")]
    private partial void LogNotAccepted(string why);
}
