using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Messages that were left before officers could read them bear nothing to be found by: it is added once, at the first start.</summary>
internal static class OlderTickets
{
    private const string Done = "tickets:lists";
    private const int PortionMax = 200;

    public static void Complete(LiteDbFile file, Rows rows)
    {
        if (Reads.Find(file.Db, Rows.Counters, Done) is not null) return;
        var tickets = file.Db.GetCollection(Rows.Tickets);
        var after = "";
        while (tickets.Query().Where("_id > @0", after).OrderBy("_id").Limit(PortionMax).ToList() is { Count: > 0 } portion)
        {
            file.Begin();
            foreach (var doc in portion)
            {
                if (TicketLists.TryOpen(rows, doc) is not { } ticket) continue;        // what does not open cannot be answered
                TicketLists.Mark(doc, ticket);
                tickets.Update(doc);
            }

            file.Commit();
            after = portion[^1]["_id"].AsString;
        }

        file.Begin();
        file.Db.GetCollection(Rows.Counters).Upsert(new BsonDocument { ["_id"] = Done, ["n"] = 1L });
        file.Commit();
    }
}
