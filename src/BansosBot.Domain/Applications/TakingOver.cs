using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Applications;

/// <summary>Whom a list names that has become valid becomes a case in which the aid runs, where there is none: a portion with each commit, and it comes back
/// until all rows are through (docs/decisions/0050).</summary>
/// <remarks>Only where the office leads an application to its end (<see cref="Service.Application"/>). What was done so far stands in the instant that comes
/// back, and is consumed with the commit that goes on: a stop anywhere goes on at the next row, and no row twice.</remarks>
public static class TakingOver
{
    /// <summary>What the instant is about that begins it.</summary>
    public static string Begins(string list) => new Tally(list).ToString();

    internal static Needs Needs(string about) => Tally.Read(about) is not { } tally ? Conversations.Needs.Nothing : new()
    {
        ListRows = new(tally.List, tally.After),
        RandomBytes = RowsQuery.Most * (Scene.RandomIdBytes + ReceiptCode.RandomBytes),
    };

    internal static void Come(Scene scene, string about)
    {
        // Another list has taken its place: that one goes through by itself.
        if (Tally.Read(about) is not { } tally || scene.Known.ListRows is not { State: ListState.Valid } rows || rows.List.Id != tally.List) return;
        if (CaseForm.Applying(scene.Talk, rows.List.Programme) is not { Programme: { Service: Service.Application } programme, Flow: { } form }) return;
        if (rows.Rows.IsEmpty)
        {
            End(scene, tally);
            return;
        }

        HashSet<Nik> here = [];
        foreach (var row in rows.Rows) tally = tally.With(row.Row, Take(scene, row, programme, form, here));
        scene.DueOfOffice(DueKind.ListGoesOn, tally.ToString(), scene.At);
    }

    private static Fate Take(Scene scene, PersonOfList row, Programme programme, Flow form, HashSet<Nik> here)
    {
        // A case that was refused or taken back here does not say what the ministry pays; one that ended does, until somebody looks.
        if (row.Cases.Any(ApplicationLife.IsRunning)) return Fate.Known;
        if (row.Cases.Contains(Stage.Ended)) return Fate.Ended;
        if (row.Person is not { Nik: { } nik, Kelurahan: { } kelurahan } person) return Fate.Unclear;
        if (!here.Add(nik)) return Fate.Known;
        var a = new Application
        {
            Id = scene.RandomId(),
            NumberPrefix = programme.CasePrefix,
            Programme = programme.Name,
            ProgrammeVersion = programme.Version,
            Stage = Stage.Active,
            StageSince = scene.At,
            Owner = programme.Owner,
            SubmittedAt = scene.At,
            Receipt = ReceiptCode.Of(scene.Random(ReceiptCode.RandomBytes)),
            ReceiptIsVoid = true,
            Answers = ListedAnswers.Of(person, form),
            ChildNik = nik,
            ChildName = person.Name,
            ChildBorn = person.Details?.Born ?? nik.BirthDate(scene.Today, YearRule.Child),
            Kelurahan = kelurahan,
            Homes = [],
            FiledForOthers = false,
            Consent = null,
            FromList = new(person.List, person.Row),
            History = [new(Stage.Active, scene.At)],
        };
        scene.Write(new Write.PutCase(a));
        foreach (var claim in a.HeldClaims()) scene.Write(new Write.Take(claim, a.Id));
        scene.Audit(Act.TakenOver, a.Id, string.Create(CultureInfo.InvariantCulture, $"{person.List}:{person.Row}"));
        CaseClock.Start(scene, a);
        return Fate.Taken;
    }

    private static void End(Scene scene, Tally tally)
    {
        scene.Audit(Act.ListTakenOver, tally.List, string.Create(CultureInfo.InvariantCulture, $"cases {tally.Taken} known {tally.Known} ended {tally.Ended} unclear {tally.Unclear}"));
        if (tally is { Ended: 0, Unclear: 0 }) return;
        scene.Write(new Write.PutTicket(new($"takenover:{tally.List}", ChatKey.Office, StepMap.Idle, "", scene.At)
        {
            Report = new("TakingOver.Report", ("kasus", tally.Taken), ("dikenal", tally.Known), ("berakhir", tally.Ended), ("belum", tally.Unclear)),
        }));
    }

    private enum Fate
    {
        Taken,

        /// <summary>A case of theirs runs here.</summary>
        Known,

        /// <summary>Their aid ended here, and the list names them all the same: somebody looks.</summary>
        Ended,

        /// <summary>No kelurahan of the city, or the row does not open: nobody would know whose case it is.</summary>
        Unclear,
    }

    /// <summary>How far it has come: <c>list:after:taken:known:ended:unclear</c>.</summary>
    private sealed record Tally(string List, int After = 0, int Taken = 0, int Known = 0, int Ended = 0, int Unclear = 0)
    {
        private const int Parts = 6;

        public static Tally? Read(string about)
        {
            var parts = about.Split(':');
            if (parts.Length != Parts) return null;
            var counts = parts[1..].Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1).ToArray();
            return counts.Contains(-1) ? null : new(parts[0], counts[0], counts[1], counts[2], counts[3], counts[4]);
        }

        public Tally With(int row, Fate fate) => (fate switch
        {
            Fate.Taken => this with { Taken = Taken + 1 },
            Fate.Known => this with { Known = Known + 1 },
            Fate.Ended => this with { Ended = Ended + 1 },
            _ => this with { Unclear = Unclear + 1 },
        }) with
        { After = row };

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{List}:{After}:{Taken}:{Known}:{Ended}:{Unclear}");
    }
}
