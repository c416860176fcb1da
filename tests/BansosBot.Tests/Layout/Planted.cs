using BansosBot.Channels.Telegram;
using BansosBot.Domain.Registry;
using BansosBot.Storage.LiteDb;

namespace BansosBot.Tests.Layout.Planted;

// One offender for each rule of LayoutTests: nobody calls them.
internal sealed class ChannelThatReadsTheStore
{
    public static bool Is(object what) => Pick(what, w => w is LiteDbStore or TelegramDoor);

    private static bool Pick(object what, Func<object, bool> test) => test(what);
}

internal sealed class FeatureThatKnowsItsDatabase
{
    public static bool Is(object what) => what is LiteDB.LiteDatabase;
}

internal sealed class RuleThatWaits
{
    public static async Task<bool> IsOpenAsync(TimeProvider clock)
    {
        await Task.Yield();
        return File.Exists("open") && clock.GetUtcNow() > DateTimeOffset.UnixEpoch;
    }
}

internal sealed class LineThatReveals
{
    public static string Of(Nik nik) => nik.Reveal();
}

internal sealed class TextHelper;

internal static class RuleThatRemembers
{
    private static int last;

    public static int Next() => ++last;
}
