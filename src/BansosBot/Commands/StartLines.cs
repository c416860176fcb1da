using BansosBot.Configuration;
using BansosBot.Demo;
using BansosBot.Domain;
using BansosBot.Storage.Keys;

namespace BansosBot.Commands;

/// <summary>The few lines at the start, for whoever runs the program.</summary>
internal static class StartLines
{
    /// <summary>Where the data and the keys are, and that the keys must be kept.</summary>
    public static void Store(TextWriter to, Func<Say, string> word, Settings settings, KeyFolder keys)
    {
        to.WriteLine(word(new Say("Start.Storage", ("folder", Path.GetFullPath(settings.Storage.Path)))));
        to.WriteLine(word(new Say("Start.Keys", ("folder", Path.GetFullPath(settings.KeysPath)))));
        if (keys.IsNew) to.WriteLine(word(new Say("Start.KeysNew")));
        foreach (var warning in keys.Warnings) to.WriteLine(warning);
    }

    /// <summary>That all is invented, and some cases that one may look at.</summary>
    public static async Task DemoAsync(TextWriter to, Func<Say, string> word, Bot bot, TimeProvider clock)
    {
        await to.WriteLineAsync(word(new Say("Start.Demo")));
        foreach (var example in await DemoData.ExamplesAsync(bot.Store, bot.Talk, clock.GetUtcNow()))
        {
            await to.WriteLineAsync(word(new Say(
                "Start.DemoExample", ("kode", example.Code.Reveal()), ("tanggal", new SayValue.PaperDay(example.Born)), ("tahap", new Say($"Stage.{example.Stage}.Name")))));
        }
    }

    public static void Run(TextWriter to, Func<Say, string> word, Settings settings, IEnumerable<string> addresses)
    {
        foreach (var address in addresses) to.WriteLine(word(new Say("Start.Web", ("alamat", address))));
        to.WriteLine(word(new Say(settings.Telegram.Token.Length == 0 ? "Start.TelegramOff" : "Start.TelegramConnecting")));
        var office = settings.Office;
        if (office.Address.Length == 0 || office.Phone.Length == 0 || office.Hours.Length == 0) to.WriteLine(word(new Say("Start.OfficeIncomplete")));
        to.WriteLine(word(new Say("Start.Stop")));
    }
}
