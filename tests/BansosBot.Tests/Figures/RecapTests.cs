using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Staff;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Figures;

/// <summary>/rekap: what is open, late and done this month, in words, as a picture and as a sheet.</summary>
public sealed class RecapTests : AtTheDesk
{
    private static readonly Domain.Registry.Kelurahan Elsewhere = Domain.Registry.Wilayah.AllKelurahan.First(k => k.Kecamatan != Kelurahan.Kecamatan);

    [Fact]
    public async Task The_words_come_at_once_and_the_picture_and_the_sheet_follow()
    {
        await FilledAsync();
        var head = await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");

        var told = await CommandsAsync("8", "rekap");

        var words = told[0].Words.Text;
        Assert.StartsWith("[Meja petugas]", words, StringComparison.Ordinal);
        Assert.Contains("Terbuka: 9. Lewat janji: 2.", words, StringComparison.Ordinal);
        Assert.Contains("Selesai bulan ini: 3. Sedang menerima bantuan: 1.", words, StringComparison.Ordinal);
        Assert.Contains($"Kec. {Kelurahan.Kecamatan.Name}: 8 terbuka, 2 lewat janji, 3 selesai", words, StringComparison.Ordinal);
        Assert.Contains($"Kec. {Elsewhere.Kecamatan.Name}: 1 terbuka, 0 lewat janji, 0 selesai", words, StringComparison.Ordinal);
        Assert.Contains("diterima: 7 terbuka, 2 lewat janji, 3 selesai", words, StringComparison.Ordinal);
        Assert.Contains("diperiksa: 2 terbuka, 0 lewat janji, 0 selesai", words, StringComparison.Ordinal);
        var (picture, sheet) = (Assert.Single(told, l => l.File is { IsPicture: true }), Assert.Single(told, l => l.File is { IsPicture: false }));
        Assert.Equal(("rekap-2025-09-23.png", "rekap-2025-09-23.xlsx"), (picture.File!.Name, sheet.File!.Name));
        Assert.Equal("PNG"u8.ToArray(), picture.File.Content[1..4]);
        Assert.Contains("Selasa, 23 September 2025", picture.Words.Text, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), sheet.File.Content[..2]);
        Assert.All(told, l => Assert.DoesNotContain("Putri", l.Words.Text, StringComparison.Ordinal));
        Assert.Equal((head, "Staff"), Assert.Single(Audit.Where(e => e.Act == Act.FiguresSeen).Select(e => (e.By, e.Detail))));
    }

    [Fact]
    public async Task For_anybody_small_numbers_are_hidden_in_every_form()
    {
        await FilledAsync();
        await ComesInAsync("8", Role.Petugas, "Pak Hadi");
        await CommandsAsync("8", "rekap");

        var told = await PressAsync("8", "go:recap:Public");

        Assert.Contains("Terbuka: 10. Lewat janji: di bawah 5.", told[0].Words.Text, StringComparison.Ordinal);
        Assert.Contains("diperiksa: di bawah 5 terbuka, 0 lewat janji, 0 selesai", told[0].Words.Text, StringComparison.Ordinal);
        Assert.Equal(["diterima", "5", "<5", "<5"], Sheet(told).First(r => r[0] == Kelurahan.Kecamatan.Name && r[1] == "diterima")[1..]);
        Assert.All(Sheet(told).SelectMany(r => r[2..]), cell => Assert.True(cell is "<5" || int.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) % 5 == 0));
    }

    [Fact]
    public async Task Each_sees_their_own_area_and_only_who_may_open_cases_sees_any()
    {
        await FilledAsync();
        await ComesInAsync("7", Role.Petugas, "Bu Rina", Elsewhere.Kecamatan);
        await ComesInAsync("9", Role.Auditor, "Bu Ani");

        var told = await CommandsAsync("7", "rekap");
        var refused = await CommandsAsync("9", "rekap");

        Assert.Contains("Terbuka: 1. Lewat janji: 0.", told[0].Words.Text, StringComparison.Ordinal);
        Assert.All(Sheet(told), r => Assert.Equal(Elsewhere.Kecamatan.Name, r[0]));
        Assert.Contains("Ini bukan tugas pengawas", Last(refused), StringComparison.Ordinal);
        Assert.All(refused, l => Assert.Null(l.File));
        Assert.Contains(Audit, e => e.Act == Act.NotAllowed && e.Detail.StartsWith("recap", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Figures_stay_over_a_new_start_and_a_new_month_begins_with_nothing_done()
    {
        await FilledAsync();
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await Hall.OpenAgainAsync();
        Assert.Contains("Terbuka: 9. Lewat janji: 2.", (await CommandsAsync("8", "rekap"))[0].Words.Text, StringComparison.Ordinal);

        await Hall.WaitsAsync("8", TimeSpan.FromDays(9));

        Assert.Contains("Selesai bulan ini: 0", (await CommandsAsync("8", "rekap"))[0].Words.Text, StringComparison.Ordinal);
    }

    // Seven wait, of which two are late, and one elsewhere; two are looked at and one is paid, which all three were submitted this month.
    private async Task FilledAsync()
    {
        await PutAsync(Own, [.. Enumerable.Range(1, 9).Select(n => Put(n) with { PromisedBy = n < 3 ? new DateOnly(2025, 9, 22) : new DateOnly(2025, 9, 30) }), Put(10) with { Kelurahan = Elsewhere }]);
        var filed = await CasesAsync(7, 8, 9);
        await PutAsync(Own, [filed[0] with { Stage = Stage.InVerification }, filed[1] with { Stage = Stage.InVerification }, filed[2] with { Stage = Stage.Active }]);
    }

    private static List<string[]> Sheet(IReadOnlyList<Letter> told)
    {
        using var file = new MemoryStream(told.Single(l => l.File is { IsPicture: false }).File!.Content);
        return [.. MiniExcelLibs.MiniExcel.Query(file, useHeaderRow: true, sheetName: "Rekap").Cast<IDictionary<string, object?>>().Select(r => r.Values.Select(v => v!.ToString()!).ToArray())];
    }
}
