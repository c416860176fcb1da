using BansosBot.Commands.Export;
using BansosBot.Domain;

namespace BansosBot.Web;

/// <summary>Files that the verb asks of the bot that runs, over the socket of <see cref="CommandSite"/>. It writes them itself, as the same user.</summary>
internal static class ExportSite
{
    public const string Proposals = "export/proposals";

    public static void Map(WebApplication app, Bot bot) => app.MapPost("/" + Proposals, (HttpContext http, ExportAsk ask) =>
        LongAnswer.WriteAsync(http, (_, stop) => new ExportDesk(bot.Proposals, say => bot.Letters.Word(say, Language.Indonesian).Text).ExportAsync(ask, stop)));
}
