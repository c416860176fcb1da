using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Staff;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Proposals;

/// <summary>The head of the office gets the file of a batch into their own chat; nobody else does, and each time is in the log.</summary>
public sealed class FileToTheHeadTests : AtTheDesk
{
    [Fact]
    public async Task It_is_drawn_and_sent_and_the_log_knows_to_whom()
    {
        await SignedAsync();
        var head = await ComesInAsync("8", Role.KepalaDinas, "Pak Hadi");
        await CommandsAsync("8", "petugas");
        await PressAsync("8", "go:deskbatch");
        await PressAsync("8", "go:deskbatch:yapi");

        var told = await PressAsync("8", $"go:deskbatchfile:{OfficeOnDisk.Number}");

        Assert.Contains(told, l => l.Words.Text.Contains("sedang disiapkan", StringComparison.Ordinal));
        var sent = Assert.Single(told, l => l.File is not null);
        Assert.Equal($"{OfficeOnDisk.Number}.xlsx", sent.File!.Name);
        Assert.Contains("2 anak", sent.Words.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Putri", sent.Words.Text, StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), sent.File.Content[..2]);
        var entry = Assert.Single(Audit, e => e.Act == Act.ProposalsExported);
        Assert.Equal((OfficeOnDisk.Number, head), (entry.Subject, entry.By));
        Assert.StartsWith("count 2 sha256 ", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_put_out_while_it_was_drawn_gets_nothing()
    {
        await SignedAsync();
        var head = await ComesInAsync("8", Role.KepalaDinas, "Pak Hadi");
        var chat = new ChatKey(Hall.ChannelName, "8");
        var c = await ConversationAsync(chat);
        var document = Hall.Bot.Documents.Keep(new byte[] { 1 });
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(chat, "order", ""), new() { After = c, Orders = [new("w1", new("elsewhere", "8"), null)] }, Hall.Clock.GetUtcNow());
        var office = await ConversationAsync(ChatKey.Office);
        var officer = (await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Officer = head }, Stop)).Officer!;
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, "out", ""), new() { After = office, Writes = [new Write.PutOfficer(officer with { LeftAt = Hall.Clock.GetUtcNow() })] }, Hall.Clock.GetUtcNow());

        var told = await Hall.SaysAsync("8", (to, id) => new Incoming.ProposalsDrawn(to, id, "w1", document, OfficeOnDisk.Number, 2, new string('a', 64)));

        Assert.Empty(told);
        Assert.Null(Hall.Bot.Documents.Find(document));
        Assert.DoesNotContain(Audit, e => e.Act == Act.ProposalsExported);
    }

    [Theory]
    [InlineData(Role.Petugas)]
    [InlineData(Role.Verifikator)]
    [InlineData(Role.KepalaBidang)]
    [InlineData(Role.Admin)]
    [InlineData(Role.Auditor)]
    public async Task Nobody_else_gets_it(Role role)
    {
        await SignedAsync();
        await ComesInAsync("7", role, "Bu Rina");

        var told = await GoesAsync("7", $"go:deskbatchfile:{OfficeOnDisk.Number}");

        Assert.All(told, l => Assert.Null(l.File));
        Assert.Contains(Audit, e => e.Act == Act.NotAllowed && e.Detail.StartsWith("deskbatchfile", StringComparison.Ordinal));
        Assert.DoesNotContain(Audit, e => e.Act == Act.ProposalsExported);
    }

    private async Task SignedAsync()
    {
        Application[] cases = [OfficeOnDisk.Proposed(1, Own), OfficeOnDisk.Proposed(2, Own)];
        await PutAsync(Own, cases);
        var office = await ConversationAsync(ChatKey.Office);
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, "signed", ""), new() { After = office, Writes = [new Write.PutBatch(OfficeOnDisk.Signed(cases))] }, Hall.Clock.GetUtcNow());
    }
}
