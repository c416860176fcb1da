namespace BansosBot.Storage.LiteDb;

/// <summary>
/// What waits to be sent, as far as the writer must know: which rows of which page are open, which chat has a message that is
/// held back. Filled at the start, changed only once a group is on the disk.
/// </summary>
/// <remarks>Replies stand in pages, one or a few for each group, and not in the chats' own documents: a page is written once, and
/// when all of it is sent it goes. docs/decisions/0003 has the figures.</remarks>
internal sealed class OutboxIndex
{
    public const int RowsPerPage = 64;        // a page's open rows are the bits of one number

    private readonly Dictionary<long, ulong> open = [];
    private readonly Dictionary<string, List<Held>> held = [];
    private readonly Dictionary<long, string> chatOf = [];
    private readonly Dictionary<long, int> oneOffKeys = [];

    /// <summary>Rows that are open.</summary>
    public int Count => chatOf.Count;

    public static long IdOf(long page, int row) => (page * RowsPerPage) + row;

    public static (long Page, int Row) At(long id) => (id / RowsPerPage, (int)(id % RowsPerPage));

    /// <param name="oneOffKey">A key that is erased once the message has gone out; 0: none.</param>
    public void Open(long id, string chat, string? place, bool isHeld, int oneOffKey)
    {
        if (oneOffKey != 0) oneOffKeys[id] = oneOffKey;
        var (page, row) = At(id);
        open[page] = open.GetValueOrDefault(page) | (1UL << row);
        chatOf[id] = chat;
        if (!isHeld) return;
        if (!held.TryGetValue(chat, out var list)) held[chat] = list = [];
        list.Add(new(id, place));
    }

    /// <summary>Messages of a chat that are held back for a moment.</summary>
    public IReadOnlyList<Held> HeldOf(string chat) => held.GetValueOrDefault(chat) ?? (IReadOnlyList<Held>)[];

    public IEnumerable<long> OpenOf(string chat) => chatOf.Where(p => p.Value == chat).Select(p => p.Key);

    /// <summary>The key that goes with this message; 0: none.</summary>
    public int OneOffKeyOf(long id) => oneOffKeys.GetValueOrDefault(id);

    public bool IsOpen(long id) => chatOf.ContainsKey(id);

    /// <summary>The rows of a page that are open.</summary>
    public ulong OpenIn(long page) => open.GetValueOrDefault(page);

    public void Close(long id)
    {
        if (!chatOf.Remove(id, out var chat)) return;
        oneOffKeys.Remove(id);
        var (page, row) = At(id);
        var left = open[page] & ~(1UL << row);
        if (left == 0) open.Remove(page);
        else open[page] = left;
        if (!held.TryGetValue(chat, out var list)) return;
        list.RemoveAll(h => h.Id == id);
        if (list.Count == 0) held.Remove(chat);
    }
}

/// <summary>A message that is held back.</summary>
internal readonly record struct Held(long Id, string? Place);
