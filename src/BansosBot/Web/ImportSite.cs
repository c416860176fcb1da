using BansosBot.Domain;
using BansosBot.Lists;

namespace BansosBot.Web;

/// <summary>Lists that the verb brings to the bot that runs, over the socket of <see cref="CommandSite"/>.</summary>
internal static class ImportSite
{
    public const string List = "import/bnba", Cases = "import/cases", Difference = "import/difference";

    public static void Map(WebApplication app, Bot bot)
    {
        ListDesk Desk() => new(bot.Lists, bot.Store, say => bot.Letters.Word(say, Language.Indonesian).Text);

        app.MapPost("/" + List, (HttpContext http, ListRequest request) =>
            LongAnswer.WriteAsync(http, (note, stop) => request.TakesIn ? Desk().TakeInAsync(request.Ask, request.Shown, note, stop) : Desk().ShowAsync(request.Ask, stop)));
        app.MapPost("/" + Cases, (HttpContext http, CaseListRequest request) =>
            LongAnswer.WriteAsync(http, (note, stop) => new CaseListDesk(bot.CaseLists, say => bot.Letters.Word(say, Language.Indonesian).Text) is var desk && request.TakesIn ? desk.TakeInAsync(request.Ask, request.Shown, note, stop) : desk.ShowAsync(request.Ask, stop)));
        app.MapPost("/" + Difference, (HttpContext http, DifferenceRequest request) =>
            LongAnswer.WriteAsync(http, async (_, stop) => new DifferenceTold(await Desk().DifferenceAsync(request.Programme, stop))));
    }
}

/// <param name="Shown">What was shown of it; null: nothing, or it is to be taken in whatever it is.</param>
internal sealed record ListRequest(ListAsk Ask, bool TakesIn, ListShown? Shown);

/// <param name="Shown">As in <see cref="ListRequest"/>.</param>
internal sealed record CaseListRequest(CaseListAsk Ask, bool TakesIn, ListShown? Shown);

internal sealed record DifferenceRequest(string Programme);

/// <param name="Lines">As <see cref="IListDesk.DifferenceAsync"/> tells them.</param>
internal sealed record DifferenceTold(IReadOnlyList<string> Lines);
