using BansosBot.Domain;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Storage;

namespace BansosBot.Lists;

/// <summary>The difference between the list that holds and the one before it: counts, why, and some rows, masked.</summary>
internal sealed class DifferenceLines(IRegistryReads registry)
{
    // A screen or two.
    private const int RowsMax = 40;

    public async Task<IReadOnlyList<Say>> OfAsync(string programme, CancellationToken stop)
    {
        var lists = await registry.ListsAsync(stop);
        if (lists.FirstOrDefault(l => l.State == ListState.Valid && l.List.Programme == programme)?.List is not { } list) return [new("ListDifference.NoList")];
        if (lists.FirstOrDefault(l => l.List.Id == list.Before)?.List is not { } before) return [new("ListDifference.First", ("waktu", new SayValue.Moment(list.ImportedAt)), ("jumlah", list.Count))];

        var (rows, why, more) = (new List<Say>(), new SortedDictionary<Differs, int>(), 0);
        for (var page = 1; await registry.ChangesAsync(list.Id, page, stop) is { IsEmpty: false } changes; page++)
        {
            foreach (var each in changes.SelectMany(c => Enum.GetValues<Differs>().Where(d => d != Differs.None && c.Why.HasFlag(d)))) why[each] = why.GetValueOrDefault(each) + 1;
            var shown = changes.Take(RowsMax - rows.Count).ToList();
            more += changes.Length - shown.Count;
            var now = await registry.RowsAsync(list.Id, [.. shown.Select(c => c.Row).OfType<int>()], stop);
            var old = await registry.RowsAsync(before.Id, [.. shown.Select(c => c.OldRow).OfType<int>()], stop);
            rows.AddRange(shown.Select(c => Line(c, c.Row is { } n ? now.GetValueOrDefault(n) : null, c.OldRow is { } o ? old.GetValueOrDefault(o) : null)));
        }

        var counts = list.Counts;
        return
        [
            new("ListDifference.Between", ("waktu", new SayValue.Moment(list.ImportedAt)), ("lama", new SayValue.Moment(before.ImportedAt))),
            new("ListDifference.Counts", ("datang", counts.New), ("pergi", counts.Gone), ("berubah", counts.Changed), ("sama", counts.Same)),
            .. why.Select(w => new Say("ListDifference.Why", ("hal", new Say($"Differs.{w.Key}")), ("jumlah", w.Value))),
            .. rows,
            .. more > 0 ? [new Say("ListDifference.More", ("jumlah", more))] : (IEnumerable<Say>)[],
        ];
    }

    private static Say Line(RowChange change, Recipient? now, Recipient? old) => change.Moved switch
    {
        Moved.Came => Named(change.OldRow is null ? "ListDifference.Came" : "ListDifference.CameAlike", now),
        Moved.Left => Named(change.Row is null ? "ListDifference.Left" : "ListDifference.LeftAlike", old),
        _ => new("ListDifference.Changed", ("nama", NameOf(now)), ("nik", NikOf(now)), ("hal", InWords(change.Why))),
    };

    // None: the old row does not open, and nobody can say in what.
    private static SayValue InWords(Differs why) => why == Differs.None
        ? new SayValue.Text(new Say("Differs.None"))
        : new SayValue.Together([.. Enum.GetValues<Differs>().Where(d => d != Differs.None && why.HasFlag(d)).Select(d => new Say($"Differs.{d}"))]);

    private static Say Named(string key, Recipient? who) => new(key, ("nama", NameOf(who)), ("nik", NikOf(who)), ("tempat", who?.Kelurahan?.Name ?? "-"));

    // Masked by their own types.
    private static string NameOf(Recipient? who) => who?.Name.ToString() ?? "***";

    private static string NikOf(Recipient? who) => who?.Nik?.ToString() ?? "***";
}
