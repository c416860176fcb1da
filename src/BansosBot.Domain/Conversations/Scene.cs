using System.Collections.Immutable;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Conversations;

/// <summary>One message and everything it causes, gathered. Pieces add to it; the store applies it whole or not at all.</summary>
public sealed class Scene
{
    private readonly ImmutableArray<Outgoing>.Builder says = ImmutableArray.CreateBuilder<Outgoing>();
    private readonly ImmutableArray<Conversation>.Builder others = ImmutableArray.CreateBuilder<Conversation>();
    private readonly ImmutableArray<Write>.Builder writes = ImmutableArray.CreateBuilder<Write>();
    private readonly ImmutableArray<DueChange>.Builder dues = ImmutableArray.CreateBuilder<DueChange>();
    private readonly ImmutableArray<WorkOrder>.Builder orders = ImmutableArray.CreateBuilder<WorkOrder>();
    private readonly ImmutableArray<string>.Builder ordersDone = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder filesGone = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<AuditAct>.Builder audit = ImmutableArray.CreateBuilder<AuditAct>();
    private readonly List<Say> notes = [];
    private readonly List<Choice> offers = [];
    private int randomUsed;

    internal Scene(Talk talk, Conversation before, Incoming message, Known known, DateTimeOffset at)
    {
        Talk = talk;
        Message = message;
        Known = known;
        At = at;
        Today = talk.Office.DayOf(at);
        IsNew = before.TouchedAt == default;
        var since = at - Seen.For;
        var seen = before.Seen.RemoveAll(s => s.At < since);
        if (seen.Length >= Seen.Max) seen = seen.RemoveRange(0, seen.Length - Seen.Max + 1);
        Now = before with { Seen = seen.Add(new(message.Id, at)) };
    }

    public Talk Talk { get; }

    public Incoming Message { get; }

    public Known Known { get; }

    /// <summary>The instant of the turn.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Its day in Serang.</summary>
    public DateOnly Today { get; }

    /// <summary>Nobody has said anything here before, or it was all erased.</summary>
    public bool IsNew { get; }

    /// <summary>The conversation as it is becoming.</summary>
    public Conversation Now { get; set; }

    /// <summary>The transcript of a pulling channel shows this in place of the person's words.</summary>
    public Say? Echo { get; set; }

    public bool ErasesChat { get; set; }

    /// <summary>See <see cref="Effects.ForgetsTranscriptSince"/>.</summary>
    public DateTimeOffset? ForgetsTranscriptSince { get; private set; }

    /// <summary>A page shows nothing any more of what was said since then, or at all; asked for twice, since the earlier instant.</summary>
    public void ForgetTranscript(DateTimeOffset since = default) =>
        ForgetsTranscriptSince = ForgetsTranscriptSince is { } earlier && earlier < since ? earlier : since;

    /// <summary>A flow is begun by this very message: a word of welcome goes before its first question.</summary>
    public bool Begins { get; set; }

    /// <summary>The draft of the flow that the present place belongs to; null where there is none.</summary>
    public Draft? Draft => StepMap.FlowOf(Now.Place) is { } flow ? Now.Drafts.GetValueOrDefault(flow) : null;

    /// <summary>Moves on the map. What it forbids is our mistake: the message is parked, nothing is written.</summary>
    /// <exception cref="InvalidOperationException">The map forbids the move.</exception>
    public void Move(Move move)
    {
        var next = Talk.Map.After(Now.Place, move)
            ?? throw new InvalidOperationException($"The step map forbids {move} from {Now.Place}.");
        Now = Now with { Place = next };
    }

    /// <summary>Keeps a draft as it now is.</summary>
    public void Keep(Draft draft) =>
        Now = Now with { Drafts = Now.Drafts.SetItem(draft.Flow, draft with { TouchedAt = At }) };

    /// <summary>Forgets a draft.</summary>
    public void Forget(string flow) => Now = Now with { Drafts = Now.Drafts.Remove(flow) };

    /// <summary>Goes before the next message that is said.</summary>
    public void Note(Say note) => notes.Add(note);

    /// <summary>Goes on top of the buttons of the next question: what somebody asked in the same message.</summary>
    public void Offer(Choice choice) => offers.Add(choice);

    /// <summary>Says something that asks nothing. The question that is open stays open.</summary>
    public void Tell(params ImmutableArray<Say> parts) => Send(new() { To = Now.Chat, Language = Now.Language, Parts = WithNotes(parts) });

    /// <summary>Says something to another chat, in the language that is spoken there: <see cref="Outgoing.Language"/>. Nobody there waits for it, so
    /// that it keeps the quiet hours.</summary>
    public void TellOther(ChatKey chat, params ImmutableArray<Say> parts) => News(chat, parts, []);

    /// <summary>The same, with buttons that belong to no question: <see cref="NewsChoice"/>.</summary>
    public void News(ChatKey chat, ImmutableArray<Say> parts, ImmutableArray<ImmutableArray<Button>> buttons)
    {
        var morning = Talk.Office.OutsideQuietHours(At);
        says.Add(new() { To = chat, Language = Language.Indonesian, Parts = parts, Buttons = buttons, IsNews = true, NotBefore = morning > At ? morning : null });
    }

    /// <summary>Asks, with buttons. The same choices at the same place keep their number, so that both sets of buttons work.</summary>
    /// <param name="parts">Paragraphs; the question last.</param>
    /// <param name="rows">Rows of choices.</param>
    /// <param name="place">See <see cref="Outgoing.Place"/>.</param>
    public void Ask(ImmutableArray<Say> parts, ImmutableArray<ImmutableArray<Choice>> rows, string? place = null, DateTimeOffset? notBefore = null)
    {
        if (offers.Count > 0) rows = [.. offers.Select(o => ImmutableArray.Create(o)), .. rows];
        offers.Clear();
        ImmutableArray<string> choices = [.. rows.SelectMany(r => r).Select(c => c.Name)];
        if (Now.Question == 0 || !Now.Choices.AsSpan().SequenceEqual(choices.AsSpan()) || AskedAt != WhereAsked(Now))
            Now = Now with { Question = Now.Question + 1, Choices = choices };
        Now = Now with { Labels = Talk.Labels is { } labels ? [.. rows.SelectMany(r => r).Select(c => c.NamesSomebody ? "" : Everywhere.Plain(labels(c.Label, Now.Language)))] : [] };
        var number = 0;
        Send(new()
        {
            To = Now.Chat,
            Language = Now.Language,
            Parts = WithNotes(parts),
            Buttons = [.. rows.Select(r => r.Select(c => new Button(c.Label, number++, c.Start)).ToImmutableArray())],
            Question = Now.Question,
            Place = place,
            NotBefore = notBefore,
        });
    }

    /// <summary>Where the open question was asked (<see cref="WhereAsked"/>): set by <see cref="Talk"/> from the conversation before.</summary>
    internal string? AskedAt { get; init; }

    /// <summary>The place, and which question of an interview.</summary>
    internal static string WhereAsked(Conversation c) =>
        StepMap.FlowOf(c.Place) is { } flow && c.Drafts.GetValueOrDefault(flow)?.Asked is { } asked ? $"{c.Place}{asked}" : c.Place;

    public void Send(Outgoing message) => says.Add(message);

    public void Write(Write write) => writes.Add(write);

    public void Due(DueKind kind, string about, DateTimeOffset? at) => dues.Add(new(kind, about, at));

    /// <summary>As <see cref="Due"/>, on the office's own account: it does not hang on this chat.</summary>
    public void DueOfOffice(DueKind kind, string about, DateTimeOffset? at) => dues.Add(new(kind, about, at, OfOffice: true));

    /// <summary>The same comes once more, later.</summary>
    public void Again(Incoming.Due due, DateTimeOffset at) => dues.Add(new(due.Kind, due.About, at, OfOffice: due.Chat == ChatKey.Office));

    /// <summary>As <see cref="Due"/>, to another chat: what is to happen there is decided there.</summary>
    public void DueOf(ChatKey chat, DueKind kind, string about, DateTimeOffset at) => dues.Add(new(kind, about, at, For: chat));

    /// <summary>Leaves another chat's conversation like this.</summary>
    public void Leave(Conversation other) => others.Add(other);

    public void Order(WorkOrder order) => orders.Add(order);

    public void OrderDone(string work) => ordersDone.Add(work);

    public void FileGone(string document) => filesGone.Add(document);

    public void Audit(Act act, string subject, string detail = "") => audit.Add(new(act, subject, detail, ActsAs?.Id ?? ""));

    /// <summary>The officer at whose desk this is; null: nobody's.</summary>
    public Officer? ActsAs { get; set; }

    /// <summary>Place of the next audit act among this scene's, for a text that names its entry.</summary>
    public int NextAudit => audit.Count;

    /// <summary>The next random bytes of those that were asked for.</summary>
    /// <exception cref="InvalidOperationException">More than <see cref="Needs.RandomBytes"/>: our mistake.</exception>
    public ReadOnlySpan<byte> Random(int count)
    {
        if (randomUsed + count > Known.Random.Length) throw new InvalidOperationException("More random bytes used than asked for.");
        randomUsed += count;
        return Known.Random.AsSpan().Slice(randomUsed - count, count);
    }

    /// <summary>A random id of 96 bits, in lower-case hex.</summary>
    public string RandomId() => Convert.ToHexStringLower(Random(RandomIdBytes));

    public const int RandomIdBytes = 12;

    internal Effects Effects() => new()
    {
        After = Now,
        Others = others.ToImmutable(),
        Says = Desk.Named(this) is { } desk ? [.. says.Select(s => s.To == Now.Chat ? s with { Parts = [desk, .. s.Parts] } : s)] : says.ToImmutable(),
        Writes = writes.Count > 0 && Known.Officer is { WorksHere: true } sits && ActsAs?.Id == sits.Id ? [.. writes, new Write.RestOn(sits)] : writes.ToImmutable(),
        Dues = dues.ToImmutable(),
        Orders = orders.ToImmutable(),
        OrdersDone = ordersDone.ToImmutable(),
        FilesGone = filesGone.ToImmutable(),
        Audit = audit.ToImmutable(),
        Echo = Echo,
        ErasesChat = ErasesChat,
        ForgetsTranscriptSince = ForgetsTranscriptSince,
    };

    private ImmutableArray<Say> WithNotes(ImmutableArray<Say> parts)
    {
        if (notes.Count == 0) return parts;
        parts = [.. notes, .. parts];
        notes.Clear();
        return parts;
    }
}
