using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Staff;

/// <summary><c>/antrean</c>: the cases that wait, that are theirs, that are late.</summary>
public sealed class QueueErrand(ImmutableArray<Programme> programmes) : StaffErrand
{
    public const string Called = "queue";

    public override string Name => Called;

    /// <summary>The choice that opens this list.</summary>
    public static string Of(QueueOf of) => $"{Everywhere.Go}{Called}:{of}";

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { Queue = ListOf(argument), Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        if (Turns.Of(officer.Role).IsEmpty)
        {
            DeskErrand.Refuse(scene, officer, Called);      // "nothing waits" would not be true
            return;
        }

        var of = ListOf(argument);
        var page = scene.Known.Queue;
        if (page.Lines.IsEmpty)
        {
            scene.Ask([new Say($"Queue.None.{of}")], [.. Others(of), DeskErrand.Row]);
            return;
        }

        scene.Ask(
            [new Say($"Queue.{of}", ("isi", new SayValue.Lines([.. page.Lines.Select(l => Line(scene, l))], Numbered: true))), .. page.HasMore ? [new Say("Queue.More")] : (ReadOnlySpan<Say>)[], new Say("Queue.Which")],
            [.. page.Lines.Select(l => ImmutableArray.Create(new Choice(of == QueueOf.ToCall ? CallDeskErrand.Opens(l.Id) : CaseDeskErrand.Opens(l.Id), new Say("Queue.Button.Case", ("nomor", l.Number))))), .. Others(of), DeskErrand.Row]);
    }

    private Say Line(Scene scene, QueueLine line)
    {
        var (stage, place) = (new Say($"Stage.{line.Stage}.Name"), line.Kelurahan.Name);
        var aid = programmes.FirstOrDefault(p => p.Name == line.Programme)?.Says(ProgrammeTexts.Short) ?? new Say("LookUp.OtherAid");
        var holder = scene.Known.OfficerOf(line.HeldBy);
        return (line.PromisedBy, holder) switch
        {
            ({ } day, null) => new("Queue.Line.Promised", ("nomor", line.Number), ("bantuan", aid), ("tahap", stage), ("kelurahan", place), ("tanggal", day)),
            ({ } day, { } by) => new("Queue.Line.PromisedHeld", ("nomor", line.Number), ("bantuan", aid), ("tahap", stage), ("kelurahan", place), ("tanggal", day), ("petugas", by.CalledAs)),
            (null, null) => new("Queue.Line", ("nomor", line.Number), ("bantuan", aid), ("tahap", stage), ("kelurahan", place)),
            (null, { } by) => new("Queue.Line.Held", ("nomor", line.Number), ("bantuan", aid), ("tahap", stage), ("kelurahan", place), ("petugas", by.CalledAs)),
        };
    }

    private static ImmutableArray<ImmutableArray<Choice>> Others(QueueOf of) =>
        [.. Enum.GetValues<QueueOf>().Where(o => o != of).Select(o => new Choice(Of(o), new Say($"Desk.Button.{o}"))).Chunk(2).Select(pair => pair.ToImmutableArray())];

    private static QueueOf ListOf(string argument) => Enum.TryParse<QueueOf>(argument, out var of) ? of : QueueOf.Nobodys;
}
