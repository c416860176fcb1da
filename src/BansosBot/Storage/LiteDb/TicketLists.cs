using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Tickets;
using LiteDB;

namespace BansosBot.Storage.LiteDb;

/// <summary>Officers' lists of messages, read from what stands in the clear: when each was left, how it stands, who answers it.</summary>
/// <remarks>An open one bears <c>turn</c>, <c>list:rank:ticks:id</c>: a list is the beginning of one range of an index. A closed one bears none; a company's offer bears <c>pledge</c> while something is to be done, closed or not.</remarks>
internal sealed class TicketLists(ILiteDatabase db, Rows rows)
{
    public const string Turn = "turn", HeldBy = "held", HeldAt = "heldat", State = "state", Pledge = "pledge";

    private const string Waiting = "wait", ToCall = "call", Sealed = "seal";

    /// <summary>A message as it is kept: { _id, rev, chat, slot, at, turn, state, pledge, held, heldat, b }.</summary>
    public static BsonDocument Row(Rows rows, Ticket ticket, string chat, int slot)
    {
        var doc = new BsonDocument
        {
            ["_id"] = ticket.Id,
            ["rev"] = ticket.Revision + 1,
            ["chat"] = chat,
            ["slot"] = slot,
            ["at"] = ticket.LeftAt.UtcTicks,
            ["b"] = rows.Encrypt(ticket with { Revision = 0 }, StoredJson.Ticket, slot, Rows.Tickets, ticket.Id),
        };
        Mark(doc, ticket);
        return doc;
    }

    public static void Put(ILiteDatabase db, Rows rows, Ticket ticket, int slot) => db.GetCollection(Rows.Tickets).Upsert(Row(rows, ticket, rows.Of(ticket.Chat), slot));

    /// <summary>Null: it does not open.</summary>
    public static Ticket? TryOpen(Rows rows, BsonDocument doc) => Rows.Try(() => rows.Decrypt(doc, StoredJson.Ticket, Rows.Tickets) with { Revision = RevisionOf(doc) });

    /// <summary>Writes what the lists are found by into a message's document.</summary>
    public static void Mark(BsonDocument doc, Ticket ticket)
    {
        var state = ListedTicket.StateOf(ticket);
        if (ticket.Pledge is { IsOpen: true })
        {
            doc[Pledge] = ticket.LeftAt.UtcTicks;
            doc[State] = state.ToString();
        }

        if (ticket.Closed is not null) return;
        var rank = state switch { TicketState.Late => 0, TicketState.Answered => 2, _ => 1 };
        doc[Turn] = string.Create(CultureInfo.InvariantCulture, $"{(ticket.Sealed ? Sealed : ticket.ToCall ? ToCall : Waiting)}:{rank}:{ticket.LeftAt.UtcTicks:D20}:{ticket.Id}");
        doc[State] = state.ToString();
        if (ticket.Held is not { } held) return;
        doc[HeldBy] = held.Officer;
        doc[HeldAt] = held.Since.UtcTicks;
    }

    /// <summary>Of a document that may not be there, or be of before they were counted.</summary>
    public static long RevisionOf(BsonDocument? doc) => doc is null || doc["rev"].IsNull ? 0 : doc["rev"].AsInt64;

    public TicketPage Page(TicketQuery query, DateTimeOffset now)
    {
        var lines = (query.Of switch
        {
            TicketListOf.Theirs => db.GetCollection(Rows.Tickets).Query().Where($"{HeldBy} = @0", query.By.Id).ToList().Where(d => IsHeld(d, now)).OrderByDescending(d => d[HeldAt].AsInt64),
            TicketListOf.ToCall => Range(ToCall, _ => true),
            TicketListOf.Pledges => db.GetCollection(Rows.Tickets).Query().Where($"{Pledge} > @0", 0L).OrderBy(Pledge).Limit(TicketQuery.LinesMax + 1).ToList(),
            TicketListOf.Sealed => Range(Sealed, d => TryOpen(rows, d) is { } ticket && TicketPermissions.MaySee(query.By, ticket, now)),        // whom it names stands inside
            _ => Range(Waiting, d => !IsHeld(d, now)),
        }).Take(TicketQuery.LinesMax + 1).ToList();
        return new([.. lines.Take(TicketQuery.LinesMax).Select(d => Line(d, now))], lines.Count > TicketQuery.LinesMax);
    }

    private static bool IsHeld(BsonDocument d, DateTimeOffset now) => !d[HeldBy].IsNull && new Holding(d[HeldBy].AsString, new(d[HeldAt].AsInt64, TimeSpan.Zero)).Holds(now);

    // What is passed over are those that officers answer just now, some dozens.
    private IEnumerable<BsonDocument> Range(string list, Func<BsonDocument, bool> isMeant) => KeyRange.Of(db, Rows.Tickets, Turn, $"{list}:", $"{list}:~").Where(isMeant);

    private static ListedTicket Line(BsonDocument d, DateTimeOffset now) => new(
        d["_id"].AsString, new(d["at"].AsInt64, TimeSpan.Zero), Enum.Parse<TicketState>(d[State].AsString), IsHeld(d, now) ? d[HeldBy].AsString : null);
}
