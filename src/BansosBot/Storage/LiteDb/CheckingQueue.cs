namespace BansosBot.Storage.LiteDb;

/// <summary>The queue numbers of cases that wait to be checked, in order: a place in the queue is a look into memory.</summary>
internal sealed class CheckingQueue
{
    private readonly Lock gate = new();
    private readonly List<long> numbers = [];

    public void Fill(IEnumerable<long> waiting)
    {
        lock (gate)
        {
            numbers.Clear();
            numbers.AddRange(waiting.Order());
        }
    }

    /// <summary>From 1; null where the number does not wait.</summary>
    public int? PlaceOf(long number)
    {
        lock (gate)
        {
            var i = numbers.BinarySearch(number);
            return i < 0 ? null : i + 1;
        }
    }

    public void Change(long before, long after)
    {
        lock (gate)
        {
            if (before != 0 && numbers.BinarySearch(before) is >= 0 and var at) numbers.RemoveAt(at);
            if (after != 0 && numbers.BinarySearch(after) is < 0 and var place) numbers.Insert(~place, after);
        }
    }
}
