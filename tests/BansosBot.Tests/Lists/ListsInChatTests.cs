using System.Text;
using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Proposals;
using BansosBot.Tests.Staff;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Lists;

/// <summary>Lists that officers send into their chats.</summary>
public sealed class ListsInChatTests : AtTheDesk
{
    private const string Go = "go:desklist:";

    [Fact]
    public async Task A_list_is_shown_first_and_holds_once_they_say_so_and_its_file_is_erased()
    {
        var rina = await ComesInAsync("7", Role.Verifikator, "Bu Rina");

        var shown = await ShowsAsync("7", Csv(3), "use=Recipients", "of=yapi", "for=2025/2");
        var document = (await ConversationAsync(new(Hall.ChannelName, "7"))).List!.Document!;
        Assert.Contains("Baru: 3. Berubah: 0. Sama: 0. Hilang dari daftar lama: 0.", Last(shown), StringComparison.Ordinal);
        Assert.DoesNotContain(MadePerson.Of(1)[MadePerson.Nik]!, string.Concat(shown.Select(l => l.Words.Text)), StringComparison.Ordinal);
        Assert.Empty(await ListsAsync());
        Assert.NotNull(Hall.Bot.Documents.Find(document));

        var taken = await PressAsync("7", Go + "yes");
        Assert.Contains("Daftar ini sekarang berlaku, 3 orang.", Last(taken), StringComparison.Ordinal);
        Assert.Equal(new(2025, 2), Assert.Single(await ListsAsync()).List.Period);
        Assert.Equal(rina, Assert.Single(Audit, e => e.Act == Act.ListTakenIn).By);
        Assert.Null(Hall.Bot.Documents.Find(document));
        Assert.Null((await ConversationAsync(new(Hall.ChannelName, "7"))).List);

        Assert.Contains("Tidak ada yang berubah.", Last(await ShowsAsync("7", Csv(3), "use=Recipients", "of=yapi", "for=2025/2")), StringComparison.Ordinal);
        Assert.Contains("Hilang dari daftar lama: 2.", Last(await ShowsAsync("7", Csv(1), "use=Recipients", "of=yapi", "for=2025")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ministrys_answer_moves_the_cases_and_the_log_names_the_officer()
    {
        var cases = new[] { OfficeOnDisk.Proposed(1, Own), OfficeOnDisk.Proposed(2, Own) };
        await PutAsync(Own, cases);
        var office = await ConversationAsync(ChatKey.Office);
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, "signed", ""), new() { After = office, Writes = [new Write.PutBatch(OfficeOnDisk.Signed(cases))] }, Hall.Clock.GetUtcNow());
        var rina = await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await Hall.WaitsAsync("1", TimeSpan.Zero);

        Assert.Contains("Disetujui: 1. Ditolak: 0.", Last(await ShowsAsync("7", $"NIK;Nama Anak;Hasil\n{Nik(1).Reveal()};PUTRI AYU LESTARI;Disetujui\n", "use=Answer")), StringComparison.Ordinal);
        Assert.Contains("1 pengajuan tercatat. Keluarganya dikabari.", Last(await PressAsync("7", Go + "yes")), StringComparison.Ordinal);

        Assert.Equal([Stage.ApprovedByMinistry, Stage.Proposed], (await CasesAsync(1, 2)).Select(c => c.Stage));
        Assert.All(Audit.Where(e => e.Act is Act.MinistryApproved or Act.AnswerTakenIn), e => Assert.Equal(rina, e.By));
        Assert.Equal(2, Audit.Count(e => e.Act is Act.MinistryApproved or Act.AnswerTakenIn));
        Assert.NotEmpty(await Hall.WaitsAsync("1", TimeSpan.Zero));
    }

    [Fact]
    public async Task A_column_that_was_read_wrongly_is_said_once_and_then_known()
    {
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        var list = $"NIK;Nama;Keterangan\n{MadePerson.Of(1)[MadePerson.Nik]};SITI;Unyur\n";
        await ShowsAsync("7", list, "use=Recipients", "of=yapi", "for=2025");

        await PressAsync("7", Go + "wrong");
        await PressAsync("7", Go + "column=C");
        var again = await PressAsync("7", Go + "means=C=Kelurahan");
        Assert.Contains("C: Keterangan = kelurahan", Last(again), StringComparison.Ordinal);
        await PressAsync("7", Go + "yes");

        Assert.Contains("Kolomnya seperti yang sudah dibenarkan dulu.", Last(await ShowsAsync("7", list + $"{MadePerson.Of(2)[MadePerson.Nik]};DEWI;Unyur\n", "use=Recipients", "of=yapi", "for=2025")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_into_a_message_comes_as_a_file_with_every_number_masked()
    {
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        var list = new StringBuilder("NIK;Nama\n");
        for (var n = 1; n <= 300; n++) list.Append(MadePerson.Of(n)[MadePerson.Nik]![..15]).Append(";SITI\n");
        list.Append(MadePerson.Of(301)[MadePerson.Nik]).Append(";DEWI\n");

        var shown = await ShowsAsync("7", list.ToString(), "use=Recipients", "of=yapi", "for=2025");

        var report = Encoding.UTF8.GetString(Assert.Single(shown, l => l.File is not null).File!.Content);
        Assert.Equal(300, report.Split('\n').Count(l => l.StartsWith("daftar.csv!A", StringComparison.Ordinal)));
        Assert.DoesNotContain(MadePerson.Of(1)[MadePerson.Nik]![..15], report, StringComparison.Ordinal);
        Assert.All(shown, l => Assert.True(l.Words.Text.Length < 4_096));
    }

    [Fact]
    public async Task What_is_no_list_is_said_and_dropped_and_what_is_dropped_changes_nothing()
    {
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");

        Assert.Contains("Judul kolom", Last(await ShowsAsync("7", "halo;dunia\n1;2\n", "use=Recipients", "of=yapi", "for=2025")), StringComparison.Ordinal);
        Assert.Null((await ConversationAsync(new(Hall.ChannelName, "7"))).List);
        await ShowsAsync("7", Csv(3), "use=Recipients", "of=yapi", "for=2025");
        var document = (await ConversationAsync(new(Hall.ChannelName, "7"))).List!.Document!;
        Assert.Contains("Tidak ada yang berubah.", string.Concat((await PressAsync("7", Go + "no")).Select(l => l.Words.Text)), StringComparison.Ordinal);

        Assert.Null(Hall.Bot.Documents.Find(document));
        Assert.Empty(await ListsAsync());
    }

    [Fact]
    public async Task Nobody_else_brings_one_and_to_residents_it_is_a_file_as_any()
    {
        await ComesInAsync("8", Role.KepalaDinas, "Pak Hadi");
        await ComesInAsync("7", Role.Verifikator, "Bu Rina", Storage.Invented.Kelurahan.Kecamatan);

        Assert.Contains("tugas", string.Concat((await SendsAsync("8", Csv(1))).Select(l => l.Words.Text)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("seluruh kota", string.Concat((await SendsAsync("7", Csv(1))).Select(l => l.Words.Text)), StringComparison.Ordinal);
        Assert.DoesNotContain("daftar.csv", string.Concat((await SendsAsync("1", Csv(1))).Select(l => l.Words.Text)), StringComparison.Ordinal);

        Assert.Equal(2, Audit.Count(e => e.Act == Act.NotAllowed && e.Detail.StartsWith("desklist ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_is_put_out_before_it_is_taken_in_takes_nothing_in()
    {
        var id = await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await ShowsAsync("7", Csv(3), "use=Recipients", "of=yapi", "for=2025");
        var document = (await ConversationAsync(new(Hall.ChannelName, "7"))).List!.Document!;
        var office = await ConversationAsync(ChatKey.Office);
        var officer = (await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Officer = id }, Stop)).Officer!;
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, "out", ""), new() { After = office, Writes = [new Write.PutOfficer(officer with { LeftAt = Hall.Clock.GetUtcNow() })] }, Hall.Clock.GetUtcNow());

        await PressAsync("7", Go + "yes");

        Assert.Empty(await ListsAsync());
        Assert.Null((await ConversationAsync(new(Hall.ChannelName, "7"))).List);
        Assert.Null(Hall.Bot.Documents.Find(document));
    }

    [Fact]
    public async Task A_disk_that_is_nearly_full_takes_none()
    {
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        Hall.FreeMegabytes = 499;
        Hall.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("hampir penuh", string.Concat((await SendsAsync("7", Csv(1))).Select(l => l.Words.Text)), StringComparison.Ordinal);
        Assert.Null((await ConversationAsync(new(Hall.ChannelName, "7"))).List);
    }

    [Fact]
    public async Task A_restart_between_two_steps_loses_nothing()
    {
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await SendsAsync("7", Csv(3));
        await Hall.OpenAgainAsync();
        foreach (var choice in (string[])["use=Recipients", "of=yapi", "for=2025"]) await PressAsync("7", Go + choice);
        await Hall.OpenAgainAsync();

        Assert.Contains("sekarang berlaku, 3 orang", Last(await PressAsync("7", Go + "yes")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_swept_meanwhile_is_asked_for_once_more()
    {
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await ShowsAsync("7", Csv(3), "use=Recipients", "of=yapi", "for=2025");
        Hall.Bot.Documents.Erase((await ConversationAsync(new(Hall.ChannelName, "7"))).List!.Document!);

        Assert.Contains("Kirim sekali lagi.", Last(await PressAsync("7", Go + "yes")), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Letter>> ShowsAsync(string person, string list, params string[] chosen)
    {
        Assert.Contains("Ini daftar apa?", Last(await SendsAsync(person, list)), StringComparison.Ordinal);
        IReadOnlyList<Letter> told = [];
        foreach (var choice in chosen) told = await PressAsync(person, Go + choice);
        return told;
    }

    private Task<IReadOnlyList<Letter>> SendsAsync(string person, string list)
    {
        var file = Hall.Picture(Encoding.UTF8.GetBytes(list), SentAs.File, "text/csv") with { Name = "daftar.csv" };
        return Hall.SaysAsync(person, (chat, id) => new Incoming.Picture(chat, id, file, null));
    }

    private async Task<IReadOnlyList<KeptList>> ListsAsync() => [.. await Hall.Bot.Store.Registry.ListsAsync(Stop)];

    private static string Csv(int people) => "NIK;Nama\n" + string.Concat(Enumerable.Range(1, people).Select(n => $"{MadePerson.Of(n)[MadePerson.Nik]};{MadePerson.Of(n)[MadePerson.Name]}\n"));
}
