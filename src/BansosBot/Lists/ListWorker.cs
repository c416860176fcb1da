using System.Text;
using BansosBot.Conversations;
using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Domain.Staff;
using BansosBot.Ministry;
using BansosBot.Registry;
using BansosBot.Storage;

namespace BansosBot.Lists;

/// <summary>Lists that officers send into their chats: fetched and kept encrypted, read, and taken in by the desks that the verbs use too; one at a time and outside the turn.</summary>
/// <remarks>An order stands in the store until what came of it is committed. After a kill it is done from its beginning: rows of a list that nobody found go first,
/// cases that have moved are known. docs/decisions/0049.</remarks>
internal sealed class ListWorker : IDisposable
{
    // A message of Telegram's has 4,096 letters; a phone shows some 30 lines.
    private const int LettersMax = 2_500;

    // Of a report, some 600 KiB: a list that went wrong as a whole has a note for every row.
    private const int NotesMax = 5_000;

    private const int TriesMax = 3;
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2)];

    private readonly IStore store;
    private readonly Intake intake;
    private readonly Dictionary<string, IFileSource> sources;
    private readonly DocumentKeeper keeper;
    private readonly ListImport lists;
    private readonly CaseListImport cases;
    private readonly Func<Say, string> word;
    private readonly TimeProvider clock;
    private readonly OrderLine orders;

    /// <param name="word">A sentence in words.</param>
    public ListWorker(IStore store, Intake intake, IEnumerable<IFileSource> sources, DocumentKeeper keeper, ListImport lists, CaseListImport cases, Func<Say, string> word, TimeProvider clock)
    {
        (this.store, this.intake, this.keeper, this.lists, this.cases, this.word, this.clock) = (store, intake, keeper, lists, cases, word, clock);
        this.sources = sources.ToDictionary(s => s.Channel);
        orders = new(store, order => order.List is not null, TakeAsync);
    }

    /// <summary>Orders that wait for their turn or are under way.</summary>
    public int Backlog => orders.Backlog;

    public void Resume(IReadOnlyList<WorkOrder> unfinished) => orders.Resume(unfinished);

    /// <summary>First clears what a killed process left of a list: it is taken in anew from its beginning.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await lists.ClearAsync(stop);
        await orders.RunAsync(stop);
    }

    public void Dispose() => orders.Dispose();

    private async Task TakeAsync(WorkOrder order, CancellationToken stop)
    {
        var tries = await store.TryOrderAsync(order.Chat, order.Id);
        if (tries == 0) return;
        var message = tries > TriesMax ? Refused(order, new("ListChat.GaveUp"))
            : order.File is { } file ? await FetchAsync(order, file, stop)
            : keeper.Find(order.List!.Document!) is { } content ? await ReadAsync(order, order.List, content, tries, stop)
            : Refused(order, new("ListChat.FileGone"));
        await intake.TakeAsync(message, stop);
    }

    private async Task<Incoming> FetchAsync(WorkOrder order, FileRef file, CancellationToken stop)
    {
        if (!sources.TryGetValue(order.Chat.Channel, out var source)) return Refused(order, new("ListChat.NotFetched"));
        foreach (var pause in Pauses)
        {
            var content = new BoundedStream();
            try
            {
                if (!await source.FetchAsync(file, content, stop) || content.IsOver) return Refused(order, new("ListChat.NotFetched"));
                var document = keeper.Keep(content.Content);
                source.Done(file);
                return new Incoming.ListKept(order.Chat, $"listkept-{order.Id}", order.Id, document);
            }
            catch (IOException)
            {
                await Task.Delay(pause, clock, stop);
            }
        }

        return Refused(order, new("ListChat.NotReached"));
    }

    private async Task<Incoming> ReadAsync(WorkOrder order, BroughtList list, byte[] content, int tries, CancellationToken stop)
    {
        // Put out since: what comes of it is not wanted (ListComes).
        if ((await store.LookUpAsync(ChatKey.Office, new() { Officer = list.By }, stop)).Officer is not { } officer || ListPermissions.Why(officer, list.Use!.Value) is not null)
            return Refused(order, new("ListChat.FileGone"));

        if (list.IsConfirmed && tries > 1) await intake.TakeAsync(GoesOn(order, $"again-{tries}", word(new("ListChat.AfterStop"))), stop);
        var told = clock.GetTimestamp();
        var shown = await (list.Use == ListUse.Recipients ? OfRecipientsAsync() : OfCasesAsync());
        return Told(order, shown);

        async Task<ListShown> OfRecipientsAsync()
        {
            var (desk, ask) = (new ListDesk(lists, store, word, list.By, NotesMax), new ListAsk(list.Name, list.Programme!, list.Period!.Year, list.Period.Round, list.Columns) { Content = content });
            return list.IsConfirmed ? await desk.TakeInAsync(ask, AsShown(), NoteAsync, stop) : await desk.ShowAsync(ask, stop);
        }

        async Task<ListShown> OfCasesAsync()
        {
            var (desk, ask) = (new CaseListDesk(cases, word, list.By, NotesMax), new CaseListAsk(list.Use.Value, list.Name, list.Programme!, null, list.Period!.Year, list.Period.Round, list.Columns) { Content = content });
            return list.IsConfirmed ? await desk.TakeInAsync(ask, AsShown(), NoteAsync, stop) : await desk.ShowAsync(ask, stop);
        }

        // After a stop part of it may have been done: the rest is what was confirmed.
        ListShown? AsShown() => tries == 1 ? new(ListFate.CanCome, [], "", "", list.File, list.Before) : null;

        async Task NoteAsync(string line)
        {
            if (clock.GetElapsedTime(told) < BetweenNotes) return;
            told = clock.GetTimestamp();
            await intake.TakeAsync(GoesOn(order, $"{tries}-{told}", line), stop);
        }
    }

    private Incoming.ListTold Told(WorkOrder order, ListShown shown)
    {
        // What was taken in was shown before, with its report.
        var lines = shown.Fate == ListFate.TakenIn ? [] : shown.Lines;
        var (text, whole) = (Fitting(lines, shown.Closing), string.Join('\n', lines.Append(shown.Closing).Where(l => l.Length > 0)));
        var report = text.Length < whole.Length ? keeper.Keep(Encoding.UTF8.GetBytes(whole + "\n")) : null;
        return new(order.Chat, $"listtold-{order.Id}", order.Id, shown.Fate, text, report, shown.Columns, shown.File, shown.Before);
    }

    // As many lines as fit, and what became of it, which is the last.
    private static string Fitting(IReadOnlyList<string> lines, string closing)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length + line.Length > LettersMax) break;
            text.Append(line).Append('\n');
        }

        return text.Append(closing).ToString().TrimEnd('\n');
    }

    private Incoming.ListTold Refused(WorkOrder order, Say why) => new(order.Chat, $"listtold-{order.Id}", order.Id, ListFate.Refused, word(why), null, [], null, null);

    private static Incoming.ListGoesOn GoesOn(WorkOrder order, string at, string line) => new(order.Chat, $"listgoes-{order.Id}-{at}", order.Id, line);
}
