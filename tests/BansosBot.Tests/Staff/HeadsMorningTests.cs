using BansosBot.Commands.Audit;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Staff;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>Each working morning a head of division reads what is late, and a mark of the audit.</summary>
public sealed class HeadsMorningTests : AtTheDesk
{
    [Fact]
    public async Task One_message_comes_each_working_morning_also_over_a_new_start_and_none_on_other_days()
    {
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await UntilAsync(2025, 9, 24, 7, 29);
        Assert.Empty(await Hall.WaitsAsync("8", TimeSpan.Zero));

        List<string> days = [];
        for (var n = 0; n < 9 * 48; n++)
        {
            if (n % 31 == 30) await Hall.OpenAgainAsync();
            foreach (var letter in await Hall.WaitsAsync("8", n == 0 ? TimeSpan.FromMinutes(1) : TimeSpan.FromMinutes(30)))
            {
                Assert.Contains("[Meja petugas]", letter.Words.Text, StringComparison.Ordinal);
                Assert.Contains("Selamat pagi, Pak Hadi", letter.Words.Text, StringComparison.Ordinal);
                days.Add($"{Hall.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(7)):ddd dd HH}");
            }
        }

        Assert.Equal(["24 07", "25 07", "26 07", "29 07", "30 07", "01 07", "02 07"], days.Select(d => d[^5..]));
        Assert.Empty(await Hall.WaitsAsync("7", TimeSpan.Zero));
    }

    [Fact]
    public async Task What_is_late_is_counted_by_stage_and_kecamatan_and_named_by_number_alone()
    {
        var elsewhere = Domain.Registry.Wilayah.AllKelurahan.First(k => !k.Kecamatan.Equals(Kelurahan.Kecamatan));
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        Application[] cases = [Late(1), Late(2) with { Kelurahan = elsewhere }, Late(3) with { Stage = Stage.Verified, PromisedBy = new(2025, 9, 1) }, Late(4) with { PromisedBy = new(2025, 9, 24) }, .. Enumerable.Range(5, 10).Select(Late)];
        await PutAsync(Own, cases);

        var told = await MorningAsync();

        Assert.Contains("Lewat janji: 13 pengajuan", told, StringComparison.Ordinal);
        Assert.Contains($"diterima: 12 (Kec. {Kelurahan.Kecamatan.Name} 11 dan Kec. {elsewhere.Kecamatan.Name} 1)", told, StringComparison.Ordinal);
        Assert.Contains($"selesai diperiksa: 1 (Kec. {Kelurahan.Kecamatan.Name} 1)", told, StringComparison.Ordinal);
        var numbers = told.Split('\n').Where(l => l.Contains("YAPI-2025-", StringComparison.Ordinal)).ToList();
        Assert.Equal((10, true), (numbers.Count, numbers[0].Contains("YAPI-2025-000003", StringComparison.Ordinal)));
        Assert.DoesNotContain("Putri", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_their_own_area_alone_and_that_nothing_is_late()
    {
        var elsewhere = Domain.Registry.Wilayah.AllKecamatan.First(k => !k.Equals(Kelurahan.Kecamatan));
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi", elsewhere);
        await PutAsync(Own, Late(1));

        Assert.Contains("Tidak ada pengajuan yang lewat janji", await MorningAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_or_does_something_else_by_now_hears_nothing()
    {
        var id = await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await ComesInAsync("9", Role.Admin, "Bu Ani");
        await CommandsAsync("9", "petugas");
        await PressAsync("9", "go:colleagues");
        await PressAsync("9", "go:colleagues:" + id);
        await PressAsync("9", $"go:colleagues:{id}!");
        await Hall.WaitsAsync("8", TimeSpan.Zero);

        Assert.Empty(await Hall.WaitsAsync("8", TimeSpan.FromDays(3)));
        Assert.Null(await Hall.Bot.Store.NextDueAsync(Stop));
    }

    [Fact]
    public async Task Its_mark_is_held_against_the_chain_by_audit_verify()
    {
        using var folder = new TestFolder();
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        var path = folder["pagi.txt"];
        await File.WriteAllTextAsync(path, await MorningAsync(), Stop);
        await ComesInAsync("7", Role.Petugas, "Bu Rina");

        var kept = Assert.Single(OutsideFile.Anchor.Read(path));
        var entries = ((LiteDbStore)Hall.Bot.Store).AuditEntries().ToList();

        Assert.Equal(Likeness.Held, kept.With(new(entries, new HashSet<long> { kept.Number })).Likeness);
        Assert.Equal(Likeness.Missing, kept.With(new(entries.Take((int)kept.Number - 1), new HashSet<long> { kept.Number })).Likeness);
        Assert.Equal(entries[(int)kept.Number - 1].Hash[..12], kept.Hash);
    }

    private async Task<string> MorningAsync()
    {
        await UntilAsync(2025, 9, 24, 7, 30);
        return Last(await Hall.WaitsAsync("8", TimeSpan.Zero));
    }

    private async Task UntilAsync(int year, int month, int day, int hour, int minute) =>
        await Hall.WaitsAsync("nobody", new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.FromHours(7)) - Hall.Clock.GetUtcNow());

    private static Application Late(int n) => Case(n, Own) with { Answers = Answers(n).Remove("kk_photo"), PromisedBy = new(2025, 9, 22) };
}
