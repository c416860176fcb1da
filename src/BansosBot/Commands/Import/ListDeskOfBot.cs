using System.Text.Json;
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
        Must(answer);
        return await answer.Content.ReadFromJsonAsync<string[]>(stop) ?? [];
    }

    private async Task<ListShown> AskAsync(ListRequest request, Func<string, Task> note, CancellationToken stop)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(ImportSite.List, UriKind.Relative)) { Content = JsonContent.Create(request) };
        try
        {
            using var answer = await bot.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, stop);
            Must(answer);
            using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (line.StartsWith('{')) return JsonSerializer.Deserialize<ListShown>(line)!;
                await note(line);
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // said below: the bot ended while it was asked
        }

        throw new FailedException("The running bot ended before it had answered. The old list holds unless it says otherwise; its log says why.");
    }

    private static void Must(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode) throw new FailedException($"The running bot did not take it ({(int)answer.StatusCode}). Its log says why.");
    }
}
