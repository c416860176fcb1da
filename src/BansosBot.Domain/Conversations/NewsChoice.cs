using System.Collections.Immutable;
using BansosBot.Domain.Applications;

namespace BansosBot.Domain.Conversations;

/// <summary>What stands on a button under news. News comes while another question may be open, so its buttons belong to none: they mean the same whenever
/// they are pressed, and the question that is open keeps its own.</summary>
public static class NewsChoice
{
    /// <summary>The number that such buttons bear; no question has it.</summary>
    public const int Question = 0;

    public const string Correct = Everywhere.Go + "correct", Appeal = Everywhere.Go + AppealErrand.Called, AskOfficer = Everywhere.Officer;

    // By place: one that was sent stays what it is, and a new one comes behind.
    private static readonly ImmutableArray<string> Numbered = [Correct, Appeal, AskOfficer];

    // The finger slipped; later it is the same button under other news.
    private static readonly TimeSpan Slip = TimeSpan.FromMinutes(1);

    public static ImmutableArray<ImmutableArray<Button>> Row(string choice, Say label) => [[new(label, Numbered.IndexOf(choice))]];

    /// <summary>Of the same press once more; null: it was a double press, or none of these.</summary>
    /// <param name="since">How long after the first.</param>
    public static string? MeantAgain(Incoming.Press press, TimeSpan since) => since < Slip ? null : Meant(press);

    /// <summary>Null: it is none of these.</summary>
    public static string? Meant(Incoming.Press press)
    {
        ArgumentNullException.ThrowIfNull(press);
        return press.Question == Question && press.Choice >= 0 && press.Choice < Numbered.Length ? Numbered[press.Choice] : null;
    }
}
