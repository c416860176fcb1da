using BansosBot.Domain.Applications;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Conversations;

/// <summary>What comes at its instant, by its kind: what must be known of it, and who deals with it.</summary>
internal static class Dues
{
    public static Needs Needs(Conversation before, Incoming.Due due) => due.Kind switch
    {
        DueKind.BatchGoesOn => BatchGoingOn.Needs(due.About),
        DueKind.HeadsMorning => HeadsMorning.Needs(due.About),
        DueKind.ListGoesOn => TakingOver.Needs(due.About),
        DueKind.HomeGone => Guardians.NeedsToLeave(due.About),
        DueKind.EraseCase => new() { Cases = [due.About], Siblings = true },
        DueKind.LookAtHomes => CallList.Needs(due.About),
        DueKind.NoteDue => new() { Cases = [NoteDeskErrand.CaseOf(due.About)], Officer = before.Officer },
        DueKind.TicketNews or DueKind.TicketLate => new() { Ticket = due.About, Officers = true },
        var kind when CaseClock.IsMeant(kind) => new() { Cases = [due.About] },
        _ => Conversations.Needs.Nothing,
    };

    public static void Come(Scene scene, Incoming.Due due)
    {
        // What comes late, after a stop, comes in the morning too.
        if (Speaks(scene, due) && scene.Talk.Office.OutsideQuietHours(scene.At) is var morning && morning > scene.At)
        {
            scene.Again(due, morning);
            return;
        }

        switch (due.Kind)
        {
            case DueKind.BatchGoesOn:
                BatchGoingOn.Come(scene, due.About);
                break;
            case DueKind.ListGoesOn:
                TakingOver.Come(scene, due.About);
                break;
            case DueKind.HomeGone:
                Guardians.Leaves(scene, due.About);
                break;
            case DueKind.HeadsMorning:
                HeadsMorning.Come(scene, due);
                break;
            case DueKind.EraseCase:
                EraseErrand.ComesOfAge(scene, due.About);
                break;
            case DueKind.LookAtHomes:
                CallList.Come(scene, due);
                break;
            case DueKind.NoteDue:
                NoteDeskErrand.Come(scene, due.About);
                break;
            case DueKind.TicketNews or DueKind.TicketLate:
                TicketClock.Come(scene, due);
                break;
            case var kind when CaseClock.IsMeant(kind):
                CaseClock.Come(scene, due);
                break;
            default:
                Reminders.Come(scene, due);
                break;
        }
    }

    // To somebody who wrote just now an answer is told at night, too.
    private static bool Speaks(Scene scene, Incoming.Due due) => due.Kind switch
    {
        DueKind.DraftReminder or DueKind.DraftExpiry => Reminders.DraftOf(scene, due) is not null,
        DueKind.TicketNews or DueKind.TicketLate => scene.At - scene.Now.TouchedAt >= Holding.IdleMax,
        DueKind.NoteDue => true,
        var kind => CaseClock.IsMeant(kind),
    };
}
