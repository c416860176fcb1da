using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Storage;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>An officer asks for a photo and an answer anew, the family sends both in one go, and the officer sees what changed.</summary>
public sealed class CorrectionTests : AtTheDesk
{
    private const string Asked = "go:deskmend:case1:kk_photo=PhotoUnclear,person_nik=NikWrong";

    [Fact]
    public async Task What_is_asked_for_is_shown_before_it_goes_and_comes_to_the_home_with_why_what_until_when_and_one_button()
    {
        await HeldAsync();

        await PressAsync("7", "go:deskmend:case1");
        Assert.DoesNotContain("go:deskmend:case1::for_whom", (await ConversationAsync(new(Hall.ChannelName, "7"))).Choices);
        await PressAsync("7", "go:deskmend:case1::kk_photo");
        Assert.DoesNotContain("go:deskmend:case1:kk_photo=PhoneDead", (await ConversationAsync(new(Hall.ChannelName, "7"))).Choices);
        await PressAsync("7", "go:deskmend:case1:kk_photo=PhotoUnclear");
        await PressAsync("7", "go:deskmend:case1:kk_photo=PhotoUnclear:+");
        await PressAsync("7", "go:deskmend:case1:kk_photo=PhotoUnclear:person_nik");
        var shown = Last(await PressAsync("7", Asked));
        var news = await NewsAsync("1", () => PressAsync("7", Asked + ":!"));

        foreach (var part in (string[])["Kartu Keluarga (KK): Fotonya kurang jelas", "NIK anak: Ada angka yang keliru", "7 Oktober 2025"])
        {
            Assert.Contains(part, shown, StringComparison.Ordinal);
            Assert.Contains(part, news.Words.Text, StringComparison.Ordinal);
        }

        Assert.Equal("Perbaiki sekarang", Assert.Single(Assert.Single(news.Buttons)).Label);
        Assert.Equal(Stage.NeedsCorrection, (await CaseAsync()).Stage);
    }

    [Fact]
    public async Task The_family_is_asked_these_alone_one_after_another_and_the_case_comes_back_in_its_place()
    {
        var asked = await AskedAsync();
        await PutAsync(Other, Filed(Other) with { Id = "case2", ChildNik = Nik(2), Receipt = Code(2) });       // came later
        var (place, before) = ((await CaseAsync()).QueueNumber, await CaseAsync());

        var first = Last(await PressesNewsAsync("1", asked));
        Assert.Contains("1 dari 2", first, StringComparison.Ordinal);
        Assert.Contains("Kirim foto Kartu Keluarga", first, StringComparison.Ordinal);
        await SendsPhotoAsync("1");
        var second = Last(await PressAsync("1", "sudah_semua"));
        Assert.Contains("Ada angka yang keliru", second, StringComparison.Ordinal);
        Assert.Contains("2 dari 2", second, StringComparison.Ordinal);
        var summary = Last(await SaysAsync("1", "3673011203140009"));
        Assert.Equal(2, summary.Split('\n').Count(l => l.Length > 2 && char.IsDigit(l[0]) && l[1] == '.'));
        var done = Last(await PressAsync("1", "kirim"));

        Assert.Contains("sudah kami terima", done, StringComparison.Ordinal);
        var after = await CaseAsync();
        Assert.Equal((Stage.InVerification, place, 0), (after.Stage, after.QueueNumber, after.ToCorrect.Length));
        Assert.Equal("3673011203140009", after.ChildNik!.Reveal());
        Assert.Equal(before.Answers.Count, after.Answers.Count);
        Assert.Equal((1, 2), ((await PlaceAsync("case1")), await PlaceAsync("case2")));
        Assert.Empty((await ConversationAsync(Own)).Drafts);

        await CommandsAsync("7", "antrean");
        var sheet = Last(await PressAsync("7", "go:deskcase:case1"));
        Assert.Contains("Yang diperbaiki keluarga", sheet, StringComparison.Ordinal);
        Assert.Contains("NIK anak: dulu 3673 0112 0314 0001, sekarang 3673 0112 0314 0009", sheet, StringComparison.Ordinal);
        Assert.Contains(((LiteDbStore)Hall.Bot.Store).AuditEntries(), e => e is { Act: Act.Corrected, Subject: "case1", Detail: "kk_photo person_nik", By: "" });
    }

    [Fact]
    public async Task Whoever_stops_half_way_goes_on_days_later_where_they_were()
    {
        var asked = await AskedAsync();
        await PressesNewsAsync("1", asked);
        await SendsPhotoAsync("1");
        await PressAsync("1", "sudah_semua");
        await SaysAsync("1", "menu");

        await Hall.OpenAgainAsync();
        await Hall.WaitsAsync("1", TimeSpan.FromDays(3));
        await SaysAsync("1", "status");
        var goesOn = Last(await PressAsync("1", "go:correct"));

        Assert.Contains("Kita lanjutkan", goesOn, StringComparison.Ordinal);
        Assert.Contains("NIK", goesOn, StringComparison.Ordinal);
        await SaysAsync("1", "3673011203140009");
        await PressAsync("1", "kirim");
        Assert.Equal(Stage.InVerification, (await CaseAsync()).Stage);
    }

    [Fact]
    public async Task A_helper_hears_the_stage_only_and_the_family_that_joined_mends_it()
    {
        await HeldAsync(Filed(Own) with { FiledForOthers = true, Homes = [new(Own, Tuesday, IsFiler: true), new(Other, Tuesday, IsFiler: false)] });
        await PutAsync(Other, await CaseAsync());
        await PickAsync();
        await Hall.WaitsAsync("1", TimeSpan.Zero);
        await Hall.WaitsAsync("2", TimeSpan.Zero);

        await PressAsync("7", Asked + ":!");

        var helper = Assert.Single(await Hall.WaitsAsync("1", TimeSpan.Zero));
        Assert.Contains("Ada yang perlu diperbaiki", helper.Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("NIK", helper.Words.Text, StringComparison.Ordinal);
        Assert.Empty(helper.Buttons);
        Assert.Contains("1 dari 2", Last(await PressesNewsAsync("2", Assert.Single(await Hall.WaitsAsync("2", TimeSpan.Zero)))), StringComparison.Ordinal);
        await SaysAsync("1", "status");
        Assert.DoesNotContain("go:correct", (await ConversationAsync(Own)).Choices);
    }

    [Fact]
    public async Task News_leave_the_question_that_is_open_as_it_is()
    {
        await HeldAsync();
        await PickAsync();
        await CommandsAsync("1", "bahasa");
        var c = await ConversationAsync(Own);

        var news = await NewsAsync("1", () => PressAsync("7", Asked + ":!"));

        Assert.Equal((c.Question, c.Place), ((await ConversationAsync(Own)).Question, (await ConversationAsync(Own)).Place));
        await PressesNewsAsync("1", news);
        Assert.Empty(await PressesNewsAsync("1", news));       // the second press is silent
    }

    [Fact]
    public async Task What_was_taken_back_meanwhile_is_not_sent()
    {
        var asked = await AskedAsync();
        await PressesNewsAsync("1", asked);
        await SendsPhotoAsync("1");
        await PressAsync("1", "sudah_semua");
        await SaysAsync("1", "3673011203140009");
        var a = await CaseAsync();
        await PutAsync(Own, a with { Stage = Stage.Withdrawn });

        Assert.Contains("tidak diperlukan lagi", Last(await PressAsync("1", "kirim")), StringComparison.Ordinal);
        Assert.Equal(Stage.Withdrawn, (await CaseAsync()).Stage);
    }

    [Fact]
    public async Task Half_way_it_is_reminded_of_once_after_the_last_day_it_lapses_and_what_comes_late_opens_it_again()
    {
        await AskedAsync();

        Assert.Contains("Pengingat", Assert.Single(await Hall.WaitsAsync("1", TimeSpan.FromDays(8))).Words.Text, StringComparison.Ordinal);
        Assert.Empty(await Hall.WaitsAsync("1", TimeSpan.FromDays(5)));
        Assert.Equal(Stage.NeedsCorrection, (await CaseAsync()).Stage);
        var lapsed = Assert.Single(await Hall.WaitsAsync("1", TimeSpan.FromDays(3)));
        Assert.Contains("nanti dibuka lagi", lapsed.Words.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Lapsed, (await CaseAsync()).Stage);

        await PressesNewsAsync("1", lapsed);
        await SendsPhotoAsync("1");
        await PressAsync("1", "sudah_semua");
        await SaysAsync("1", "3673011203140009");
        await PressAsync("1", "kirim");
        Assert.Equal(Stage.InVerification, (await CaseAsync()).Stage);
        Assert.Equal(Applied.Stale, await TakeAsync(Own, new Claim.ChildFromChat("yapi", Ok(Domain.Registry.Nik.Parse("3673011203140009")), Own), "another"));
    }

    [Fact]
    public async Task An_officer_opens_a_lapsed_case_again_but_not_beside_another_one_of_the_child()
    {
        await AskedAsync();
        await Hall.WaitsAsync("1", TimeSpan.FromDays(15));
        await PutAsync(Other, Filed(Other) with { Id = "case3", Receipt = Code(3) });

        await FindsAsync();
        await PressAsync("7", "go:deskcase:case1:hold");
        Assert.Contains("pengajuan lain yang sedang berjalan", Last(await PressAsync("7", "go:deskcase:case1:reopen")), StringComparison.Ordinal);

        var third = (await Hall.Bot.Store.LookUpAsync(Own, new() { Cases = ["case3"] }, Stop)).Cases[0];
        await PutAsync(Other, third with { Stage = Stage.Withdrawn });
        await PressAsync("7", "go:deskcase:case1:reopen");
        Assert.Contains("buka lagi", (await NewsAsync("1", () => PressAsync("7", "go:deskcase:case1:reopen:!"))).Words.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.InVerification, (await CaseAsync()).Stage);
    }

    private async Task HeldAsync(Application? filed = null)
    {
        await PutAsync(Own, (filed ?? Filed(Own)) with { Stage = Stage.InVerification, Answers = Answers(1).SetItem("kk_photo", new Answer.Papers([new("work2", new string('0', 32))], false)) });
        await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:deskcase:case1:hold");
    }

    private async Task PickAsync()
    {
        foreach (var choice in (string[])["", "::kk_photo", ":kk_photo=PhotoUnclear", ":kk_photo=PhotoUnclear:+", ":kk_photo=PhotoUnclear:person_nik", ":kk_photo=PhotoUnclear,person_nik=NikWrong"])
            await PressAsync("7", "go:deskmend:case1" + choice);
    }

    private async Task<Letter> AskedAsync()
    {
        await HeldAsync();
        await PickAsync();
        return await NewsAsync("1", () => PressAsync("7", Asked + ":!"));
    }

    private async Task FindsAsync()
    {
        await CommandsAsync("7", "antrean");
        await SaysAsync("7", (await CaseAsync()).Number!.ToString());
        await PressAsync("7", "go:deskcase:case1");
    }

    private async Task<int> PlaceAsync(string id) => (await Hall.Bot.Store.LookUpAsync(Own, new() { Cases = [id], Places = true }, Stop)).Places[id];
}
