using BansosBot.Domain.Conversations;
using BansosBot.Domain.Protection;
using BansosBot.Simulation;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

/// <summary>docs/STORAGE.md names every collection, and every field of those that are about people.</summary>
public sealed class StorageDocTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "STORAGE.md"));

    [Fact]
    public void Each_collection_has_its_line() => Assert.All(Rows.All, name => Assert.Single(Lines, l => l.StartsWith($"| `{name}` |", StringComparison.Ordinal)));

    [Fact]
    public void The_line_names_each_field()
    {
        using var folder = new TestFolder();
        using var keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: false);
        var (rows, slot) = (new Rows(keys), keys.Subjects.New().Number);
        var a = Case(1, Chat(1)) with { KeySlot = slot, Number = Domain.Registry.CaseNumber.Of("YAPI", 2025, 1) };
        var parked = new BansosBot.Storage.Parked(new Incoming.Words(Chat(1), "1", "x"), "E", Tuesday, null);

        Named(Rows.Chats, rows.Chat("x", StoredJsonTests.Full(Chat(1)) with { KeySlot = slot }));
        Named(Rows.Cases, rows.Case(a));
        Named(Rows.Work, rows.Order(new("w", Chat(1), new("f", 1, SentAs.Picture, null)), "x", slot));
        Named(Rows.Tickets, TicketLists.Row(rows, new("t", Chat(1), StepMap.Idle, "x", Tuesday) { Held = new("o1", Tuesday) }, "x", slot));
        Named(Rows.Reports, new Reports(null!, rows).Row(new("r", Tuesday, [new(ReportPart.Place, "x", Tuesday)]) { KeySlot = slot }));
        Named(Rows.Parked, rows.ParkedMessage("p", parked, "x", slot));
        Named(Rows.Bubbles, rows.Bubble("b", Tuesday, slot, null, To(Chat(1)) with { Place = "album" }));

        Named(Rows.Recipients, rows.Recipient(Recipient(1), slot, new("n", "c", "b", "p")));
        Named(Rows.Lists, Rows.List(List() with { File = "ab", Before = "list0" }));
        Named(Rows.Differences, Rows.Page("list1", 1, []));
        Named(Rows.Decisions, rows.Decision(new("list1", 1, Domain.Registry.Lists.Undecided.HeldBack, new("x", 1), Domain.Registry.Lists.ListRule.NumberCell)));

        static void Named(string collection, LiteDB.BsonDocument document) =>
            Assert.All(document.Keys.Where(k => k != "_id"), key => Assert.Contains($"`{key}`", Lines.Single(l => l.StartsWith($"| `{collection}` |", StringComparison.Ordinal)), StringComparison.Ordinal));
    }
}
