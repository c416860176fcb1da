using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>Which families an officer calls: those that were told something and none of whose homes is reached, or that have none.</summary>
/// <remarks>Looked at a while after each step was told: by then the channel has said who is gone. A page is reached when somebody opens it.</remarks>
internal static class CallList
{
    /// <summary>A page that nobody opened for so long after something was said there is not read.</summary>
    public static readonly TimeSpan PageUnseenMax = TimeSpan.FromDays(3);

    // News go out at once, at night in the morning; who blocked the bot is known as soon as they do.
    private static readonly TimeSpan LookAfter = TimeSpan.FromHours(1), TryAgainAfter = TimeSpan.FromDays(1);

    /// <summary>The case as it is told to its homes now: it is looked at later whether it reached one.</summary>
    public static Application Told(Scene scene, Application a)
    {
        if (a.Homes.Any(h => h.Chat == scene.Now.Chat)) return a with { ToldAt = scene.At, ToCall = null };       // who did it knows it
        scene.DueOfOffice(DueKind.LookAtHomes, a.Id, scene.Talk.Office.OutsideQuietHours(scene.At) + LookAfter);
        return a with { ToldAt = scene.At };
    }

    public static Needs Needs(string about) => new() { Cases = [about], Homes = true };

    public static void Come(Scene scene, Incoming.Due due)
    {
        if (scene.Known.NotOpened > 0) scene.Again(due, scene.At + TryAgainAfter);      // its keys may be put back
        if (scene.Known.Cases is not [var a, ..] || a.ToldAt is not { } told) return;
        if (scene.Known.Homes.Any(h => h.Is && (!IsPage(scene, h) || h.TouchedAt >= told))) Leaves(scene, a);
        else if (scene.Known.Homes.Any(h => h.Is) && told + PageUnseenMax is var until && until > scene.At) scene.Again(due, until);
        else if (a.ToCall?.Step != a.History.Length)
        {
            scene.Write(new Write.PutCase(a with { ToCall = new(a.History.Length, scene.At) }));
            scene.Audit(Act.FamilyNotReached, a.Id, a.Stage.ToString());
        }
    }

    private static bool IsPage(Scene scene, HomeReached home) => scene.Talk.SharedChannels.Contains(home.Chat.Channel);

    private static void Leaves(Scene scene, Application a)
    {
        if (a.ToCall is not null) scene.Write(new Write.PutCase(a with { ToCall = null }));
    }
}
