namespace BansosBot.Storage.Keys;

/// <summary>Keys used lately, at most <paramref name="max"/>: two halves, the older one dropped when the newer is full.</summary>
/// <remarks>About the same hits as a true least-recently-used list without its upkeep. The owner locks.</remarks>
internal sealed class KeyCache(int max) : IDisposable
{
    private Dictionary<int, DataKey> newer = [], older = [];

    public DataKey? Find(int slot)
    {
        if (newer.TryGetValue(slot, out var key)) return key;
        if (!older.Remove(slot, out key)) return null;
        Add(slot, key);
        return key;
    }

    public void Add(int slot, DataKey key)
    {
        if (newer.Count >= max / 2)
        {
            foreach (var old in older.Values) old.Dispose();
            (newer, older) = ([], newer);
        }

        newer.Add(slot, key);
    }

    public void Remove(int slot)
    {
        if (newer.Remove(slot, out var key) || older.Remove(slot, out key)) key.Dispose();
    }

    public void Dispose()
    {
        foreach (var key in newer.Values.Concat(older.Values)) key.Dispose();
        newer.Clear();
        older.Clear();
    }
}
