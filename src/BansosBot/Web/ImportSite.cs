using System.Text.Json;
using BansosBot.Commands.Import;
using BansosBot.Domain;

namespace BansosBot.Web;

/// <summary>Lists that the verb brings to the bot that runs, over the socket of <see cref="CommandSite"/>.</summary>
internal static class ImportSite
{
    public const string List = "import/bnba", Difference = "import/difference";

    public static void Map(WebApplication app, Bot bot)
    {
        ListDesk Desk() => new(bot.Lists, bot.Store, say => bot.Letters.Word(say, Language.Indonesian).Text);

        // A line of progress each, and the answer last, which begins with a brace.
        app.MapPost("/" + List, async (HttpContext http, ListRequest request) =>
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            var stop = http.RequestAborted;
            var shown = request.TakesIn ? await Desk().TakeInAsync(request.Ask, request.Shown, WriteAsync, stop) : await Desk().ShowAsync(request.Ask, stop);
            await WriteAsync(JsonSerializer.Serialize(shown));

            async Task WriteAsync(string line)
            {
                await http.Response.WriteAsync(line + "\n", stop);
                await http.Response.Body.FlushAsync(stop);
            }
        });
        app.MapGet("/" + Difference, async (string programme, CancellationToken stop) => Results.Json(await Desk().DifferenceAsync(programme, stop)));
    }
}

/// <param name="Shown">What was shown of it; null: nothing, or it is to be taken in whatever it is.</param>
internal sealed record ListRequest(ListAsk Ask, bool TakesIn, ListShown? Shown);
