namespace BansosBot.Domain.Surveys;

/// <summary>What one person said of one service: counted, and nothing of it leads back to who said it (PermenPANRB 14/2017, SKM).</summary>
/// <param name="Year">In Serang, as is <paramref name="Month"/>.</param>
/// <param name="Service">Name of the programme, or of the errand: <c>yapi</c>, <c>interview</c>, <c>status</c>.</param>
/// <param name="Reason">One of <see cref="Reasons"/>; null: the first tap alone, which is counted for itself.</param>
public sealed record Rating(int Year, int Month, string Service, bool Helped, string? Reason)
{
    /// <summary>What was good, or missing. Four of SKM's nine elements, those that a chat has: time, procedure, product, conduct.</summary>
    public static readonly System.Collections.Immutable.ImmutableArray<string> Reasons = ["waktu", "cara", "jawaban", "bahasa"];
}

/// <summary>How often a rating was given.</summary>
public sealed record RatingCount(Rating Rating, long Times);
