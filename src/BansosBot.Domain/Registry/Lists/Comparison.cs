using System.Collections.Immutable;
using System.Globalization;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>By what rows of two lists are compared, without the rows themselves: keyed hashes, as they are stored.</summary>
/// <param name="Nik">Of the NIK: one person.</param>
/// <param name="Content">Of all that the row says.</param>
/// <param name="NameAndBirth">Of name key and birth date: perhaps one person.</param>
/// <param name="NameAndPlace">Of name key and kelurahan; null: no kelurahan.</param>
public sealed record RowKeys(string Nik, string Content, string NameAndBirth, string? NameAndPlace)
{
    /// <summary>Its number in its list; 0: it is on none yet.</summary>
    public int Row { get; init; }

    /// <param name="hash">A keyed hash; each use has its own key, by its name: <c>nik</c>, <c>content</c>, <c>name-birth</c>, <c>name-place</c>.</param>
    /// <param name="today">The day in Serang: settles the century of a NIK's birth date where the list states none.</param>
    public static RowKeys Of(ListRow row, Func<string, string, string> hash, DateOnly today)
    {
        var name = row.Name.Key.Value;
        var born = (row.Born ?? row.Nik.BirthDate(today, Reading.YearRule.Child)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(hash("nik", row.Nik.Reveal()), hash("content", Said(row)), hash("name-birth", $"{name}\n{born}"), row.Kelurahan is { } k ? hash("name-place", $"{name}\n{k.Code}") : null);
    }

    // Where it stands in the file is not what it says: a list in another order has not changed.
    private static string Said(ListRow row) => string.Join('\n', [
        row.Name.Reveal(), row.Kk?.Reveal(), row.Born?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Sex?.ToString(), row.Address.Street, row.Address.Rt, row.Address.Rw,
        row.Kelurahan?.Code, row.Kecamatan?.Code, row.GuardianName?.Reveal(), row.GuardianNik?.Reveal(), row.Relation, row.Phone?.Reveal(), row.Orphan?.ToString(), row.Programme, row.Round,
        row.Amount?.Amount.ToString(CultureInfo.InvariantCulture), row.Payment?.ToString(), row.Remark]);

    public override string ToString() => nameof(RowKeys);
}

/// <summary>A list beside the one before it: who came, whose row says something else, who is as before, who is gone, and who may be somebody of
/// the old list under another NIK. A gone row is flagged, never deleted; a look-alike is a person's to decide.</summary>
/// <param name="Changed">Each with the keys of its old row.</param>
/// <param name="Gone">Keys of the old rows whose NIK the new list does not name, not even in a row that waits.</param>
/// <param name="Lookalikes">New rows with the old row each resembles.</param>
public sealed record Comparison(ImmutableArray<ListRow> New, ImmutableArray<(ListRow Now, RowKeys Old)> Changed, ImmutableArray<ListRow> Same, ImmutableArray<RowKeys> Gone, ImmutableArray<(ListRow New, RowKeys Old)> Lookalikes)
{
    /// <param name="list">The list that was read.</param>
    /// <param name="before">Rows of the list before; empty: there is none.</param>
    /// <param name="hash">As in <see cref="RowKeys.Of"/>, with the keys that <paramref name="before"/> was made with.</param>
    public static Comparison Of(ReadList list, IReadOnlyCollection<RowKeys> before, Func<string, string, string> hash, DateOnly today)
    {
        if (before.Count == 0) return new(list.Rows, [], [], [], []);
        var old = before.ToDictionary(k => k.Nik);
        var (came, changed, same) = (new List<(ListRow Row, RowKeys Keys)>(), ImmutableArray.CreateBuilder<(ListRow, RowKeys)>(), ImmutableArray.CreateBuilder<ListRow>());
        var named = list.Waiting.Select(n => hash("nik", n.Reveal())).ToHashSet();
        foreach (var row in list.Rows)
        {
            var keys = RowKeys.Of(row, hash, today);
            named.Add(keys.Nik);
            if (!old.TryGetValue(keys.Nik, out var was)) came.Add((row, keys));
            else if (was.Content == keys.Content) same.Add(row);
            else changed.Add((row, was));
        }

        var gone = before.Where(k => !named.Contains(k.Nik)).ToImmutableArray();
        return new([.. came.Select(c => c.Row)], changed.ToImmutable(), same.ToImmutable(), gone, [.. Alike(came, gone)]);
    }

    /// <summary>Who came and who is gone: one that is still there by its own NIK is somebody else.</summary>
    private static IEnumerable<(ListRow, RowKeys)> Alike(List<(ListRow Row, RowKeys Keys)> came, ImmutableArray<RowKeys> gone)
    {
        var byBirth = gone.ToLookup(k => k.NameAndBirth);
        var byPlace = gone.Where(k => k.NameAndPlace is not null).ToLookup(k => k.NameAndPlace!);
        foreach (var (row, keys) in came)
            if ((byBirth[keys.NameAndBirth].FirstOrDefault() ?? (keys.NameAndPlace is null ? null : byPlace[keys.NameAndPlace].FirstOrDefault())) is { } alike) yield return (row, alike);
    }
}
