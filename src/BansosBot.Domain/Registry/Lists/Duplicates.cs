namespace BansosBot.Domain.Registry.Lists;

/// <summary>One NIK in two rows: of one name, they are made one; of two names, both wait for a person. Brothers and sisters of one KK are no duplicates.</summary>
internal static class Duplicates
{
    /// <returns>How many rows did not come in, or not by themselves.</returns>
    public static int Settle(List<Candidate> candidates)
    {
        var settled = 0;
        foreach (var same in candidates.Where(c => c.IsComing).GroupBy(c => c.Row!.Nik).Where(g => g.Skip(1).Any()).ToList())
        {
            var (first, others) = (same.First(), same.Skip(1).ToList());
            var isOneName = others.All(o => o.Row!.Name.Key.MaybeSame(first.Row!.Name.Key));
            if (!isOneName)
            {
                first.Report.Say(ListRule.DuplicateOtherName, Done.HeldBack, other: others[0].Report.At);
                first.IsHeldAsDuplicate = true;
            }
            settled += isOneName ? others.Count : others.Count + 1;
            foreach (var other in others)
            {
                other.Report.Say(isOneName ? ListRule.DuplicateMerged : ListRule.DuplicateOtherName, isOneName ? Done.Cleaned : Done.HeldBack, other: first.Report.At);
                (other.IsMerged, other.IsHeldAsDuplicate) = (isOneName, !isOneName);
                if (isOneName) first.Row = first.Row!.FilledBy(other.Row!);
            }
        }
        return settled;
    }
}
