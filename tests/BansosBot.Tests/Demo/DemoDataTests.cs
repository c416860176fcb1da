using BansosBot.Demo;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using Microsoft.Extensions.Time.Testing;

namespace BansosBot.Tests.Demo;

/// <summary>The invented city: all of it goes the way of real messages, and is the same each time.</summary>
public sealed class DemoDataTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 3, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_stage_every_kecamatan_siblings_helpers_drafts_and_tickets_are_there()
    {
        using var folder = new TestFolder();
        await using var store = Open(folder);
        await DemoData.MakeAsync(store, Shipped.Talk, Now);

        var cases = await CasesAsync(store);
        Assert.InRange(cases.Count, 36, 45);
        Assert.Equal(Enum.GetValues<Stage>(), cases.Select(c => c.Stage).Distinct().Order());
        Assert.Equal(Wilayah.AllKecamatan.Select(k => k.Name).Order(), cases.Select(c => c.Kelurahan.Kecamatan.Name).Distinct().Order());
        Assert.Contains(cases.GroupBy(c => c.Receipt), sitting => sitting.Count() == 2);
        Assert.Contains(cases, c => c.FiledForOthers && c.Homes.Length == 2);
        Assert.All(cases, c => Assert.StartsWith("Contoh ", c.ChildName.Reveal(), StringComparison.Ordinal));
        Assert.All(cases, c => Assert.StartsWith("367399", c.ChildNik!.Reveal(), StringComparison.Ordinal));
        Assert.All(cases, c => Assert.True(c.StageSince <= Now && c.History[^1].Stage == c.Stage, $"{c}"));
        Assert.Equal(4 + 2, (await Task.WhenAll(Enumerable.Range(1, 50).Select(n => StateAsync(store, n)))).Count(c => c.Drafts.ContainsKey("yapi")));
        Assert.Null(AuditChain.BreaksAt(store.AuditEntries()));
        Assert.Equal(cases.Count, store.AuditEntries().Count(e => e.Act == Act.ApplicationSubmitted));
        Assert.Equal(2, store.AuditEntries().Count(e => e.Act == Act.TicketLeft));
        Assert.DoesNotContain(store.AuditEntries(), e => e.Act == Act.MessageParked);
        Assert.Empty((await store.UnfinishedAsync(Stop)).Messages);

        var schedules = (await store.LookUpAsync(ChatKey.Office, new() { Schedules = new(new Area.WholeCity(), null) }, Stop)).Schedules;
        Assert.Superset(new HashSet<Type> { typeof(ScheduleState.Announced), typeof(ScheduleState.Changed), typeof(ScheduleState.Cancelled) }, schedules.Coming.Select(s => s.State.GetType()).ToHashSet());
        Assert.All(schedules.Coming.Append(schedules.LatestPast!), s => Assert.Contains("contoh", s.Note!.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_the_same_city_each_time_and_what_is_shown_of_it_can_be_looked_at()
    {
        using var one = new TestFolder();
        using var other = new TestFolder();
        await using var first = Open(one);
        await using var second = Open(other);
        await DemoData.MakeAsync(first, Shipped.Talk, Now);
        await DemoData.MakeAsync(second, Shipped.Talk, Now);

        Assert.Equal(Told(await CasesAsync(first)), Told(await CasesAsync(second)));
        var examples = await DemoData.ExamplesAsync(first, Shipped.Talk, Now);
        Assert.Equal(3, examples.Length);
        foreach (var example in examples)
        {
            var known = await first.LookUpAsync(new("web", "x"), new() { Receipt = example.Code, Places = true }, Stop);
            Assert.Contains(known.ByReceipt, c => c.ChildBorn == example.Born && c.Stage == example.Stage);
            if (example.Stage == Stage.Endorsed) Assert.NotEmpty(known.Standings);
        }

        static IEnumerable<string> Told(IEnumerable<Application> cases) =>
            cases.Select(c => $"{c.Number} {c.Stage} {c.ChildName.Reveal()} {c.ChildNik!.Reveal()} {c.ChildBorn} {c.Kelurahan} {c.QueueNumber}");
    }

    private static LiteDbStore Open(TestFolder folder)
    {
        var keys = KeyFolder.Open(folder["keys"], folder["data"], dataExists: false);
        return new(LiteDbFile.Open(folder["data/bansosbot.db"]), keys, new HashSet<string> { DemoTalk.ChannelName }, new FakeTimeProvider(Now),
            new Dictionary<string, Domain.Programmes.ProposingOrder> { ["yapi"] = Shipped.Programme.Programme.Proposing! });
    }

    private static async Task<Conversation> StateAsync(LiteDbStore store, int person) => await new DemoTalk(store, Shipped.Talk, person, Now).StateAsync();

    private static async Task<List<Application>> CasesAsync(LiteDbStore store)
    {
        var cases = new List<Application>();
        for (var person = 1; person <= 50; person++)
        {
            var c = await StateAsync(store, person);
            cases.AddRange((await store.LookUpAsync(c.Chat, new() { Cases = c.Cases }, Stop)).Cases);
        }

        return cases;
    }
}
