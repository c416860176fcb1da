using System.Text.RegularExpressions;
using BansosBot.Delivery;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;

namespace BansosBot.Simulation.City;

/// <summary>What was committed to be said, against what went out: nothing lost, nothing twice, in order for each chat.</summary>
internal sealed partial class Ledger(Checks checks)
{
    private readonly Lock gate = new();
    private readonly Dictionary<ChatKey, Page> pages = [];
    private readonly HashSet<string> receipted = [];
    private Exception? wrong;

    /// <summary>Which life of the program it is, from 0: what an earlier one still does reaches nobody.</summary>
    public int Life { get; private set; }

    /// <summary>Numbers of the cases of which a receipt was committed.</summary>
    public IReadOnlyCollection<string> Receipted
    {
        get { lock (gate) return [.. receipted]; }
    }

    /// <summary>The latest letters that a person got, oldest first.</summary>
    public IReadOnlyList<Letter> InboxOf(ChatKey chat)
    {
        lock (gate) return [.. Of(chat).Inbox];
    }

    /// <summary>How many messages were ever committed to this chat.</summary>
    public int CommittedTo(ChatKey chat)
    {
        lock (gate) return Of(chat).Committed;
    }

    /// <summary>A group was committed. Called by the store's writer.</summary>
    public void Committed(int life, CommittedGroup group, Letters letters)
    {
        lock (gate)
        {
            if (life != Life) return;
            try
            {
                foreach (var message in group.Messages) Enter(message, letters);
            }
            catch (Exception e)     // a text that cannot be said: told when the driver looks, for the writer must not break
            {
                wrong ??= e;
            }

            foreach (var id in group.Withdrawn)
                foreach (var page in pages.Values)
                    if (page.Open.Find(e => e.Id == id) is { } entry) entry.IsWithdrawn = true;
        }
    }

    /// <summary>A letter went out; what became of it.</summary>
    public void Tried(Letter letter, Delivered heard, bool arrives)
    {
        lock (gate)
        {
            var page = Of(letter.To);
            page.Tries.Enqueue((letter.Words.Text, heard));
            if (arrives) page.Receive(letter);
        }
    }

    /// <summary>What one who fetches their messages sees now.</summary>
    public void Shown(ChatKey chat, IEnumerable<Letter> letters)
    {
        lock (gate)
        {
            var page = Of(chat);
            page.Inbox.Clear();
            foreach (var letter in letters)
            {
                page.Receive(letter);
                Receipt(letter.Words.Text);
            }
        }
    }

    /// <summary>Holds what went out against what was committed.</summary>
    /// <param name="allOutAt">Nothing is on its way any more at this instant, what is not there will not come; null: something is. News may wait for the morning.</param>
    public void Compare(DateTimeOffset? allOutAt)
    {
        lock (gate)
        {
            checks.Holds(Invariant.NoErrors, wrong is null, () => $"{wrong}");
            foreach (var (chat, page) in pages) Compare(chat, page, allOutAt);
        }
    }

    public void EndLife()
    {
        lock (gate) Life++;
    }

    /// <summary>A new life begins with what the store says is unsent.</summary>
    /// <param name="doublesMax">So many that went out may be there again.</param>
    /// <param name="mayBeNew">The power went between a commit and our hearing of it.</param>
    public void Reopen(IReadOnlyList<Waiting> unsent, Letters letters, int doublesMax, bool mayBeNew)
    {
        lock (gate)
        {
            var doubles = 0;
            foreach (var (chat, page) in pages)
            {
                var there = unsent.Where(w => w.Message.To == chat).OrderBy(w => w.Id).ToList();
                var unheardOf = there.Where(w => !page.Done.Contains(w.Id) && page.Open.TrueForAll(e => e.Id != w.Id)).Select(w => w.Id).ToList();
                bool WasOvertaken(Entry e) => e.IsHeld && unheardOf.Exists(id => id > e.Id);       // and the power went before we heard of it
                var lost = page.Open.Where(e => !e.IsWithdrawn && !WasOvertaken(e)).Count(e => there.TrueForAll(w => w.Id != e.Id));
                checks.Holds(Invariant.AcknowledgedIsKept, lost == 0, () => $"{lost} unsent messages to {chat} are gone after a new start");
                doubles += there.Count(w => page.Done.Contains(w.Id));
                checks.Holds(Invariant.SentOnceInOrder, mayBeNew || unheardOf.Count == 0, () => $"{unheardOf.Count} messages to {chat} of which nobody heard");
                page.Open.Clear();
            }

            checks.Holds(Invariant.SentOnceInOrder, doubles <= doublesMax, () => $"{doubles} messages that went out wait to be sent again; {doublesMax} may");
            foreach (var waiting in unsent.OrderBy(w => w.Id)) Enter(waiting, letters);
        }
    }

    private void Compare(ChatKey chat, Page page, DateTimeOffset? allOutAt)
    {
        while (page.Tries.TryDequeue(out var tried))
        {
            while (page.Open is [{ IsWithdrawn: true } held, ..] && held.Text != tried.Text) page.Close(held);
            var entry = page.Open.Find(e => !e.Sleeps || e.Text == tried.Text);       // what waits for the morning is overtaken
            checks.Holds(Invariant.SentOnceInOrder, entry?.Text == tried.Text, () =>
                $"{chat} got a letter that was not its turn (lost, twice, or out of order): \"{tried.Text}\"; its turn was \"{page.Open.FirstOrDefault()?.Text}\"");
            checks.Holds(Invariant.NoErrors, tried.Heard is not Delivered.NotAccepted, () => $"not accepted: {tried.Text}");
            if (tried.Heard is Delivered.Sent or Delivered.Unreachable || (tried.Heard is Delivered.Uncertain && entry!.WasUncertain)) page.Close(entry!);
            else if (tried.Heard is Delivered.Uncertain) entry!.WasUncertain = true;
        }

        if (allOutAt is not { } now) return;
        page.Open.RemoveAll(e => e.IsWithdrawn);
        checks.Holds(Invariant.SentOnceInOrder, page.Open.TrueForAll(e => e.Sleeps && e.Until > now), () => $"{page.Open.Count} messages to {chat} never went out, the first is \"{page.Open[0].Text}\"");
    }

    private void Enter(Waiting waiting, Letters letters)
    {
        var text = letters.Write(waiting.Message).Words.Text;
        var page = Of(waiting.Message.To);
        page.Open.Add(new Entry(waiting.Id, text, waiting.Message.GivesWay, waiting.Message.IsNews ? waiting.Message.NotBefore : null));
        page.Committed++;
        Receipt(text);
    }

    private void Receipt(string text)
    {
        if (!text.Contains("Kode tanda terima", StringComparison.Ordinal)) return;
        foreach (Match number in CaseNumber().Matches(text)) receipted.Add(number.Value);
    }

    private Page Of(ChatKey chat)
    {
        if (!pages.TryGetValue(chat, out var page)) pages[chat] = page = new();
        return page;
    }

    [GeneratedRegex("YAPI-[0-9]{4}-[0-9]{6}", RegexOptions.None, 1_000)]
    private static partial Regex CaseNumber();

    private sealed class Page
    {
        private const int InboxMax = 12;

        public List<Entry> Open { get; } = [];

        public HashSet<long> Done { get; } = [];

        public Queue<(string Text, Delivered Heard)> Tries { get; } = new();

        public Queue<Letter> Inbox { get; } = new();

        public int Committed { get; set; }

        public void Close(Entry entry)
        {
            Open.Remove(entry);
            Done.Add(entry.Id);
        }

        public void Receive(Letter letter)
        {
            Inbox.Enqueue(letter);
            while (Inbox.Count > InboxMax) Inbox.Dequeue();
        }
    }

    private sealed record Entry(long Id, string Text, bool IsHeld, DateTimeOffset? Until)
    {
        public bool Sleeps => Until is not null;

        public bool IsWithdrawn { get; set; }

        public bool WasUncertain { get; set; }
    }
}
