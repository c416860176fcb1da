namespace BansosBot.Storage.LiteDb;

/// <summary>Messages that were left before officers could read them bear nothing to be found by; those of before two of one instant had keys of their own
/// in the lists bear the older key. It is added once, at the first start.</summary>
internal static class OlderTickets
{
    private const string Done = "tickets:turns";

    public static void Complete(LiteDbFile file, Rows rows) => Older.Complete(file, Rows.Tickets, Done, doc =>
    {
        if (TicketLists.TryOpen(rows, doc) is not { } ticket) return false;         // what does not open cannot be answered
        TicketLists.Mark(doc, ticket);
        return true;
    });
}
