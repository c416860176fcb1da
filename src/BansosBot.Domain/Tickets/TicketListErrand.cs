using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>"Pesan warga": what people wrote to the officers and the bot reports; who is called; what one answers oneself.</summary>
public sealed class TicketListErrand : StaffErrand
{
    public const string Called = "messages";

    public override string Name => Called;

    /// <summary>The rows that lead to them from the desk.</summary>
    internal static IEnumerable<ImmutableArray<Choice>> Rows(Officer officer) =>
        TicketPermissions.Lists(officer.Role).Where(of => of is TicketListOf.Waiting or TicketListOf.Pledges or TicketListOf.Sealed).Select(of => ImmutableArray.Create(new Choice(Of(of), new Say($"Messages.Button.{of}"))));

    /// <summary>Back to the list that a message stands in while it waits.</summary>
    internal static Choice Back(Ticket ticket) => ticket.Sealed ? new(Of(TicketListOf.Sealed), new Say("Messages.Button.Sealed")) : new(Of(TicketListOf.Waiting), new Say("Messages.Button.Waiting"));

    /// <summary>The choice that opens this list.</summary>
    public static string Of(TicketListOf of) => $"{Everywhere.Go}{Called}:{of}";

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { TicketList = ListOf(argument), Officers = true };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(officer);
        var of = ListOf(argument);
        var lists = TicketPermissions.Lists(officer.Role);
        if (!lists.Contains(of))
        {
            DeskErrand.Refuse(scene, officer, Called);
            return;
        }

        var page = scene.Known.TicketPage;
        if (page.Lines.IsEmpty)
        {
            scene.Ask([new Say($"Messages.None.{of}")], [.. Others(lists, of), DeskErrand.Row]);
            return;
        }

        scene.Ask(
            [new Say($"Messages.{of}", ("isi", new SayValue.Lines([.. page.Lines.Select(l => Line(scene, l))], Numbered: true))), .. page.HasMore ? [new Say("Queue.More")] : (ReadOnlySpan<Say>)[], new Say("Queue.Which")],
            [.. page.Lines.Select((l, i) => new Choice(TicketDeskErrand.Opens(l.Id), new Say("Messages.Button.One", ("ke", i + 1)))).Chunk(2).Select(pair => pair.ToImmutableArray()), .. Others(lists, of), DeskErrand.Row]);
    }

    private static Say Line(Scene scene, ListedTicket line)
    {
        var (left, ago) = (new SayValue.Moment(line.LeftAt), new SayValue.Around(line.LeftAt));
        return scene.Known.OfficerOf(line.HeldBy) is { } by && line.HeldBy != scene.ActsAs?.Id
            ? new("Messages.Line.Held", ("kapan", left), ("lama", ago), ("petugas", by.CalledAs))
            : new("Messages.Line", ("kapan", left), ("lama", ago), ("keadaan", new Say($"Messages.State.{line.State}")));
    }

    private static IEnumerable<ImmutableArray<Choice>> Others(ImmutableArray<TicketListOf> lists, TicketListOf of) =>
        lists.Where(o => o != of).Select(o => new Choice(Of(o), new Say($"Messages.Button.{o}"))).Chunk(2).Select(pair => pair.ToImmutableArray());

    private static TicketListOf ListOf(string argument) => Enum.TryParse<TicketListOf>(argument, out var of) ? of : TicketListOf.Waiting;
}
