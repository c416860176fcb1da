using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Simulation.OfficeWork;

/// <summary>An officer at their desk: presses what is there, mostly what comes first, sometimes what they should not.</summary>
/// <param name="run">Before the ids of their messages.</param>
/// <param name="acknowledged">Told of each message that was taken: chat and id.</param>
internal sealed class Worker(Bot bot, ChatKey chat, Role role, Random random, string run = "", Action<string>? acknowledged = null)
{
    private int messages;

    /// <summary>How often they tried to take a case that it was not the turn of, or pressed what was gone.</summary>
    public int Tries { get; private set; }

    public Role Role { get; } = role;

    public ChatKey Chat { get; } = chat;

    public Task SaysAsync(string command, string arguments = "") => TakeAsync(id => new Incoming.Command(Chat, id, command, arguments));

    /// <summary>One piece of work, and what they do with the case that it opens.</summary>
    /// <param name="someNumber">Of any case of the office.</param>
    public async Task WorkAsync(string someNumber)
    {
        if (random.Next(12) == 0)
        {
            Tries++;
            await SaysAsync("petugas");
            await TakeAsync(id => new Incoming.Words(Chat, id, someNumber));        // one that somebody asked them to look at first
        }
        else await SaysAsync("antrean");

        var cases = (await ChoicesAsync()).Where(c => c.StartsWith("go:deskcase:", StringComparison.Ordinal)).ToList();
        if (cases.Count == 0) return;
        var later = random.Next(5) == 0;
        if (later) Tries++;
        await PressAsync(cases[later ? random.Next(cases.Count) : 0]);
        await PressAsync(":hold");
        if (random.Next(20) == 0) await PressAsync(":letgo");
        else if (random.Next(25) != 0)          // else they are called away
        {
            await PressAsync(":takeup");
            if (Role == Role.Verifikator && random.Next(15) == 0)
            {
                await PressAsync(":refuse");
                await PressAsync(":refuse:TooOld");
                await PressAsync(":refuse:TooOld!");
            }

            foreach (var act in (string[])[":verify", ":verify:!", ":endorse", ":endorse:!"]) await PressAsync(act);
        }
    }

    /// <summary>Lets a case go before others, for a reason that is in the log.</summary>
    /// <param name="number">Of any case of the office.</param>
    public async Task LetGoFirstAsync(string number)
    {
        await SaysAsync("petugas");
        await TakeAsync(id => new Incoming.Words(Chat, id, number));
        foreach (var choice in (string[])["go:deskcase:", "go:deskfirst:"])
            if ((await ChoicesAsync()).FirstOrDefault(c => c.StartsWith(choice, StringComparison.Ordinal)) is { } case1) await PressAsync(case1);
        foreach (var ending in (string[])[":Disaster", ":Disaster!"]) await PressAsync(ending);
    }

    /// <summary>Signs what could be proposed, where there is something.</summary>
    public async Task SignAsync()
    {
        await SaysAsync("petugas");
        await PressAsync("go:deskbatch");
        await PressAsync("go:deskbatch:yapi");
        if ((await ChoicesAsync()).FirstOrDefault(c => c.Contains(":sign:", StringComparison.Ordinal)) is { } sign) await PressAsync(sign);
    }

    private async Task<ImmutableArray<string>> ChoicesAsync() => (await bot.Store.ConversationAsync(Chat, CancellationToken.None)).Choices;

    /// <summary>Presses a choice, where it is offered.</summary>
    public async Task PressAsync(string ending)
    {
        var c = await bot.Store.ConversationAsync(Chat, CancellationToken.None);
        var at = c.Choices.IndexOf(c.Choices.FirstOrDefault(choice => choice.EndsWith(ending, StringComparison.Ordinal)) ?? "");
        if (at >= 0) await TakeAsync(id => new Incoming.Press(Chat, id, c.Question, at));
    }

    private async Task TakeAsync(Func<string, Incoming> message)
    {
        var id = $"{run}m{++messages}";
        await bot.Intake.TakeAsync(message(id), CancellationToken.None);
        acknowledged?.Invoke($"{Chat.Id} {id}");
    }
}
