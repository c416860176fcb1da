using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Proposals;
using Microsoft.Extensions.Time.Testing;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Ministry;

/// <summary>Lists of payments: the first that came begins the aid, one that failed is told with what to do, each tahap once.</summary>
public sealed class PaymentTests : IDisposable
{
    private const string Heading = "NIK Anak;Nama;Tahap;Bulan;Status Salur;Keterangan;Nominal;Batas Ambil;Tempat Ambil";

    private readonly OfficeOnDisk office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task The_first_that_came_makes_a_case_active_and_one_that_failed_is_told_with_the_day_and_the_place()
    {
        await ApprovedAsync(2);
        Save("tahap.csv", Row(1, "Tahap 2", "Juli-September", "Sudah salur", "", "600.000", "", ""), Row(2, "II", "", "Gagal salur", "kartu belum diambil", "", "31-12-2027", "Bank contoh, cabang Serang"));

        var ended = await CallAsync("tahap.csv", "ya\n", "--period", "2025");

        Assert.Equal(0, ended.Code);
        Assert.Contains("Dibayar: 1. Gagal salur: 1.", ended.Data, StringComparison.Ordinal);
        var (paid, failed) = ((await office.CasesAsync(1))[0], (await office.CasesAsync(2))[0]);
        Assert.Equal((Stage.Active, new CasePayment(new(2025, 2), Payment.Paid) { Months = "Juli-September", Amount = new Rupiah(600_000) }), (paid.Stage, paid.LastPayment!));
        Assert.Equal((Stage.ApprovedByMinistry, PaymentFault.NotFetched, new DateOnly(2027, 12, 31), "Bank contoh, cabang Serang"), (failed.Stage, failed.LastPayment!.Fault, failed.LastPayment.FetchBy, failed.LastPayment.FetchAt));
        Assert.Equal(["CaseNews.Head", "Stage.Active", "Payment.PaidAmount"], await KeysAsync(1));
        Assert.Equal(["CaseNews.Head", "Payment.Failed", "Payment.Fault.NotFetched", "Payment.FetchOrGone", "Payment.FetchAt"], await KeysAsync(2));
        var audit = await office.AuditAsync();
        Assert.Equal([(Act.PayingStarted, "case1", "2025/2 Paid"), (Act.PaymentRecorded, "case2", "2025/2 Failed NotFetched")], audit.Where(e => e.Act is Act.PayingStarted or Act.PaymentRecorded).Select(e => (e.Act, e.Subject, e.Detail[..e.Detail.IndexOf(" list", StringComparison.Ordinal)])));
        Assert.Single(audit, e => e.Act == Act.PaymentsTakenIn);
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing_and_what_failed_and_came_later_is_told_again()
    {
        await ApprovedAsync(1);
        Save("gagal.csv", Row(1, "2", "", "GAGAL", "rekening dorman", "", "", ""));
        Save("cair.csv", Row(1, "2", "", "CAIR", "", "400000", "", ""));
        await CallAsync("gagal.csv", "ya\n", "--period", "2025");

        var again = await CallAsync("gagal.csv", "", "--period", "2025");
        Assert.Contains("Sudah tercatat: 1", again.Data, StringComparison.Ordinal);
        Assert.Equal(4, (await KeysAsync(1)).Count - 1);
        await CallAsync("cair.csv", "ya\n", "--period", "2025");

        var a = (await office.CasesAsync(1))[0];
        Assert.Equal((Stage.Active, 1, Payment.Paid), (a.Stage, a.Payments.Length, a.LastPayment!.Result));
        Assert.Equal(2, (await office.NewsAsync(Chat(1))).Count);
    }

    [Fact]
    public async Task Two_tahap_in_one_list_are_both_kept_and_what_an_older_list_brings_later_is_no_news()
    {
        await ApprovedAsync(1);
        Save("dua.csv", Row(1, "Tahap 3", "", "cair", "", "400000", "", ""), Row(1, "Tahap 2", "", "cair", "", "400000", "", ""));
        Save("lama.csv", Row(1, "Tahap 1", "", "cair", "", "400000", "", ""));

        Assert.Equal(0, (await CallAsync("dua.csv", "ya\n", "--period", "2025")).Code);
        var told = (await office.NewsAsync(Chat(1))).Count;
        Assert.Equal(0, (await CallAsync("lama.csv", "ya\n", "--period", "2025")).Code);

        Assert.Equal([1, 2, 3], (await office.CasesAsync(1))[0].Payments.Select(p => p.Period.Round!.Value));
        Assert.Equal(told, (await office.NewsAsync(Chat(1))).Count);
    }

    [Fact]
    public async Task A_tahap_listed_month_by_month_is_one_payment_and_told_once()
    {
        await ApprovedAsync(1);
        Save("bulan.csv", Row(1, "", "Juli", "cair", "", "200000", "", ""), Row(1, "", "Agustus", "cair", "", "200000", "", ""));

        Assert.Equal(0, (await CallAsync("bulan.csv", "ya\n", "--period", "2025/3")).Code);
        Assert.Contains("Sudah tercatat: 2", (await CallAsync("bulan.csv", "", "--period", "2025/3")).Data, StringComparison.Ordinal);

        Assert.Equal(new CasePayment(new(2025, 3), Payment.Paid) { Months = "Juli, Agustus", Amount = new Rupiah(400_000) }, Assert.Single((await office.CasesAsync(1))[0].Payments));
        Assert.Single(await office.NewsAsync(Chat(1)));
    }

    [Fact]
    public async Task Without_a_period_the_year_is_that_of_the_office_whose_new_year_comes_seven_hours_before_UTCs()
    {
        await ApprovedAsync(1);
        Save("tahap.csv", Row(1, "Tahap 1", "", "cair", "", "400000", "", ""));
        var newYear = new FakeTimeProvider(new(2026, 12, 31, 18, 0, 0, TimeSpan.Zero));

        Assert.Equal(0, (await VerbCall.RunAsync(office.Path, ["import", "payments", office["tahap.csv"], "--yes"], clock: newYear)).Code);

        Assert.Equal(new(2027, 1), Assert.Single((await office.CasesAsync(1))[0].Payments).Period);
    }

    [Fact]
    public async Task Of_two_fates_of_one_tahap_neither_is_taken_however_it_is_written()
    {
        await ApprovedAsync(1);
        Save("dua.csv", Row(1, "Tahap 2", "", "cair", "", "", "", ""), Row(1, "2", "", "gagal", "rekening dorman", "", "", ""));

        Assert.Contains("Tahap yang sama ada di dua baris", (await CallAsync("dua.csv", "ya\n", "--period", "2025")).Data, StringComparison.Ordinal);
        Assert.Empty((await office.CasesAsync(1))[0].Payments);
    }

    [Theory]
    [InlineData("9", "2", "cair", "Anak ini tidak ada di pengajuan kami.")]
    [InlineData("1", "", "cair", "Tahapnya tidak ditulis.")]
    [InlineData("1", "2", "proses", "Hasilnya belum ditulis")]
    [InlineData("2", "2", "cair", "Pengajuannya di tahap lain: diusulkan.")]
    public async Task What_does_not_fit_is_told_masked(string who, string round, string state, string why)
    {
        await office.PutAsync(null, OfficeOnDisk.Proposed(1, Chat(1)) with { Stage = Stage.ApprovedByMinistry }, OfficeOnDisk.Proposed(2, Chat(2)));
        Save("tahap.csv", Row(int.Parse(who, System.Globalization.CultureInfo.InvariantCulture), round, "", state, "", "", "", ""));

        var ended = await CallAsync("tahap.csv", "ya\n", "--period", "2025");

        Assert.Contains(why, ended.Data, StringComparison.Ordinal);
        Assert.DoesNotContain(Nik(1).Reveal()[4..14], ended.Data + ended.Notes, StringComparison.Ordinal);
        Assert.All(await office.CasesAsync(1, 2), c => Assert.Empty(c.Payments));
    }

    private Task ApprovedAsync(int count) => office.PutAsync(null, [.. Enumerable.Range(1, count).Select(n => OfficeOnDisk.Proposed(n, Chat(n)) with { Stage = Stage.ApprovedByMinistry })]);

    private static string Row(int n, params string[] cells) => string.Join(';', [Nik(n).Reveal(), "PUTRI AYU LESTARI", .. cells]);

    private void Save(string name, params string[] rows) => File.WriteAllLines(office[name], rows.Prepend(Heading));

    private Task<BotProcess.Ended> CallAsync(string file, string input, params string[] options) => VerbCall.RunAsync(office.Path, ["import", "payments", office[file], .. options], input);

    private async Task<List<string>> KeysAsync(int n) => [.. (await office.NewsAsync(Chat(n))).SelectMany(m => m.Parts).Select(p => p.Key)];
}
