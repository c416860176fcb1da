namespace BansosBot.Domain.Registry.Lists;

/// <summary>What the rules say of the row that is being read, and what becomes of it: the worst of what they said.</summary>
internal sealed class RowReport(RowAt at, List<ReportLine> lines)
{
    public RowAt At => at;

    public Done Fate { get; private set; } = Done.Accepted;

    /// <param name="column">From 0; null: the whole row.</param>
    public void Say(ListRule rule, Done done, int? column = null, RawCell cell = default, RowAt? other = null)
    {
        lines.Add(new(at, column, rule, done, cell.IsEmpty ? null : Masked.Shape(cell.AsText), other));
        if (done > Fate) Fate = done;
    }
}
