using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Proposals;

/// <summary>The head of the office signs which children are proposed to the ministry: as many as the quota has places, in the programme's written order,
/// and nobody is picked by hand.</summary>
public sealed class BatchDeskErrand(ImmutableArray<Programme> programmes) : StaffErrand
{
    public const string Called = "deskbatch";

    private const string Sign = "sign";

    private const int FilesMax = 3;

    private readonly ImmutableArray<Programme> proposing = [.. programmes.Where(p => p.Proposing is not null)];

    public override string Name => Called;

    /// <summary>Who may sign sees it at the desk.</summary>
    internal static bool IsFor(Officer officer) => Permissions.Allows(officer.Role, StaffAct.Propose, Stage.Endorsed, Whose.Nobodys);

    protected override Needs NeedsAtDesk(Conversation before, string argument) => ProgrammeOf(argument) is { } programme ? new() { Proposable = programme.Name } : Needs.Nothing;

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        if (!IsFor(officer)) DeskErrand.Refuse(scene, officer, Called);
        else if (ProgrammeOf(argument) is not { } programme) Which(scene, officer);
        else if (argument.Split(':') is [_, Sign, var count]) Signs(scene, officer, programme, count);
        else Show(scene, programme);
    }

    private void Which(Scene scene, Officer officer)
    {
        if (proposing.IsEmpty)
        {
            scene.Note(new Say("Batch.NothingToPropose"));
            DeskErrand.Show(scene, officer);
            return;
        }

        scene.Ask([new Say("Batch.WhichProgramme")], [.. proposing.Select(p => ImmutableArray.Create(new Choice(Opens(p), p.Says(ProgrammeTexts.Short)))), DeskErrand.Row]);
    }

    private static void Show(Scene scene, Programme programme)
    {
        var (known, chosen) = (scene.Known.Proposable, Chosen(scene, programme));
        ImmutableArray<Say> parts =
        [
            new("Batch.Head", ("bantuan", programme.Says(ProgrammeTexts.Title)), ("jumlah", known.Cases.Length)),
            .. programme.Quota is { } quota ? [new Say("Batch.Quota", ("tempat", quota.Places), ("terpakai", known.QuotaUsed))] : (ReadOnlySpan<Say>)[],
            programme.Says(ProgrammeTexts.ProposingOrder),
            .. known.Ahead > 0 ? [new Say("Batch.Ahead", ("jumlah", known.Ahead))] : (ReadOnlySpan<Say>)[],
            .. Latest(known),
        ];
        if (chosen.IsEmpty) scene.Ask([.. parts, new Say(known.Cases.IsEmpty ? "Batch.NobodyWaits" : "Batch.NoPlace")], [.. Files(known), DeskErrand.Row]);
        else
        {
            scene.Ask(
                [.. parts, new Say("Batch.Sure", ("jumlah", chosen.Length))],
                [[new(string.Create(CultureInfo.InvariantCulture, $"{Opens(programme)}:{Sign}:{chosen.Length}"), new Say("Batch.Button.Sign", ("jumlah", chosen.Length)))], .. Files(known), DeskErrand.Row]);
        }
    }

    // What is signed is what was read: another number now, and it is shown again.
    private static void Signs(Scene scene, Officer officer, Programme programme, string count)
    {
        var (known, chosen) = (scene.Known.Proposable, Chosen(scene, programme));
        if (chosen.IsEmpty || chosen.Length.ToString(CultureInfo.InvariantCulture) != count)
        {
            scene.Note(new Say("Batch.ChangedMeanwhile"));
            Show(scene, programme);
            return;
        }

        var batch = new Batch
        {
            Number = Batch.NumberOf(known.Prefix ?? programme.Name.ToUpperInvariant(), scene.Today.Year, known.Batches.Count(b => scene.Talk.Office.DayOf(b.SignedAt).Year == scene.Today.Year) + 1),
            Programme = programme.Name,
            SignedAt = scene.At,
            By = officer.Id,
            Cases = chosen,
        };
        scene.Write(new Write.PutBatch(batch));
        scene.Audit(Act.BatchSigned, batch.Number, chosen.Length.ToString(CultureInfo.InvariantCulture));
        scene.DueOfOffice(DueKind.BatchGoesOn, batch.Number, scene.At);
        scene.Ask([new Say("Batch.Signed", ("nomor", batch.Number), ("jumlah", chosen.Length))], [DeskErrand.Row]);
    }

    // One at a time: what was signed before is not led on yet, and still stands in the line.
    private static ImmutableArray<string> Chosen(Scene scene, Programme programme)
    {
        var known = scene.Known.Proposable;
        var places = programme.Quota is { } quota ? Math.Max(0, quota.Places - known.QuotaUsed) : Proposable.Most;
        return known.Batches.Any(b => !b.IsComplete) ? [] : [.. known.Cases.Take(places)];
    }

    private static IEnumerable<Say> Latest(Proposable known)
    {
        if (known.Batches is not [.., var latest]) yield break;
        yield return latest.IsComplete
            ? new("Batch.Latest", ("nomor", latest.Number), ("jumlah", latest.Moved - latest.Left.Length))
            : new("Batch.GoingOn", ("nomor", latest.Number), ("sudah", latest.Moved), ("semua", latest.Cases.Length));
    }

    // Those of before are asked for less and less.
    private static IEnumerable<ImmutableArray<Choice>> Files(Proposable known) =>
        known.Batches.Where(b => b.IsComplete).TakeLast(FilesMax).Reverse().Select(b => ImmutableArray.Create(new Choice(ProposalFileErrand.Opens(b.Number), new Say("Batch.Button.File", ("nomor", b.Number)))));

    private Programme? ProgrammeOf(string argument) => proposing.FirstOrDefault(p => p.Name == argument.Split(':')[0]);

    private static string Opens(Programme programme) => $"{Everywhere.Go}{Called}:{programme.Name}";
}
