using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Tests.Applications;

namespace BansosBot.Tests.Ministry;

/// <summary>A guardian who asks for the status reads the last payment and what to do, and why the ministry refused.</summary>
public sealed class PaymentStatusTests : CasesAtHand
{
    [Fact]
    public async Task Of_one_that_came_the_tahap_and_the_amount()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.Active, Payments = [new(new(2025, 2), Payment.Paid) { Months = "Juli-September", Amount = new Rupiah(600_000) }] });

        var told = (await CommandsAsync("1", "status"))[^1].Words.Text;

        Assert.Contains("Pembayaran terakhir: tahap 2 tahun 2025 (Juli-September).", told, StringComparison.Ordinal);
        Assert.Contains("Rp600.000 sudah masuk rekening. Tidak ada potongan.", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_that_failed_the_cause_the_last_day_and_the_place_or_whom_to_ask()
    {
        var failed = new CasePayment(new(2025, 2), Payment.Failed) { Fault = PaymentFault.Dormant, Cause = "dorman", FetchBy = new(2025, 10, 31) };
        await PutAsync(Own, Filed(Own) with { Stage = Stage.Active, Payments = [new(new(2025, 1), Payment.Paid), failed] });

        var told = (await CommandsAsync("1", "status"))[^1].Words.Text;

        foreach (var part in (string[])["Pembayaran tahap 2 tahun 2025 belum berhasil.", "minta dibuka lagi", "Batas waktunya Jumat, 31 Oktober 2025.", "bisa ditanyakan ke petugas"])
            Assert.Contains(part, told, StringComparison.Ordinal);
        Assert.DoesNotContain("terakhir", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_filed_it_for_others_reads_nothing_of_the_money_and_of_the_reason()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.RefusedByMinistry, FiledForOthers = true, MinistryWhy = "Data tidak padan." });

        Assert.DoesNotContain("padan", (await CommandsAsync("1", "status"))[^1].Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_refusal_the_ministrys_reason()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.RefusedByMinistry, MinistryWhy = "Data tidak padan." });

        Assert.Contains("Alasan dari Kementerian Sosial: Data tidak padan.", (await CommandsAsync("1", "status"))[^1].Words.Text, StringComparison.Ordinal);
    }
}
