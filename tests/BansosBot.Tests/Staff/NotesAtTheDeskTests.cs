using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>What officers write down for each other, and are reminded of.</summary>
public sealed class NotesAtTheDeskTests : AtTheDesk
{
    private const string Written = "Pak RT menelepon, akta dibawa hari Jumat.";

    [Fact]
    public async Task A_note_is_read_by_the_next_officer_and_by_the_family_that_asks_for_its_data()
    {
        await WritesAsync(days: null);

        await ComesInAsync("8", Role.Verifikator, "Pak Dedi");
        await CommandsAsync("8", "antrean");
        var sheet = Last(await PressAsync("8", "go:deskcase:case1"));

        Assert.Contains(Written, sheet, StringComparison.Ordinal);
        Assert.Contains("Bu Rina", sheet, StringComparison.Ordinal);
        var file = Assert.Single(await CommandsAsync("1", "data_saya"), l => l.File is not null).File!;
        Assert.Contains(Written, System.Text.Encoding.UTF8.GetString(file.Content), StringComparison.Ordinal);
        Assert.DoesNotContain(Written, string.Join(' ', Audit.Select(e => e.Detail)), StringComparison.Ordinal);
        Assert.Contains(Audit, e => e is { Act: Act.NoteWritten, Subject: "case1" });
    }

    [Fact]
    public async Task On_its_day_the_writer_is_reminded_once_at_the_end_of_the_quiet_hours()
    {
        Assert.Contains("Kami ingatkan Jumat, 26 September 2025", Last(await WritesAsync(3)), StringComparison.Ordinal);

        Assert.Empty(await Hall.WaitsAsync("7", TimeSpan.FromDays(2)));
        var reminded = Assert.Single(await Hall.WaitsAsync("7", TimeSpan.FromDays(1)));

        Assert.Contains(Written, reminded.Words.Text, StringComparison.Ordinal);
        Assert.Contains("[Meja petugas]", reminded.Words.Text, StringComparison.Ordinal);
        Assert.Empty(await Hall.WaitsAsync("7", TimeSpan.FromDays(5)));
    }

    [Fact]
    public async Task A_note_is_kept_whatever_its_writer_does_next_and_nobody_else_is_reminded_of_it()
    {
        await WritesAsync(days: null);
        await CommandsAsync("7", "antrean");

        Assert.Equal(Written, Assert.Single((await CaseAsync()).Notes).Text);
        await ComesInAsync("8", Role.Verifikator, "Pak Dedi");
        Assert.DoesNotContain("Kami ingatkan", Last(await GoesAsync("8", "go:desknote:case1:0:1")), StringComparison.Ordinal);
        Assert.Null((await CaseAsync()).Notes[0].Due);
    }

    [Fact]
    public async Task Who_left_meanwhile_is_not_reminded()
    {
        var rina = await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await WritesAsync(1, comesIn: false);
        await ComesInAsync("9", Role.Admin, "Bu Admin");
        var officer = (await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Officer = rina }, Stop)).Officer!;
        var office = await ConversationAsync(ChatKey.Office);
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, "out", ""), new() { After = office, Writes = [new Write.PutOfficer(officer with { LeftAt = Hall.Clock.GetUtcNow() })] }, Hall.Clock.GetUtcNow());

        Assert.Empty(await Hall.WaitsAsync("7", TimeSpan.FromDays(3)));
    }

    private async Task<IReadOnlyList<Letter>> WritesAsync(int? days, bool comesIn = true)
    {
        await PutAsync(Own, Filed(Own) with { Stage = Stage.InVerification });
        if (comesIn) await ComesInAsync("7", Role.Petugas, "Bu Rina");
        await OpensAsync("7", "case1");
        await PressAsync("7", "go:desknote:case1");
        var kept = await SaysAsync("7", Written);
        return days is { } in1 ? await PressAsync("7", $"go:desknote:case1:0:{in1}") : kept;
    }
}
