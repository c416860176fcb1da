namespace BotApiServer;

/// <summary>The newest entries, numbered from 1 without a gap; older ones than the bound are forgotten.</summary>
internal sealed class History<T>(int kept)
{
    private T[] ring = [];
    private long added;

    /// <summary>The number of the newest entry; 0 when there is none yet.</summary>
    public long Last => added;

    private long First => Math.Max(1, added - ring.Length + 1);

    /// <returns>Its number.</returns>
    public long Add(T entry)
    {
        if (added == ring.Length && ring.Length < kept)
        {
            Array.Resize(ref ring, (int)Math.Min(kept, Math.Max(256, ring.Length * 2L))); // no entry is overwritten before this
        }

        ring[(int)(added % ring.Length)] = entry;
        return ++added;
    }

    /// <summary>Entries numbered above <paramref name="number"/>, oldest first, at most <paramref name="max"/>.</summary>
    public List<T> After(long number, int max = int.MaxValue)
    {
        var from = Math.Max(number + 1, First);
        var found = new List<T>((int)Math.Clamp(added - from + 1, 0, max));
        for (var at = from; at <= added && found.Count < max; at++)
        {
            found.Add(ring[(int)((at - 1) % ring.Length)]);
        }

        return found;
    }
}
