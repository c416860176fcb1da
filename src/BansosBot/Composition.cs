using BansosBot.Channels.WebChat;
using BansosBot.Commands;
using BansosBot.Configuration;
using BansosBot.Conversations;
using BansosBot.Domain.Conversations;
using BansosBot.Programmes;
using BansosBot.Texts;

namespace BansosBot;

/// <summary>What the bot asks and says: the programmes, the errands of the menu, the sentences.</summary>
/// <param name="Book">All sentences.</param>
internal sealed record Composition(Talk Talk, Wording Wording, TextBook Book)
{
    /// <exception cref="WrongUseException">A programme file or a text is wrong; a line for each mistake.</exception>
    public static Composition Of(Settings settings)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.Office.TimeZone);
        var files = ProgrammeFiles.Read(settings.ProgrammesPath);
        if (!files.Mistakes.IsEmpty) throw new WrongUseException(files.Mistakes.Select(m => m.ToString()));
        try
        {
            var book = TextBook.Shipped(files.Texts);
            var wording = new Wording(book, new OfficeTime(zone));
            return new(Reception.Open(settings.Office, files.All, files.Forms, files.Interview, wording.Label, settings.Telegram.Token.Length > 0, WebChatDoor.ChannelName), wording, book);
        }
        catch (TextsBroken e)
        {
            throw new WrongUseException(e.Mistakes.Select(m => m.ToString()));
        }
    }
}
