using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>Each working morning a head of division reads what is late in their area, and the mark of the audit's last entry, which so stands outside of the
/// database.</summary>
/// <remarks>One instant for each of them, moved on in the commit that tells them: one message a day, whatever stops in between. What is missed in a stop of
/// days is not made up for.</remarks>
internal static class HeadsMorning
{
    public static Needs Needs(string officer) => new() { Officer = officer, Late = true, AuditHead = true };

    /// <summary>For somebody who came in just now.</summary>
    public static void Start(Scene scene, Officer officer)
    {
        if (officer.HearsEachMorning) scene.DueOfOffice(DueKind.HeadsMorning, officer.Id, scene.Talk.Office.OpensAfter(scene.At));
    }

    public static void Come(Scene scene, Incoming.Due due)
    {
        var (office, head) = (scene.Talk.Office, scene.Known.Officer);
        if (head is not null && !head.HearsEachMorning) return;              // they left, or do something else by now
        scene.Again(due, office.OpensAfter(scene.At));
        if (head is null || !office.IsOpenFrom(scene.At)) return;        // they do not open today; or it came after a stop, at night or on a Sunday
        scene.Write(new Write.RestOn(head));
        scene.TellOther(head.Chat, [new Say("Desk.Office"), .. Told(scene, head)]);
    }

    private static IEnumerable<Say> Told(Scene scene, Officer head)
    {
        var late = scene.Known.Late;
        yield return new("HeadsMorning.Hello", ("nama", head.CalledAs), ("tanggal", scene.Today));
        if (late.Total == 0) yield return new("HeadsMorning.NothingLate");
        else
        {
            var lines = from count in late.Counts group count by count.Stage into stage orderby stage.Key select Line(stage.Key, [.. stage]);
            yield return new("HeadsMorning.Late", ("jumlah", late.Total), ("isi", new SayValue.Lines([.. lines])));
            yield return new("HeadsMorning.Longest", ("isi", new SayValue.Lines([.. late.Longest.Select(n => new Say("HeadsMorning.Longest.Line", ("nomor", n)))])));
        }

        var mark = scene.Known.AuditHead;
        yield return new("HeadsMorning.Mark", ("rantai", mark.Chain), ("catatan", checked((int)mark.Entry)), ("sidik", mark.Mark));
    }

    private static Say Line(Stage stage, ImmutableArray<LateCount> counts) => new(
        "HeadsMorning.Late.Line",
        ("tahap", new Say($"Stage.{stage}.Name")),
        ("jumlah", counts.Sum(c => c.Cases)),
        ("rincian", new SayValue.Together([.. counts.OrderByDescending(c => c.Cases).Select(c => new Say("HeadsMorning.Late.There", ("kecamatan", c.Kecamatan.Name), ("jumlah", c.Cases)))])));
}
