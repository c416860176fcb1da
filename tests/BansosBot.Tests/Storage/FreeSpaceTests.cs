using BansosBot.Domain.Conversations;
using BansosBot.Simulation.City;
using BansosBot.Storage;
using BansosBot.Tests.Transcripts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BansosBot.Tests.Storage;

/// <summary>A disk that fills up: first photos are refused, then what is new, in words; what was begun goes on.</summary>
public sealed class FreeSpaceTests
{
    [Theory]
    [InlineData(500, 500, Room.Plenty)]
    [InlineData(499, 500, Room.NoFiles)]
    [InlineData(100, 500, Room.NoFiles)]
    [InlineData(99, 500, Room.NothingNew)]
    [InlineData(0, 0, Room.Plenty)]
    public void Less_room_takes_less_in(long freeMegabytes, int min, Room room) =>
        Assert.Equal(room, new FreeSpace("not/there/yet", min, new FakeTimeProvider(), NullLogger<FreeSpace>.Instance, _ => freeMegabytes * 1_000_000).Room);

    [Fact]
    public void The_disk_is_looked_at_again_after_a_while_and_is_there_for_real()
    {
        var clock = new FakeTimeProvider();
        var free = 600_000_000L;
        var space = new FreeSpace("data", 500, clock, NullLogger<FreeSpace>.Instance, _ => free);
        Assert.Equal(Room.Plenty, space.Room);

        free = 0;
        Assert.Equal(Room.Plenty, space.Room);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Room.NothingNew, space.Room);
        Assert.Equal(Room.NothingNew, new FreeSpace("data", 1_000_000_000, clock, NullLogger<FreeSpace>.Instance).Room);     // no disk has a petabyte free
    }

    [Fact]
    public void The_disk_is_looked_at_again_also_when_the_clock_was_set_back()
    {
        var clock = new SimulatedClock(Invented.Tuesday);
        var free = 600_000_000L;
        var space = new FreeSpace("data", 500, clock, NullLogger<FreeSpace>.Instance, _ => free);
        Assert.Equal(Room.Plenty, space.Room);

        free = 0;
        clock.SetBack(TimeSpan.FromHours(1));
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Room.NothingNew, space.Room);
    }

    [Fact]
    public async Task Photos_are_refused_in_words_and_the_question_stays()
    {
        await using var hall = await Hall.OpenAsync(Shipped.Talk, Shipped.Words, Invented.Tuesday);
        var chat = await AtKkPhotoAsync(hall);
        hall.FreeMegabytes = 400;
        hall.Clock.Advance(TimeSpan.FromMinutes(1));

        var letter = Assert.Single(await hall.SaysAsync("1", (c, id) => new Incoming.Picture(c, id, hall.Picture(Pictures.Readable), null)));

        Assert.StartsWith("Maaf, untuk sementara kami belum bisa menerima foto.", letter.Words.Text, StringComparison.Ordinal);
        Assert.Contains("Kirim foto", letter.Words.Text, StringComparison.Ordinal);
        var after = await hall.Bot.Store.ConversationAsync(chat, TestContext.Current.CancellationToken);
        Assert.Equal((StepMap.At(Shipped.Flow, "kk_photo"), 0), (after.Place, after.Drafts.Values.Single().Misses));

        hall.FreeMegabytes = 600;
        hall.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("1 foto sudah kami terima", Assert.Single(await hall.SaysAsync("1", (c, id) => new Incoming.Picture(c, id, hall.Picture(Pictures.Readable), null))).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_next_to_no_room_the_new_hear_so_and_what_was_begun_goes_on()
    {
        await using var hall = await Hall.OpenAsync(Shipped.Talk, Shipped.Words, Invented.Tuesday);
        await AtKkPhotoAsync(hall);
        hall.FreeMegabytes = 50;
        hall.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("belum bisa menerima pendaftaran baru", Assert.Single(await hall.SaysAsync("2", (c, id) => new Incoming.Words(c, id, "halo"))).Words.Text, StringComparison.Ordinal);
        await hall.SaysAsync("1", (c, id) => new Incoming.Words(c, id, "di kantor"));
        var begun = await hall.Bot.Store.ConversationAsync(new(Hall.ChannelName, "1"), TestContext.Current.CancellationToken);
        Assert.Equal(StepMap.At(Shipped.Flow, "for_whom"), begun.Place);
        var fresh = await hall.Bot.Store.ConversationAsync(new(Hall.ChannelName, "2"), TestContext.Current.CancellationToken);
        Assert.Empty(fresh.Drafts);

        hall.FreeMegabytes = 5_000;
        hall.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("Apa yang bisa kami bantu?", Assert.Single(await hall.SaysAsync("2", (c, id) => new Incoming.Words(c, id, "halo"))).Words.Text, StringComparison.Ordinal);
    }

    private static async Task<ChatKey> AtKkPhotoAsync(Hall hall)
    {
        string[] said = ["daftar", "ayah", "12-3-2014", "ya", "tidak", "ya", "tidak ada", "2", "tidak ada", "tidak", "nenek", "boleh"];
        foreach (var words in said) await hall.SaysAsync("1", (c, id) => new Incoming.Words(c, id, words));
        var chat = new ChatKey(Hall.ChannelName, "1");
        Assert.Equal(StepMap.At(Shipped.Flow, "kk_photo"), (await hall.Bot.Store.ConversationAsync(chat, TestContext.Current.CancellationToken)).Place);
        return chat;
    }
}
