namespace BansosBot.Domain.Registry.Lists;

/// <summary>One person under two NIKs, perhaps: one birth date, and one name key, or names a slip apart in one kelurahan. A hint for a person to look
/// at; both rows come in. Twins are told too.</summary>
internal static class SamePerson
{
    /// <returns>How many rows look like one above.</returns>
    public static int Tell(IEnumerable<Candidate> candidates, DateOnly today)
    {
        var (byKey, byPlace, told) = (new Dictionary<(DateOnly, string), Candidate>(), new Dictionary<(DateOnly, string), List<(Candidate Candidate, NameKey Key)>>(), 0);
        foreach (var candidate in candidates)
        {
            var row = candidate.Row!;
            var born = row.Born ?? row.Nik.BirthDate(today, Reading.YearRule.Child);
            var key = row.Name.Key;
            var alike = byKey.GetValueOrDefault((born, key.Value));
            if (row.Kelurahan is { } kelurahan)
            {
                if (!byPlace.TryGetValue((born, kelurahan.Code), out var neighbours)) byPlace[(born, kelurahan.Code)] = neighbours = [];
                alike ??= neighbours.FirstOrDefault(n => n.Key.MaybeSame(key)).Candidate;
                if (neighbours.Count < NeighboursMax) neighbours.Add((candidate, key));
            }
            byKey.TryAdd((born, key.Value), candidate);
            if (alike is null) continue;
            candidate.Report.Say(ListRule.MaybeSamePerson, Done.Accepted, other: alike.Report.At);
            told++;
        }
        return told;
    }

    // Born on one day in one kelurahan; where more are, it is a date that was made up (1 January).
    private const int NeighboursMax = 8;
}
