using System.Text;
using BansosBot.Delivery;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Storage;
using BansosBot.Tests.Applications;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Schedules;

/// <summary>When and where, as residents ask for it: what comes is told, what is over is not offered, what nobody knows is not promised.</summary>
public sealed class ScheduleTests : CasesAtHand
{
    private static readonly DateOnly Today = new(2025, 9, 23);
    private static readonly Kecamatan Kasemen = Wilayah.AllKecamatan.Single(k => k.Name == "Kasemen");

    [Theory]
    [InlineData("unyur", "Kel. Unyur, Kec. Serang")]
    [InlineData("kasemen", "Kec. Kasemen")]
    [InlineData("cipocok", "Kec. Cipocok Jaya")]
    [InlineData("semua kota", "Kota Serang")]
    [InlineData("3673011008", "Kel. Sukawana, Kec. Serang")]
    [InlineData("36.73.05", "Kec. Cipocok Jaya")]
    public async Task A_place_in_any_spelling_is_enough_and_no_schedule_is_said_so(string said, string told)
    {
        var asked = Assert.Single(await CommandsAsync("1", "jadwal"));
        Assert.Contains("Di kelurahan mana", asked.Words.Text, StringComparison.Ordinal);

        var atOnce = Assert.Single(await Hall.SaysAsync("2", (chat, id) => new Incoming.Command(chat, id, "jadwal", said))).Words.Text;
        var typed = Assert.Single(await SaysAsync("1", said)).Words.Text;

        Assert.StartsWith($"Saat ini belum ada jadwal pembagian untuk {told}.", typed, StringComparison.Ordinal);
        Assert.Contains("tidak bisa kami pastikan", typed, StringComparison.Ordinal);
        Assert.Equal(typed, atOnce);
    }

    [Theory]
    [InlineData("cilegon", "Dinas Sosial Kota Cilegon")]
    [InlineData("kramatwatu", "Dinas Sosial Kabupaten Serang")]
    public async Task Who_lives_elsewhere_is_sent_to_their_own_office_and_asked_again(string said, string told)
    {
        var answer = Assert.Single(await Hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, "start", "jadwal_" + said))).Words.Text;

        Assert.Contains(told, answer, StringComparison.Ordinal);
        Assert.Contains("Di kelurahan mana", answer, StringComparison.Ordinal);
        Assert.Equal("schedule/area", (await ConversationAsync(Own)).Place);
    }

    [Fact]
    public async Task A_name_that_means_two_places_is_asked_back()
    {
        await CommandsAsync("1", "jadwal");
        var which = Assert.Single(await SaysAsync("1", "sukawana"));
        Assert.Contains("Kel. Sukawana, Kec. Curug", which.Buttons.SelectMany(r => r).Select(b => b.Label));

        Assert.Contains("untuk Kel. Sukawana, Kec. Curug", Assert.Single(await SaysAsync("1", "yang di curug")).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_out_is_told_with_day_hours_place_and_what_to_bring()
    {
        await PutAsync(Schedule(1, Today.AddDays(3), new Audience.InKecamatan([Kasemen])));

        var told = Assert.Single(await JadwalAsync("kasemen")).Words.Text;

        foreach (var line in (string[])
        [
            "• Hari: Jumat, 26 September 2025 (3 hari lagi)", "• Jam: 08.30 sampai 12.00 WIB", "• Diambil di kantor pos: Kantor Pos Contoh", "• Alamat: Jl. Contoh No. 1", "• Patokan: dekat lapangan",
            "• Untuk: warga Kec. Kasemen", "• Tahap: 2", "• Untuk bulan: November 2025 sampai Januari 2026", "• Bawa: KTP asli dan KK asli", "Jadwal ini untuk warga yang namanya sudah ada di daftar.",
        ])
            Assert.Contains(line, told, StringComparison.Ordinal);
        Assert.StartsWith("Bantuan anak yatim\n", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_cancelled_or_changed_says_so_on_its_first_line_with_the_reason()
    {
        await PutAsync(
            Schedule(1, Today.AddDays(1), new Audience.InKecamatan([Kasemen])) with { State = new ScheduleState.Cancelled(Line("jalan banjir")) },
            Schedule(2, Today.AddDays(2), new Audience.InKelurahan([Wilayah.AllKelurahan[0]])) with { State = new ScheduleState.Changed(Line("pindah tempat")) });

        var cancelled = Assert.Single(await JadwalAsync("kasemen"));
        Assert.StartsWith("DIBATALKAN. Sebabnya: jalan banjir\n", cancelled.Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kantor Pos", cancelled.Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tidak bisa datang", Labels(cancelled));
        Assert.StartsWith("JADWAL BERUBAH. Sebabnya: pindah tempat\n", Assert.Single(await JadwalAsync("3673011001")).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_over_is_told_as_over_and_from_the_end_of_its_hours_on()
    {
        await PutAsync(Schedule(1, Today));
        Assert.Contains("(hari ini)", Assert.Single(await JadwalAsync("kasemen")).Words.Text, StringComparison.Ordinal);

        await Hall.WaitsAsync("1", TimeSpan.FromHours(3));       // it is noon
        var over = Assert.Single(await JadwalAsync("kasemen")).Words.Text;
        Assert.StartsWith("Saat ini belum ada jadwal", over, StringComparison.Ordinal);
        Assert.Contains("Yang terakhir sudah lewat: Selasa, 23 September 2025 (hari ini).", over, StringComparison.Ordinal);

        await Hall.WaitsAsync("1", TimeSpan.FromDays(4));
        Assert.Contains("sudah lewat: Selasa, 23 September 2025 (4 hari yang lalu).", Assert.Single(await JadwalAsync("kasemen")).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Which_aid_is_asked_only_where_several_are_handed_out()
    {
        await PutAsync(Schedule(1, Today.AddDays(3)), Schedule(2, Today.AddDays(4), new Audience.InKecamatan([Kasemen])) with { Programme = "sembako-anak-disabilitas" });
        Assert.DoesNotContain("Bantuan yang mana?", Assert.Single(await JadwalAsync("curug")).Words.Text, StringComparison.Ordinal);

        Assert.Contains("Bantuan yang mana?", Assert.Single(await JadwalAsync("kasemen")).Words.Text, StringComparison.Ordinal);
        var told = Assert.Single(await PressAsync("1", "go:schedule:yapi@36.73.02")).Words.Text;
        Assert.Contains("Jumat, 26 September 2025", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Sabtu, 27 September 2025", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_names_the_aid_is_asked_where_and_hears_of_this_aid_only()
    {
        await PutAsync(Schedule(1, Today.AddDays(3)) with { Programme = "sembako-anak-disabilitas" });

        Assert.Contains("Di kelurahan mana", Assert.Single(await JadwalAsync("yapi")).Words.Text, StringComparison.Ordinal);
        var told = Assert.Single(await SaysAsync("1", "kasemen"));

        Assert.StartsWith("Bantuan anak yatim\nSaat ini belum ada jadwal pembagian untuk Kec. Kasemen.", told.Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("26 September", told.Words.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jadwal sembako disabilitas di kasemen kapan", "Paket sembako disabilitas\nSaat ini belum ada jadwal pembagian untuk Kec. Kasemen.")]
    [InlineData("jadwal pembagian di sukawana", "Ada lebih dari satu tempat dengan nama itu.")]
    [InlineData("jadwal pembagian di cilegon", "Dinas Sosial Kota Cilegon")]
    [InlineData("jadwal pembagian di unyur", "Saat ini belum ada jadwal pembagian untuk Kel. Unyur, Kec. Serang.")]
    public async Task In_words_of_ones_own_aid_and_place_are_not_asked_again(string said, string told) =>
        Assert.Contains(told, Assert.Single(await SaysAsync("1", said)).Words.Text, StringComparison.Ordinal);

    [Fact]
    public async Task Of_many_the_next_two_are_told_and_the_way_leads_to_a_smaller_place()
    {
        await PutAsync([.. Wilayah.Of(Kasemen).Take(4).Select((k, i) => Schedule(i, Today.AddDays(1 + i), new Audience.InKelurahan([k])))]);

        var told = Assert.Single(await JadwalAsync("kasemen"));
        Assert.Equal(2, told.Words.Text.Split("• Hari:").Length - 1);
        Assert.Contains("Masih ada jadwal lain di sini.", told.Words.Text, StringComparison.Ordinal);
        var which = Assert.Single(await PressAsync("1", $"go:schedule:yapi@{Kasemen.Code}?"));
        Assert.Contains("Kelurahan mana di Kecamatan Kasemen?", which.Words.Text, StringComparison.Ordinal);

        var last = Wilayah.Of(Kasemen)[3];
        Assert.Contains("Sabtu, 27 September 2025", Assert.Single(await PressAsync("1", "kel." + last.Code)).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_come_learns_who_may_and_gets_the_letter_in_a_message_of_its_own()
    {
        await PutAsync(Schedule(1, Today.AddDays(3)));
        await JadwalAsync("kasemen");

        var told = await PressAsync("1", "go:proxy");

        Assert.Equal(3, told.Count);
        foreach (var said in (string[])["surat kuasa", "KTP yang mewakili", "surat dari kelurahan", "minta bayaran bukan wakil"]) Assert.Contains(said, told[0].Words.Text, StringComparison.Ordinal);
        Assert.StartsWith("SURAT KUASA\n", told[1].Words.Text, StringComparison.Ordinal);
        Assert.Empty(told[1].Buttons);
        Assert.Contains("Silakan tulis", Assert.Single(await PressAsync("1", Everywhere.Officer)).Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_reads_that_it_is_for_those_on_the_list_can_look_there_once_there_is_one()
    {
        await PutAsync(Schedule(1, Today.AddDays(3)));
        Assert.DoesNotContain("Cek nama saya", Labels(Assert.Single(await JadwalAsync("kasemen"))));

        var office = await ConversationAsync(ChatKey.Office);
        await Hall.Bot.Store.ApplyAsync(new Incoming.Reachable(ChatKey.Office, "list", Is: true), new() { After = office, Writes = [new Write.PutList(List())] }, Hall.Clock.GetUtcNow());
        Assert.Contains("Cek nama saya", Labels(Assert.Single(await JadwalAsync("kasemen"))));
        await SaysAsync("1", "cek nama saya");

        Assert.Equal("lookup/nik", (await ConversationAsync(Own)).Place);
    }

    [Fact]
    public async Task At_a_bank_its_own_rules_are_told_and_at_home_nobody_need_come()
    {
        await PutAsync(Schedule(1, Today.AddDays(3), new Audience.InKecamatan([Kasemen])) with { How = new HandOut.AtBank(new(Line("Bank Contoh"))) }, Schedule(2, Today.AddDays(3), new Audience.InKelurahan([Wilayah.AllKelurahan[0]])) with { How = new HandOut.AtHome() });

        await JadwalAsync("kasemen");
        Assert.Contains("hanya bisa diambil pemilik rekening", Assert.Single(await PressAsync("1", "go:proxy:bank")).Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tidak bisa datang", Labels(Assert.Single(await JadwalAsync("3673011001"))));
    }

    [Fact]
    public async Task A_wish_is_kept_once_shown_among_ones_own_data_and_taken_back()
    {
        await JadwalAsync("kasemen");
        Assert.Contains("Semua bantuan, untuk Kec. Kasemen", Assert.Single(await PressAsync("1", "go:wish:@" + Kasemen.Code)).Words.Text, StringComparison.Ordinal);
        Assert.Contains("Berhenti dikabari", Labels(Assert.Single(await JadwalAsync("kasemen"))));

        var shown = await CommandsAsync("1", "data_saya");
        Assert.Contains("Kabar jadwal: Semua bantuan, untuk Kec. Kasemen", shown[0].Words.Text, StringComparison.Ordinal);
        Assert.Contains(Kasemen.Code, Encoding.UTF8.GetString(shown[0].File!.Content), StringComparison.Ordinal);
        Assert.Contains("Semua bantuan, untuk Kec. Kasemen", Assert.Single(await PressAsync("1", "go:wish")).Words.Text, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single((await Hall.Bot.Store.WishersAsync("yapi", Wilayah.Of(Kasemen)[0], null, 10, Stop)).Wishers).Chat.Id);

        await PressAsync("1", $"go:wish:-@{Kasemen.Code}");

        Assert.Empty((await Hall.Bot.Store.WishersAsync("yapi", Wilayah.Of(Kasemen)[0], null, 10, Stop)).Wishers);
        Assert.DoesNotContain("Kabar jadwal", (await CommandsAsync("1", "data_saya"))[0].Words.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_thanks_after_a_wish_keeps_it()
    {
        await JadwalAsync("kasemen");
        await PressAsync("1", "go:wish:@" + Kasemen.Code);

        foreach (var said in (string[])["ya", "iya pak makasih", "ok"]) await SaysAsync("1", said);

        Assert.Single(await WishesAsync());
    }

    [Fact]
    public async Task A_chat_has_ten_wishes_at_most_and_none_once_it_is_erased()
    {
        foreach (var kelurahan in Wilayah.AllKelurahan.Take(Wish.InChatMax + 1))
        {
            await JadwalAsync(kelurahan.Code);
            var told = Assert.Single(await PressAsync("1", "go:wish:@" + kelurahan.Code)).Words.Text;
            Assert.Equal(kelurahan == Wilayah.AllKelurahan[Wish.InChatMax], told.Contains("Paling banyak 10 kabar", StringComparison.Ordinal));
        }

        Assert.Equal(Wish.InChatMax, (await WishesAsync()).Length);
        await EraseAsync("1");
        Assert.Empty(await WishesAsync());
    }

    [Theory]
    [InlineData("yapi@kota")]
    [InlineData("Siti Aminah@kota")]
    public async Task What_somebody_types_is_a_place_and_never_a_programme_that_is_kept(string said)
    {
        await JadwalAsync(said);

        Assert.Equal("schedule/area", (await ConversationAsync(Own)).Place);
        Assert.DoesNotContain((await ConversationAsync(Own)).Choices, c => c.Contains('@', StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<Letter>> JadwalAsync(string said) => Hall.SaysAsync("1", (chat, id) => new Incoming.Command(chat, id, "jadwal", said));

    private async Task PutAsync(params Schedule[] schedules)
    {
        var desk = await ConversationAsync(ChatKey.Office);
        Assert.Equal(Applied.Done, await Hall.Bot.Store.ApplyAsync(
            new Incoming.Reachable(ChatKey.Office, "put", Is: true), new() { After = desk, Writes = [.. schedules.Select(s => new Write.PutSchedule(s))] }, Hall.Clock.GetUtcNow()));
    }

    private async Task<System.Collections.Immutable.ImmutableArray<Wish>> WishesAsync() => (await Hall.Bot.Store.LookUpAsync(Own, new() { Wishes = true }, Stop)).Wishes;

    private static IEnumerable<string> Labels(Letter letter) => letter.Buttons.SelectMany(r => r).Select(b => b.Label);
}
