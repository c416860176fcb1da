namespace BansosBot.Domain.Registry.Lists;

/// <summary>A row on its way: what was read, and what becomes of it, which another row may still change.</summary>
internal sealed class Candidate(RowReport report)
{
    public RowReport Report => report;

    /// <summary>Null: no NIK that can be taken, or no name.</summary>
    public ListRow? Row { get; set; }

    /// <summary>The column of its NIK was rounded, all of it; told once, at the heading.</summary>
    public bool IsOfRoundedColumn { get; set; }

    /// <summary>Its NIK is another name's too.</summary>
    public bool IsHeldAsDuplicate { get; set; }

    /// <summary>Made one with a row above.</summary>
    public bool IsMerged { get; set; }

    public bool IsComing => Row is not null && !IsMerged && !IsOfRoundedColumn && report.Fate <= Done.Cleaned;
}
