using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>A family objects to a refusal, and somebody else than who refused hears it.</summary>
public sealed class AppealTests : AtTheDesk
{
    [Fact]
    public async Task A_refusal_bears_the_button_and_what_the_family_writes_comes_to_the_head_who_may_overturn_it()
    {
        var told = await AppealedAsync();
        Assert.Contains("dijawab paling lambat", told, StringComparison.Ordinal);
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");

        await OpensAsync("8", "case1");
        Assert.Contains("Rumah kami di gang belakang masjid", Last(await PressAsync("8", "go:deskcase:case1:hold")) + Last(await PressAsync("8", "go:deskcase:case1")), StringComparison.Ordinal);
        Assert.Contains("go:deskpapers:case1", (await ConversationAsync(new("test", "8"))).Choices);
        await PressAsync("8", "go:deskpapers:case1");
        Assert.Contains(await PressAsync("8", "go:deskpapers:case1:appeal_papers"), letter => letter.File is not null);
        await PressAsync("8", "go:deskcase:case1");
        await PressAsync("8", "go:deskcase:case1:takeupappeal");
        var news = await NewsAsync("1", () => PressAsync("8", "go:deskcase:case1:takeupappeal:!"));

        Assert.Contains("Petugas lain memeriksa lagi", news.Words.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.InVerification, (await CaseAsync()).Stage);
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        var atHand = (await ConversationAsync(new("test", "7"))).Choices;
        Assert.DoesNotContain("go:deskcase:case1:verify", atHand);
        Assert.DoesNotContain("go:deskcase:case1:refuse", atHand);
    }

    [Fact]
    public async Task An_objection_that_is_refused_is_the_last_word_here_and_names_the_ways_outside()
    {
        await AppealedAsync();
        await ComesInAsync("8", Role.KepalaDinas, "Pak Kepala");
        await OpensAsync("8", "case1");
        await PressAsync("8", "go:deskcase:case1:hold");
        await PressAsync("8", "go:deskcase:case1:refuseappeal");

        var news = await NewsAsync("1", () => PressAsync("8", "go:deskcase:case1:refuseappeal:!"));

        Assert.Contains("Ombudsman", news.Words.Text, StringComparison.Ordinal);
        Assert.Contains("PTUN", news.Words.Text, StringComparison.Ordinal);
        Assert.Empty(news.Buttons);
        var status = Last(await SaysAsync("1", "status"));
        Assert.Contains("Ombudsman", status, StringComparison.Ordinal);
        Assert.DoesNotContain("keberatan sampai", status, StringComparison.Ordinal);
        Assert.DoesNotContain("go:appeal", (await ConversationAsync(Own)).Choices);
    }

    [Fact]
    public async Task The_same_button_under_later_news_goes_on_and_says_for_whom()
    {
        var refused = await RefusedAsync();
        await PressesNewsAsync("1", refused);
        await Hall.WaitsAsync("1", TimeSpan.FromMinutes(2));

        var again = Last(await PressesNewsAsync("1", refused));

        Assert.Contains("Kita lanjutkan", again, StringComparison.Ordinal);
        Assert.Contains("Keberatan untuk pengajuan YAPI-2025-000001", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_its_days_nobody_is_offered_to_object()
    {
        await RefusedAsync();
        await Hall.WaitsAsync("1", TimeSpan.FromDays(31));

        var status = Last(await SaysAsync("1", "status"));

        Assert.Contains("sudah lewat", status, StringComparison.Ordinal);
        Assert.DoesNotContain("go:appeal", (await ConversationAsync(Own)).Choices);
    }

    [Fact]
    public async Task Who_applied_anew_after_the_refusal_cannot_have_both()
    {
        var refused = await RefusedAsync();
        await PutAsync(Own, Filed(Own) with { Id = "case4", Receipt = Code(4) });
        await PressesNewsAsync("1", refused);
        await SaysAsync("1", "Rumah kami di gang belakang masjid");
        await PressAsync("1", "lewati");

        Assert.Contains("pengajuan lain yang sedang berjalan", Last(await PressAsync("1", "kirim")), StringComparison.Ordinal);
        Assert.Equal(Stage.RefusedByOffice, (await CaseAsync()).Stage);
    }

    private async Task<Letter> RefusedAsync()
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.InVerification });
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
        await PressAsync("7", "go:deskcase:case1:refuse");
        await PressAsync("7", "go:deskcase:case1:refuse:AddressNotFound");
        return await NewsAsync("1", () => PressAsync("7", "go:deskcase:case1:refuse:AddressNotFound!"));
    }

    private async Task<string> AppealedAsync()
    {
        var refused = await RefusedAsync();
        Assert.Contains("Apa yang menurut Bapak/Ibu keliru", Last(await PressesNewsAsync("1", refused)), StringComparison.Ordinal);
        await SaysAsync("1", "Rumah kami di gang belakang masjid");
        await SendsPhotoAsync("1");
        await PressAsync("1", "sudah_semua");
        var told = Last(await PressAsync("1", "kirim"));
        Assert.Equal(Stage.Appealed, (await CaseAsync()).Stage);
        return told;
    }
}
