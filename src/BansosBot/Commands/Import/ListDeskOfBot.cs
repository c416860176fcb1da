using BansosBot.Web;

namespace BansosBot.Commands.Import;

/// <summary>Lists are shown and taken in by the bot that runs: it has the store. It reads the file itself.</summary>
internal sealed class ListDeskOfBot : IListDesk
{
    private readonly HttpClient bot;

    public ListDeskOfBot(HttpClient bot)
    {
        this.bot = bot;
        bot.Timeout = Timeout.InfiniteTimeSpan;         // a million rows take minutes, and its end is seen by the socket
    }

    public Task<ListShown> ShowAsync(ListAsk ask, CancellationToken stop) => AskAsync(new(ask, TakesIn: false, null), _ => Task.CompletedTask, stop);

    public Task<ListShown> TakeInAsync(ListAsk ask, ListShown? shown, Func<string, Task> note, CancellationToken stop) =>
        AskAsync(new(ask, TakesIn: true, shown is null ? null : shown with { Lines = [], Json = "" }), note, stop);

    public async Task<IReadOnlyList<string>> DifferenceAsync(string programme, CancellationToken stop)
    {
        using var answer = await bot.GetAsync(new Uri($"{ImportSite.Difference}?programme={Uri.EscapeDataString(programme)}", UriKind.Relative), stop);
        BotCall.Must(answer);
        return await answer.Content.ReadFromJsonAsync<string[]>(stop) ?? [];
    }

    private Task<ListShown> AskAsync(ListRequest request, Func<string, Task> note, CancellationToken stop) =>
        BotCall.AskAsync<ListRequest, ListShown>(bot, ImportSite.List, request, note, "The old list holds unless it says otherwise.", stop);
}
