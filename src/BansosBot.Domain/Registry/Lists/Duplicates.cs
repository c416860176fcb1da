namespace BansosBot.Domain.Registry.Lists;

/// <summary>One NIK in two rows: of one name, they are made one; of two names, or where they say two things of one matter, both wait for a person. Brothers and sisters of one KK are no duplicates.</summary>
internal static class Duplicates
{
    /// <returns>How many rows did not come in, or not by themselves.</returns>
    public static int Settle(List<Candidate> candidates, ListUse use)
    {
        var settled = 0;
        foreach (var same in candidates.Where(c => c.IsComing).GroupBy(c => SameMatter.Of(c.Row!, use)).Where(g => g.Skip(1).Any()).ToList())
        {
            var (first, others) = (same.First(), same.Skip(1).ToList());
            var isOneName = others.All(o => o.Row!.Name.Key.MaybeSame(first.Row!.Name.Key));
            var isOne = isOneName && others.All(o => SameMatter.Agrees(first.Row!, o.Row!, use));
            var why = isOneName ? ListRule.DuplicateOtherResult : ListRule.DuplicateOtherName;
            if (!isOne)
            {
                first.Report.Say(why, Done.HeldBack, other: others[0].Report.At);
                first.IsHeldAsDuplicate = true;
            }
            settled += isOne ? others.Count : others.Count + 1;
            foreach (var other in others)
            {
                other.Report.Say(isOne ? ListRule.DuplicateMerged : why, isOne ? Done.Cleaned : Done.HeldBack, other: first.Report.At);
                (other.IsMerged, other.IsHeldAsDuplicate) = (isOne, !isOne);
                if (isOne) first.Row = first.Row!.FilledBy(other.Row!);
            }
        }
        return settled;
    }
}
