using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Staff;
using BansosBot.Storage;
using BansosBot.Tests.Staff;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Proposals;

/// <summary>The head of the office signs a batch; its cases are led on, each once, whatever stops in between.</summary>
public sealed class SigningTests : AtTheDesk
{
    private static readonly string Number = $"YAPI-U-{Tuesday.Year}-001";

    [Fact]
    public async Task What_was_read_is_signed_and_every_family_hears_of_it_once()
    {
        await PutAsync(Own, Endorsed(1), Endorsed(2), Endorsed(3));
        var head = await ComesInAsync("8", Role.KepalaDinas, "Pak Hadi");
        await CommandsAsync("8", "petugas");
        await PressAsync("8", "go:deskbatch");
        Assert.Contains("menunggu diusulkan: 3 anak", Last(await PressAsync("8", "go:deskbatch:yapi")), StringComparison.Ordinal);
        await Hall.WaitsAsync("1", TimeSpan.Zero);

        var told = await PressAsync("8", "go:deskbatch:yapi:sign:3");

        Assert.Contains($"{Number} ditandatangani: 3 anak", told[0].Words.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await Hall.WaitsAsync("1", TimeSpan.FromSeconds(1))).Count(l => l.Words.Text.Contains("diusulkan", StringComparison.OrdinalIgnoreCase)));
        Assert.All(await CasesAsync(1, 2, 3), c => Assert.Equal((Stage.Proposed, head), (c.Stage, c.History[^1].By)));
        Assert.Equal([Act.BatchSigned, Act.BatchComplete], Audit.Where(e => e.Subject == Number).Select(e => e.Act));
        Assert.Equal(["case1", "case2", "case3"], Audit.Where(e => e.Act == Act.Proposed).Select(e => e.Subject));
        await CommandsAsync("8", "petugas");
        await PressAsync("8", "go:deskbatch");
        Assert.Contains("Sekarang tidak ada yang bisa diusulkan", Last(await PressAsync("8", "go:deskbatch:yapi")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_changed_since_it_was_read_is_not_signed()
    {
        await PutAsync(Own, Endorsed(1), Endorsed(2));
        await ReadsAsync();
        await PutAsync(Own, Endorsed(3));

        Assert.Contains("Jumlahnya berubah", Last(await PressAsync("8", "go:deskbatch:yapi:sign:2")), StringComparison.Ordinal);

        Assert.All(await CasesAsync(1, 2, 3), c => Assert.Equal(Stage.Endorsed, c.Stage));
    }

    [Fact]
    public async Task A_long_batch_goes_on_where_the_program_was_stopped()
    {
        var cases = Enumerable.Range(1, (2 * Batch.Portion) + 7).Select(n => Endorsed(n)).ToArray();
        await PutAsync(Own, cases);
        var head = await ComesInAsync("8", Role.KepalaDinas, "Pak Hadi");
        var office = await ConversationAsync(ChatKey.Office);
        var signed = new Batch { Number = Number, Programme = "yapi", SignedAt = Tuesday, By = head, Cases = [.. cases.Select(c => c.Id)] };
        Assert.Equal(Applied.Done, await Hall.Bot.Store.ApplyAsync(
            new Incoming.Words(ChatKey.Office, "sign", ""),
            new() { After = office, Writes = [new Write.PutBatch(signed)], Dues = [new(DueKind.BatchGoesOn, Number, Hall.Clock.GetUtcNow().AddMinutes(1), OfOffice: true)] },
            Hall.Clock.GetUtcNow()));

        await Hall.OpenAgainAsync();
        await Hall.WaitsAsync("1", TimeSpan.FromMinutes(2));

        Assert.Equal(cases.Select(c => c.Id), Audit.Where(e => e.Act == Act.Proposed).Select(e => e.Subject));
        Assert.Equal($"{cases.Length} 0", Audit.Single(e => e.Act == Act.BatchComplete).Detail);
    }

    [Fact]
    public async Task Who_took_their_application_back_meanwhile_and_the_signers_own_household_are_left_out()
    {
        await PutAsync(Own, Endorsed(1), Endorsed(2) with { Stage = Stage.Withdrawn });
        await PutAsync(new(Hall.ChannelName, "8"), Endorsed(3) with { Homes = [new(new(Hall.ChannelName, "8"), Tuesday, IsFiler: true)] });
        var head = await ComesInAsync("8", Role.KepalaDinas, "Pak Hadi");
        var office = await ConversationAsync(ChatKey.Office);
        await Hall.Bot.Store.ApplyAsync(
            new Incoming.Words(ChatKey.Office, "sign", ""),
            new() { After = office, Writes = [new Write.PutBatch(new() { Number = Number, Programme = "yapi", SignedAt = Tuesday, By = head, Cases = ["case1", "case2", "case3"] })], Dues = [new(DueKind.BatchGoesOn, Number, Hall.Clock.GetUtcNow(), OfOffice: true)] },
            Hall.Clock.GetUtcNow());

        var told = (await Hall.WaitsAsync("8", TimeSpan.FromSeconds(1))).Select(l => l.Words.Text).ToList();

        Assert.Equal([Stage.Proposed, Stage.Withdrawn, Stage.Endorsed], (await CasesAsync(1, 2, 3)).Select(c => c.Stage));
        Assert.Contains(told, t => t.Contains("2 pengajuan tidak ikut", StringComparison.Ordinal));
        Assert.Contains(Audit, e => e is { Act: Act.NotAllowed, Subject: "case3" });
    }

    [Theory]
    [InlineData(Role.Petugas)]
    [InlineData(Role.Verifikator)]
    [InlineData(Role.KepalaBidang)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Auditor)]
    public async Task Nobody_else_signs(Role role)
    {
        await PutAsync(Own, Endorsed(1));
        await ComesInAsync("7", role, "Bu Rina");
        var chat = new ChatKey(Hall.ChannelName, "7");
        await CommandsAsync("7", "petugas");
        var c = await ConversationAsync(chat);
        Assert.DoesNotContain(c.Choices, choice => choice.StartsWith("go:deskbatch", StringComparison.Ordinal));
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(chat, "offer", ""), new() { After = c with { Choices = ["go:deskbatch:yapi:sign:1"], Labels = [""] } }, Hall.Clock.GetUtcNow());

        await PressAsync("7", "go:deskbatch:yapi:sign:1");

        Assert.Equal(Stage.Endorsed, (await CasesAsync(1))[0].Stage);
        Assert.Contains(Audit, e => e.Act == Act.NotAllowed);
    }

    private async Task ReadsAsync()
    {
        await ComesInAsync("8", Role.KepalaDinas, "Pak Hadi");
        await CommandsAsync("8", "petugas");
        await PressAsync("8", "go:deskbatch");
        await PressAsync("8", "go:deskbatch:yapi");
    }

    private static Application Endorsed(int n) => Case(n, Own) with { Programme = "yapi", Stage = Stage.Endorsed, Answers = Answers(n).Remove("kk_photo") };
}
