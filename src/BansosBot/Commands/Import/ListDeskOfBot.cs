using BansosBot.Lists;
using BansosBot.Web;

namespace BansosBot.Commands.Import;

/// <summary>Lists are shown and taken in by the bot that runs: it has the store. It reads the file itself.</summary>
internal sealed class ListDeskOfBot(HttpClient bot) : IListDesk
{
    public Task<ListShown> ShowAsync(ListAsk ask, CancellationToken stop) => AskAsync(new(ask, TakesIn: false, null), _ => Task.CompletedTask, stop);

    public Task<ListShown> TakeInAsync(ListAsk ask, ListShown? shown, Func<string, Task> note, CancellationToken stop) =>
        AskAsync(new(ask, TakesIn: true, shown is null ? null : shown with { Lines = [], Json = "" }), note, stop);

    public async Task<IReadOnlyList<string>> DifferenceAsync(string programme, CancellationToken stop) =>
        (await BotCall.AskAsync<DifferenceRequest, DifferenceTold>(bot, ImportSite.Difference, new(programme), _ => Task.CompletedTask, "Nothing was changed.", stop)).Lines;

    private Task<ListShown> AskAsync(ListRequest request, Func<string, Task> note, CancellationToken stop) =>
        BotCall.AskAsync<ListRequest, ListShown>(bot, ImportSite.List, request, note, "The old list holds unless it says otherwise.", stop);
}
