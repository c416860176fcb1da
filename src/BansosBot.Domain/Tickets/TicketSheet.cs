using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>A message as an officer reads it.</summary>
internal static class TicketSheet
{
    // With the first message of at most a thousand letters as much as one message of Telegram holds.
    private const int LinesShown = 2;

    /// <summary>Which it is and how it stands.</summary>
    public static IEnumerable<Say> Head(Ticket ticket, Scene scene)
    {
        yield return new(ticket.Kind switch { TicketKind.Report => "Message.HeadOfReport", TicketKind.Levy => "Message.HeadOfLevy", _ => "Message.Head" }, ("kapan", new SayValue.Moment(ticket.LeftAt)), ("lama", new SayValue.Around(ticket.LeftAt)));
        if (ticket.Sealed) yield return new(ticket.Named.IsEmpty ? "Message.SealedFor" : "Message.SealedForOthers");
        if (ticket is { IsWaiting: true, LateSince: not null }) yield return ticket.AnswerBy is { } by ? new("Message.Late", ("tanggal", by)) : new Say("Message.LateTwice");
        if (ticket.HeldBy(scene.At) is { } holder && holder != scene.ActsAs?.Id) yield return new("Message.HeldBy", ("nama", scene.Known.NameOf(holder)));
        if (ticket is { ToCall: true, Closed: null }) yield return new(ticket.Case is null ? "Message.ToCallNoCase" : "Message.ToCall");
        if (ticket.Closed is { } end) yield return new(end.ByTelephone ? "Message.ClosedByTelephone" : "Message.Closed", ("nama", scene.Known.NameOf(end.By)), ("tanggal", scene.Talk.Office.DayOf(end.At)));
        foreach (var line in PledgeDeskErrand.InWords(ticket, scene)) yield return line;
        if (ticket.Helped is { } helped) yield return new($"Message.Helped.{helped}");
    }

    /// <summary>All of it, but for lines in the middle of a long one.</summary>
    public static IEnumerable<Say> Of(Ticket ticket, Scene scene)
    {
        foreach (var line in Head(ticket, scene)) yield return line;
        if (AskedAt(ticket, scene) is { } asked) yield return new("Message.AskedAt", ("nama", asked));
        yield return ticket.Report ?? new Say("Message.Text", ("isi", ticket.Text));
        if (ticket.Lines.Length > LinesShown) yield return new("Message.Between", ("jumlah", ticket.Lines.Length - LinesShown));
        foreach (var line in ticket.Lines.TakeLast(LinesShown))
            yield return line.By is { } officer ? new("Message.Line", ("nama", scene.Known.NameOf(officer)), ("isi", line.Text)) : new Say("Message.LineOfResident", ("isi", line.Text));
    }

    public static Say RoleOf(string officer, Scene scene) => new($"Role.{scene.Known.OfficerOf(officer)?.Role ?? Role.Petugas}");

    // The question that was open where it was left, in a form that names its questions.
    private static Say? AskedAt(Ticket ticket, Scene scene) =>
        StepMap.FlowOf(ticket.Place) is { } name && StepMap.StepOf(ticket.Place) is { } step && scene.Talk.FindFlow(name) is { HasReview: true } flow && flow.Find(step) is { } asked ? new Say($"{asked.TextKey}.Name") : null;
}
