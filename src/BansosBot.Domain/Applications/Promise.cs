using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Applications;

/// <summary>By which day a stage's next step is promised, and what becomes of a promise that was not kept.</summary>
public static class Promise
{
    /// <summary>An appeal is answered within so many working days (UU 30/2014 art. 77).</summary>
    public const int AppealAnsweredDays = 10;

    /// <summary>What has been verified is endorsed within so many working days: <c>domain.md</c> section 3.</summary>
    public const int EndorsedDays = 5;

    /// <summary>Stages whose next step is the office's own: there it names a day, and says so when that is over.</summary>
    public static bool IsOurs(Stage stage) => stage is Stage.Submitted or Stage.InVerification or Stage.Verified or Stage.Appealed;

    /// <summary>For a stage that is reached now, or whose first promise is over; null where no day can be named.</summary>
    public static DateOnly? Of(Stage stage, Application a, ServiceStandard standard, Office office, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(standard);
        ArgumentNullException.ThrowIfNull(office);
        var today = office.DayOf(at);
        var answered = office.WorkingDaysAfter(today, standard.AnswerDays);
        return stage switch
        {
            Stage.Submitted => answered,
            Stage.InVerification => standard.VisitDays is { } days ? Later(office.WorkingDaysAfter(office.DayOf(a.SubmittedAt), days), answered) : answered,
            Stage.NeedsCorrection => today.AddDays(standard.CorrectionCalendarDays ?? throw new InvalidOperationException("A correction of what nobody checks.")),
            Stage.Verified => office.WorkingDaysAfter(today, EndorsedDays),
            Stage.Appealed => office.WorkingDaysAfter(today, AppealAnsweredDays),
            _ => null,
        };
    }

    /// <summary>The case with another day in place of the one that is over: late since then, and its family hears so now.</summary>
    /// <returns>Null: the day is not over, or this stage's family has heard of it.</returns>
    public static Application? Broken(Application a, ServiceStandard standard, Office office, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(office);
        if (!IsOurs(a.Stage) || a.PromisedBy is not { } day || day >= office.DayOf(at) || a.WasTold(Notice.Late)) return null;
        return a.Telling(Notice.Late, at) with { LateSince = day, PromisedBy = Of(a.Stage, a, standard, office, at) };
    }

    // A case that comes back after weeks is not late on the day it comes.
    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
