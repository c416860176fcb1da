using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests;

public sealed class BotTests
{
    // Whoever watches the program asks every few seconds, for months.
    [Fact]
    public async Task To_ask_whether_it_failed_leaves_nothing_behind()
    {
        await using var hall = await Hall.OpenAsync(Shipped.Talk, Shipped.Words, Invented.Tuesday);

        Assert.Same(hall.Bot.Failed, hall.Bot.Failed);
        Assert.False(hall.Bot.Failed.IsCompleted);
    }
}
