using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;
using BansosBot.Storage;

namespace BansosBot.Demo;

/// <summary>A case of the demo that anybody may look at by <c>/status</c>.</summary>
internal sealed record DemoExample(ReceiptCode Code, DateOnly Born, Stage Stage);

/// <summary>Fills an empty store with the invented families, and says which of them one may try.</summary>
/// <remarks>Everything goes the way of real messages: turn, effects, one commit each. So numbers, queues, claims and the audit chain are
/// what they would be. Acts of officers come with the console; until then the stages are written by themselves.</remarks>
internal static class DemoData
{
    private const int GuardiansFrom = 1_000;
    private static readonly ImmutableArray<Stage> Shown = [Stage.Endorsed, Stage.NeedsCorrection, Stage.Active];

    /// <param name="now">The demo's people came in the weeks before.</param>
    public static async Task MakeAsync(IStore store, Talk talk, DateTimeOffset now)
    {
        var flow = talk.Errands.First(e => e.Programme is { Service: Service.Application }).Flow!;
        var families = DemoCity.Families(talk.Office.DayOf(now)).OrderByDescending(f => f.DaysAgo).ThenBy(f => f.Number).ToList();
        var people = families.ConvertAll(f => (Family: f, Talk: new DemoTalk(store, talk, f.Number, now.AddDays(-f.DaysAgo).AddMinutes(f.Number - 60))));

        await DemoSchedules.PutAsync(store, talk.Office, now);

        // Side by side, so that many share a flush; but they send one after the other, so that the numbers are the same each time.
        await Task.WhenAll(people.Select(p => p.Talk.FillInAsync(p.Family, flow, p.Family.End == DemoEnd.Sent ? null : p.Family.Number % 2 == 0 ? "phone" : "person_nik")));
        foreach (var (family, one) in people)
        {
            if (family.End == DemoEnd.Sent) await SendAsync(store, talk, family, one, now);
            else if (family.End == DemoEnd.Ticket) await AskOfficerAsync(one);
        }
    }

    /// <summary>Some cases with what one must know to look at them.</summary>
    public static async Task<ImmutableArray<DemoExample>> ExamplesAsync(IStore store, Talk talk, DateTimeOffset now)
    {
        var examples = ImmutableArray.CreateBuilder<DemoExample>();
        foreach (var family in DemoCity.Families(talk.Office.DayOf(now)).Where(f => f.End == DemoEnd.Sent))
        {
            if (!Shown.Contains(family.Stage) || examples.Any(e => e.Stage == family.Stage)) continue;
            var chat = new DemoTalk(store, talk, family.Number, now);
            var known = await store.LookUpAsync(chat.Chat, new() { Cases = (await chat.StateAsync()).Cases }, CancellationToken.None);
            if (known.Cases.FirstOrDefault() is { } c) examples.Add(new(c.Receipt, c.ChildBorn, c.Stage));
        }

        return examples.ToImmutable();
    }

    private static async Task SendAsync(IStore store, Talk talk, DemoFamily family, DemoTalk one, DateTimeOffset now)
    {
        await one.SayAsync("kirim");
        var c = await one.StateAsync();
        var filed = (await store.LookUpAsync(one.Chat, new() { Cases = c.Cases }, CancellationToken.None)).Cases;
        if (filed.Length != family.Children.Length) throw new InvalidOperationException("An invented application was not taken.");
        if (family.Stage == Stage.Withdrawn)
        {
            await one.SayAsync("status");
            await one.PressAsync(Everywhere.Go + "withdraw");
            await one.PressAsync($"{Everywhere.Go}withdraw:{filed[0].Id}!");
        }
        else if (family.Stage != Stage.Submitted)
        {
            var led = filed.Select(a => DemoPath.Lead(a, family.Stage, talk.Office)).ToList();
            var effects = new Effects { After = c, Writes = [.. led.Select(a => new Write.PutCase(a)), .. led.SelectMany(DemoPath.Release)] };
            await store.ApplyAsync(new Incoming.Reachable(one.Chat, "contoh-tahap", Is: true), effects, led[0].StageSince < now ? led[0].StageSince : now);
        }

        if (!family.IsForOthers) return;
        var guardian = new DemoTalk(store, talk, GuardiansFrom + family.Number, one.Now.AddHours(2));
        await guardian.CommandAsync("status");
        await guardian.SayAsync(filed[0].Receipt.Reveal());
        await guardian.SayAsync(family.Answer("birth_date", 1)!);
        await guardian.SayAsync("ya");
    }

    private static async Task AskOfficerAsync(DemoTalk one)
    {
        await one.SayAsync("petugas");
        await one.SayAsync("Contoh: akta kematian bapaknya hilang, bagaimana ya?");
    }
}
