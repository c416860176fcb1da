using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Proposals;

/// <summary>Who is interested in something that others give, as a list: those whom an officer has spoken with, numbered and frozen, and drawn as a sheet from
/// which the list of recipients is made.</summary>
/// <remarks>It is a <see cref="Batch"/> that moves nobody: the file is drawn, sent and logged as that of a proposal, and the same whenever it is drawn.</remarks>
public sealed class InterestListErrand(ImmutableArray<Programme> programmes) : StaffErrand
{
    public const string Called = "interestlist";

    private const string Take = "take";

    private const int FilesMax = 3;

    private readonly ImmutableArray<Programme> interests = [.. programmes.Where(p => p.Service == Service.Interest)];

    public override string Name => Called;

    /// <summary>Who may have the file sees it at the desk.</summary>
    internal static bool IsFor(Officer officer) => ProposalFileErrand.IsFor(officer, BatchOf.Interests);

    protected override Needs NeedsAtDesk(Conversation before, string argument) =>
        ProgrammeOf(argument) is { } programme ? new() { Interests = programme.Name, RandomBytes = Scene.RandomIdBytes } : Needs.Nothing;

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        if (!IsFor(officer)) DeskErrand.Refuse(scene, officer, Called);
        else if (ProgrammeOf(argument) is not { } programme)
            scene.Ask([new Say("Interests.Which")], [.. interests.Select(p => ImmutableArray.Create(new Choice(Opens(p), p.Says(ProgrammeTexts.Short)))), DeskErrand.Row]);
        else if (argument.Split(':') is [_, Take, var count]) Takes(scene, officer, programme, count);
        else Show(scene, programme);
    }

    private static void Show(Scene scene, Programme programme)
    {
        var known = scene.Known.Interests;
        scene.Ask(
            [new Say("Interests.Head", ("bantuan", programme.Says(ProgrammeTexts.Title)), ("jumlah", known.Cases.Length)), new Say(known.Cases.IsEmpty ? "Interests.Nobody" : "Interests.Sure")],
            [
                .. known.Cases.IsEmpty ? (ImmutableArray<ImmutableArray<Choice>>)[]
                    : [[new(string.Create(CultureInfo.InvariantCulture, $"{Opens(programme)}:{Take}:{known.Cases.Length}"), new Say("Interests.Button.Take", ("jumlah", known.Cases.Length)))]],
                .. known.Lists.TakeLast(FilesMax).Reverse().Select(b => ImmutableArray.Create(new Choice(ProposalFileErrand.Opens(b.Number), new Say("Batch.Button.File", ("nomor", b.Number))))),
                DeskErrand.Row,
            ]);
    }

    // What is taken is what was read: another number now, and it is shown again.
    private static void Takes(Scene scene, Officer officer, Programme programme, string count)
    {
        var known = scene.Known.Interests;
        if (known.Cases.IsEmpty || known.Cases.Length.ToString(CultureInfo.InvariantCulture) != count)
        {
            scene.Note(new Say("Batch.ChangedMeanwhile"));
            Show(scene, programme);
            return;
        }

        var list = new Batch
        {
            Number = Batch.NumberOfInterests(programme.CasePrefix, scene.Today.Year, known.Lists.Count(b => scene.Talk.Office.DayOf(b.SignedAt).Year == scene.Today.Year) + 1),
            Of = BatchOf.Interests,
            Programme = programme.Name,
            SignedAt = scene.At,
            By = officer.Id,
            Cases = known.Cases,
            Moved = known.Cases.Length,
        };
        scene.Write(new Write.PutBatch(list));
        scene.Audit(Act.InterestsListed, list.Number, count);
        ProposalFileErrand.Ask(scene, officer, list);
    }

    private Programme? ProgrammeOf(string argument) => interests.FirstOrDefault(p => p.Name == argument.Split(':')[0]);

    private static string Opens(Programme programme) => $"{Everywhere.Go}{Called}:{programme.Name}";
}

/// <summary>Who could stand on a list of interests now.</summary>
/// <param name="Cases">Ids of those whom an officer has spoken with, in the order in which they came, in the officer's area; at most <see cref="Proposable.Most"/>.</param>
/// <param name="Lists">All so far, the newest last.</param>
public sealed record Interested(ImmutableArray<string> Cases, ImmutableArray<Batch> Lists)
{
    public static readonly Interested Nobody = new([], []);
}
