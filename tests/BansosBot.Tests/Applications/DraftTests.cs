namespace BansosBot.Tests.Applications;

/// <summary>How long half an application is kept is said as it is.</summary>
public sealed class DraftTests : CasesAtHand
{
    [Fact]
    public async Task Before_consent_only_a_day_is_promised()
    {
        await SaysAsync("1", "daftar");
        await SaysAsync("1", "ayah");
        await SaysAsync("1", "batal");

        Assert.Contains("selama 24 jam", Assert.Single(await SaysAsync("1", "simpan")).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_expired_while_it_was_asked_about_is_not_said_to_be_kept()
    {
        await SaysAsync("1", "daftar");
        await SaysAsync("1", "ayah");
        await SaysAsync("1", "batal");
        await Hall.WaitsAsync("1", TimeSpan.FromHours(25));

        var told = Assert.Single(await SaysAsync("1", "simpan")).Words.Text;

        Assert.StartsWith("Maaf, jawaban tadi sudah terhapus", told, StringComparison.Ordinal);
        Assert.DoesNotContain("kami simpan", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_consent_the_last_day_is_named()
    {
        foreach (var said in (string[])["daftar", "ayah", "12-3-2014", "ya", "tidak", "ya", "tidak ada", "1", "tidak ada", "tidak", "nenek", "boleh", "batal"]) await SaysAsync("1", said);

        Assert.Contains("kami simpan sampai Kamis, 23 Oktober 2025", Assert.Single(await SaysAsync("1", "simpan")).Words.Text, StringComparison.Ordinal);
    }
}
