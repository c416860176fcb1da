using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>What a list is for. It settles which of its rows are about one and the same.</summary>
public enum ListUse
{
    /// <summary>Who receives an aid: a person is on it once.</summary>
    Recipients,

    /// <summary>What the ministry decided: once for each child.</summary>
    Answer,

    /// <summary>What was paid: once for each child and tahap.</summary>
    Payments,
}

/// <summary>Rows that are about one and the same, and whether they say the same.</summary>
internal static class SameMatter
{
    public static (Nik, string) Of(ListRow row, ListUse use) => (row.Nik, use == ListUse.Payments ? Typed.Plain(row.Round ?? "").Trim().ToLowerInvariant() : "");

    /// <summary>Two decisions about one child, or two fates of one payment, are for a person to settle.</summary>
    public static bool Agrees(ListRow one, ListRow other, ListUse use) =>
        use == ListUse.Recipients || ((one.Result is null || other.Result is null || one.Result == other.Result) && (one.Payment is null || other.Payment is null || one.Payment == other.Payment));
}
