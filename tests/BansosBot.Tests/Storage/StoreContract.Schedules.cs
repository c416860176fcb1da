using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>Hand-outs by area and programme, the next ones and the last one; who wishes to hear of them.</summary>
public abstract partial class StoreContract
{
    private static readonly DateOnly Day = new(2025, 9, 23);
    private static readonly Kelurahan Unyur = Wilayah.KelurahanByCode("3673011007")!, Cipare = Wilayah.KelurahanByCode("3673011002")!, OfKasemen = Wilayah.AllKelurahan.First(k => k.Kecamatan.Name == "Kasemen");

    [Fact]
    public async Task Hand_outs_are_found_by_all_who_live_where_they_are_for_the_soonest_first_also_after_a_restart()
    {
        await PutAsync(
            Schedule(1, Day.AddDays(9)), Schedule(2, Day.AddDays(3), new Audience.InKecamatan([Unyur.Kecamatan])), Schedule(3, Day, new Audience.InKelurahan([Unyur, OfKasemen])),
            Schedule(4, Day.AddDays(5), new Audience.InKelurahan([Cipare])), Schedule(5, Day.AddDays(1), new Audience.InKecamatan([OfKasemen.Kecamatan])));

        for (var opened = 0; opened < 2; opened++)
        {
            Assert.Equal("3 2 1", await ComingAsync(new Area.OfKelurahan(Unyur)));
            Assert.Equal("2 4 1", await ComingAsync(new Area.OfKelurahan(Cipare)));
            Assert.Equal("3 2 4 1", await ComingAsync(new Area.OfKecamatan(Unyur.Kecamatan)));
            Assert.Equal("3 5 1", await ComingAsync(new Area.OfKelurahan(OfKasemen)));
            Assert.Equal("1", await ComingAsync(new Area.OfKelurahan(Wilayah.AllKelurahan.First(k => k.Kecamatan.Name == "Curug"))));
            Assert.Equal("3 5 2 4 1", await ComingAsync(new Area.WholeCity()));
            await ReopenAsync();
        }
    }

    [Fact]
    public async Task A_hand_out_is_read_as_it_was_put_and_put_once_more_only_on_what_was_read()
    {
        var put = Schedule(1, Day.AddDays(2), new Audience.InKelurahan([Unyur, Cipare]));
        await PutAsync(put);
        var read = Assert.Single((await FindAsync(new Area.WholeCity())).Coming);
        Same(put with { Revision = 1 }, read);

        var results = await InOneGroupAsync(
            () => SayAsync(Chat(1), "a", e => e with { Writes = [new Write.PutSchedule(read with { On = Day.AddDays(4), For = new Audience.InKelurahan([Cipare]), State = new ScheduleState.Changed(Line("hujan")) })] }),
            () => SayAsync(Chat(2), "b", e => e with { Writes = [new Write.PutSchedule(read with { On = Day.AddDays(8) })] }));

        Assert.Equal([Applied.Done, Applied.Stale], results);
        Assert.Equal("", await ComingAsync(new Area.OfKelurahan(Unyur)));
        var now = Assert.Single((await FindAsync(new Area.OfKelurahan(Cipare))).Coming);
        Assert.Equal((2, Day.AddDays(4), "hujan"), (now.Revision, now.On, ((ScheduleState.Changed)now.State).Reason.Text));
    }

    [Fact]
    public async Task Nobody_hears_of_a_draft_and_what_is_done_or_over_does_not_come()
    {
        await PutAsync(
            Schedule(1, Day.AddDays(1)) with { State = new ScheduleState.Draft() }, Schedule(2, Day.AddDays(2)) with { State = new ScheduleState.Approved() },
            Schedule(3, Day.AddDays(3)) with { State = new ScheduleState.Cancelled(Line("banjir")) }, Schedule(4, Day) with { State = new ScheduleState.Done() }, Schedule(5, Day.AddDays(-1)) with { State = new ScheduleState.Draft() },
            Schedule(6, Day.AddDays(-2)) with { State = new ScheduleState.Cancelled(Line("banjir")) }, Schedule(7, Day.AddDays(-3)) with { State = new ScheduleState.Done() }, Schedule(8, Day.AddDays(-4)));

        Assert.Equal("2 3", await ComingAsync(new Area.WholeCity()));
        Assert.Equal("schedule7", (await FindAsync(new Area.OfKelurahan(Unyur))).LatestPast?.Id);

        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal("3", await ComingAsync(new Area.WholeCity()));
        Assert.Equal("schedule2", (await FindAsync(new Area.WholeCity())).LatestPast?.Id);
    }

    [Fact]
    public async Task Of_each_programme_only_the_next_ones_are_read_and_many_of_one_hide_none_of_another()
    {
        await PutAsync([.. Enumerable.Range(1, 40).Select(n => Schedule(n, Day.AddDays(n), new Audience.InKelurahan([Wilayah.AllKelurahan[n]]))), Schedule(99, Day.AddDays(60)) with { Programme = "lain" }]);

        Assert.Equal("1 2 3 4 5 99", await ComingAsync(new Area.WholeCity()));
        Assert.Equal("99", await ComingAsync(new Area.WholeCity(), "lain"));
        Assert.Equal("1 2 3 4 5", await ComingAsync(new Area.WholeCity(), "yapi"));
        Assert.Equal("", await ComingAsync(new Area.WholeCity(), "pkh"));
        Assert.Null((await FindAsync(new Area.WholeCity(), "pkh")).LatestPast);
    }

    [Fact]
    public async Task The_last_one_is_that_of_the_programme_asked_for()
    {
        await PutAsync(Schedule(1, Day.AddDays(-400)), Schedule(2, Day.AddDays(-2)) with { Programme = "lain" }, Schedule(3, Day.AddDays(-1), new Audience.InKelurahan([Cipare])));

        Assert.Equal("schedule3", (await FindAsync(new Area.OfKelurahan(Cipare), "yapi")).LatestPast?.Id);
        Assert.Equal("schedule1", (await FindAsync(new Area.OfKelurahan(Unyur), "yapi")).LatestPast?.Id);
        Assert.Equal("schedule2", (await FindAsync(new Area.OfKelurahan(Unyur))).LatestPast?.Id);
    }

    [Fact]
    public async Task A_chats_wishes_are_its_own_one_for_each_aid_and_area_and_go_when_taken_back_or_erased()
    {
        Wish[] wishes = [new("yapi", new Area.OfKelurahan(Unyur), Tuesday), new(null, new Area.WholeCity(), Tuesday.AddMinutes(1)), new("yapi", new Area.OfKecamatan(Unyur.Kecamatan), Tuesday.AddMinutes(2))];
        await SayAsync(Chat(1), "1", e => e with { Writes = [.. wishes.Select(w => new Write.PutWish(w))] });
        await SayAsync(Chat(2), "2", e => e with { Writes = [new Write.PutWish(wishes[0])] });
        await SayAsync(Chat(1), "3", e => e with { Writes = [new Write.PutWish(wishes[0])] });
        Assert.Equal(wishes, await WishesAsync(Chat(1)));
        await ReopenAsync();
        Assert.Equal(wishes, await WishesAsync(Chat(1)));

        await SayAsync(Chat(1), "4", e => e with { Writes = [new Write.DropWish(null, new Area.WholeCity())] });
        Assert.Equal([wishes[0], wishes[2]], await WishesAsync(Chat(1)));
        await EraseAsync(Chat(1), "5");

        Assert.Empty(await WishesAsync(Chat(1)));
        Assert.Equal([wishes[0]], await WishesAsync(Chat(2)));
        Assert.Equal(["7002"], await WishersAsync("yapi", Unyur, 10));
    }

    [Fact]
    public async Task Who_wishes_news_is_found_by_pages_each_chat_once()
    {
        Area[] around = [.. Area.Around(Unyur)];
        for (var n = 1; n <= 9; n++)
            await SayAsync(Chat(n), "1", e => e with { Writes = [.. around.Take(1 + (n % 3)).Select(area => new Write.PutWish(new(n % 2 == 0 ? null : "yapi", area, Tuesday)))] });
        await SayAsync(Chat(10), "1", e => e with { Writes = [new Write.PutWish(new("lain", around[0], Tuesday)), new Write.PutWish(new("yapi", new Area.OfKelurahan(Cipare), Tuesday))] });
        await SayAsync(Chat(9), "2", e => e with { After = e.After with { IsReachable = false, Language = Language.English } });
        await SayAsync(Chat(8), "2", e => e with { After = e.After with { Language = Language.English } });

        var expected = Enumerable.Range(1, 8).Select(n => $"{7_000 + n}").ToList();
        foreach (var most in (int[])[1, 2, 4, 100]) Assert.Equal(expected, await WishersAsync("yapi", Unyur, most));
        Assert.Equal(Language.English, Assert.Single((await Store.WishersAsync("yapi", Unyur, null, 100, Stop)).Wishers, w => w.Chat == Chat(8)).Language);
        Assert.Equal(["7002", "7004", "7006", "7008", "7010"], await WishersAsync("lain", Unyur, 2));
        Assert.Equal(["7002", "7004", "7006", "7008"], await WishersAsync("pkh", Unyur, 3));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Store.WishersAsync("yapi", Unyur, null, 0, Stop));
    }

    private Task<Applied> PutAsync(params Schedule[] schedules) => SayAsync(Chat(500), $"put{schedules[0].Id}", e => e with { Writes = [.. schedules.Select(s => new Write.PutSchedule(s))] });

    private async Task<SchedulesFound> FindAsync(Area area, string? programme = null) => (await Store.LookUpAsync(Chat(1), new() { Schedules = new(area, programme) }, Stop)).Schedules;

    private async Task<string> ComingAsync(Area area, string? programme = null) =>
        string.Join(' ', (await FindAsync(area, programme)).Coming.Select(s => s.Id["schedule".Length..]));

    private async Task<IEnumerable<Wish>> WishesAsync(ChatKey chat) => (await Store.LookUpAsync(chat, new() { Wishes = true }, Stop)).Wishes;

    // Over all pages.
    private async Task<List<string>> WishersAsync(string programme, Kelurahan kelurahan, int most)
    {
        List<string> chats = [];
        string? after = null;
        do
        {
            var page = await Store.WishersAsync(programme, kelurahan, after, most, Stop);
            Assert.InRange(page.Wishers.Count, 0, most);
            chats.AddRange(page.Wishers.Select(w => w.Chat.Id));
            after = page.Next;
        }
        while (after is not null);

        return [.. chats.Order(StringComparer.Ordinal)];
    }
}
