using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Proposals;

/// <summary>What an office keeps, in the folder that verbs are called in; opened for a moment, since they open it themselves.</summary>
internal sealed class OfficeOnDisk : IDisposable
{
    public const string Number = "YAPI-U-2025-001";

    private readonly TestFolder folder = new();

    public string Path => folder.Path;

    public string this[string name] => folder[name];

    public void Dispose() => folder.Dispose();

    /// <summary>A child of a complete batch, with all that its list asks for.</summary>
    public static Application Proposed(int n, ChatKey home) => Case(n, home, Stage.Proposed) with
    {
        Number = CaseNumber.Of("YAPI", 2025, n),
        Answers = Answers(n).Remove("kk_photo")
            .SetItem("child_sex", new Answer.Chosen("perempuan")).SetItem("child_birth_place", new Answer.Free("=HYPERLINK(\"http://jahat\")\tSerang"))
            .SetItem("relation", new Answer.Chosen("kakek_nenek")).SetItem("desil", new Answer.Chosen("6_10")),
        History = [new(Stage.Submitted, Tuesday), new(Stage.Verified, Tuesday, "officer1"), new(Stage.Endorsed, Tuesday, "officer2"), new(Stage.Proposed, Tuesday, "officer3")],
    };

    public static Batch Signed(params Application[] cases) =>
        new() { Number = Number, Programme = "yapi", SignedAt = Tuesday, By = "officer3", Cases = [.. cases.Select(c => c.Id)], Moved = cases.Length };

    public async Task PutAsync(Batch? batch, params Application[] cases)
    {
        await using var store = Open();
        foreach (var some in cases.GroupBy(c => c.Homes[0].Chat))
        {
            var chat = await store.ConversationAsync(some.Key, TestContext.Current.CancellationToken);
            Assert.Equal(Applied.Done, await store.ApplyAsync(
                new Incoming.Words(some.Key, "put", ""),
                new() { After = chat with { Cases = [.. some.Select(c => c.Id)], TouchedAt = Tuesday }, Writes = [.. some.Select(c => new Write.PutCase(c))] },
                Tuesday));
        }

        if (batch is null) return;
        var office = await store.ConversationAsync(ChatKey.Office, TestContext.Current.CancellationToken);
        Assert.Equal(Applied.Done, await store.ApplyAsync(
            new Incoming.Words(ChatKey.Office, "sign", ""),
            new() { After = office, Writes = [new Write.PutBatch(batch), new Write.PutOfficer(Works(1, Role.Verifikator))], Audit = [new(Act.BatchComplete, Number, "")] },
            Tuesday));
    }

    public async Task<T> SeesAsync<T>(Func<LiteDbStore, Task<T>> look)
    {
        await using var store = Open();
        return await look(store);
    }

    public Task<IReadOnlyList<AuditEntry>> AuditAsync() => SeesAsync(store => Task.FromResult<IReadOnlyList<AuditEntry>>([.. store.AuditEntries()]));

    public Task<IReadOnlyList<Application>> CasesAsync(params int[] cases) => SeesAsync<IReadOnlyList<Application>>(async store =>
        (await store.LookUpAsync(ChatKey.Office, new() { Cases = [.. cases.Select(n => $"case{n}")] }, TestContext.Current.CancellationToken)).Cases);

    /// <summary>What waits to be sent to this chat, in the order of the commits.</summary>
    public Task<IReadOnlyList<Outgoing>> NewsAsync(ChatKey chat) => SeesAsync<IReadOnlyList<Outgoing>>(async store =>
        [.. (await store.UnfinishedAsync(TestContext.Current.CancellationToken)).Messages.Select(m => m.Message).Where(m => m.To == chat)]);

    private LiteDbStore Open()
    {
        var path = System.IO.Path.Combine(folder.Path, "data", "bansosbot.db");
        var keys = KeyFolder.Open(folder["keys"], folder["data"], File.Exists(path));
        return new(LiteDbFile.Open(path), keys, new HashSet<string>(), TimeProvider.System);
    }
}
