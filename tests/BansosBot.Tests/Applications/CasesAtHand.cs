using System.Collections.Immutable;
using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Applications;

/// <summary>Two people, their cases put straight into the store, and what they say and press.</summary>
public abstract class CasesAtHand : IAsyncLifetime
{
    protected static readonly ChatKey Own = new(Hall.ChannelName, "1"), Other = new(Hall.ChannelName, "2");

    protected Hall Hall { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Hall = await Hall.OpenAsync(Shipped.Talk, Shipped.Words, Tuesday);

    public async ValueTask DisposeAsync()
    {
        await Hall.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The case of child 1, filed by this chat.</summary>
    protected static Application Filed(ChatKey chat) => Case(1, chat) with { Answers = Answers(1).Remove("kk_photo") };

    protected async Task EraseAsync(string person)
    {
        await CommandsAsync(person, "hapus_data");
        await PressAsync(person, "go:erase:ya");
    }

    protected Task<IReadOnlyList<Letter>> SaysAsync(string person, string words) => Hall.SaysAsync(person, (chat, id) => new Incoming.Words(chat, id, words));

    protected Task<IReadOnlyList<Letter>> CommandsAsync(string person, string command) => Hall.SaysAsync(person, (chat, id) => new Incoming.Command(chat, id, command, ""));

    protected async Task<IReadOnlyList<Letter>> PressAsync(string person, string choice)
    {
        var c = await ConversationAsync(new(Hall.ChannelName, person));
        Assert.Contains(choice, c.Choices);
        return await Hall.SaysAsync(person, (chat, id) => new Incoming.Press(chat, id, c.Question, c.Choices.IndexOf(choice)));
    }

    /// <summary>The other person joins the case of child 1.</summary>
    protected async Task JoinsAsync(ChatKey chat)
    {
        var filed = (await CasesAsync(1))[0];
        await PutAsync(chat, filed with { Homes = filed.Homes.Add(new(chat, Tuesday, IsFiler: false)) });
    }

    protected async Task PutAsync(ChatKey chat, params Application[] cases)
    {
        var c = await ConversationAsync(chat);
        var effects = new Effects
        {
            After = c with { Cases = c.Cases.AddRange(cases.Select(a => a.Id)) },
            Writes = [.. cases.SelectMany(a => a.Revision > 0 ? [new Write.PutCase(a)] : (Write[])[new Write.PutCase(a), new Write.Take(new Claim.ChildFromChat(a.Programme, a.ChildNik!, chat), a.Id)])],
        };
        Assert.Equal(Applied.Done, await Hall.Bot.Store.ApplyAsync(new Incoming.Words(chat, $"put{c.Revision}", ""), effects, Hall.Clock.GetUtcNow()));
    }

    protected async Task<Applied> TakeAsync(ChatKey chat, Claim claim, string owner) => await Hall.Bot.Store.ApplyAsync(
        new Incoming.Words(chat, $"take {owner}", ""), new() { After = await ConversationAsync(chat), Writes = [new Write.Take(claim, owner)] }, Hall.Clock.GetUtcNow());

    protected async Task<Conversation> ConversationAsync(ChatKey chat) => await Hall.Bot.Store.ConversationAsync(chat, Stop);

    protected async Task<ImmutableArray<Application>> CasesAsync(params int[] cases) =>
        (await Hall.Bot.Store.LookUpAsync(Own, new() { Cases = [.. cases.Select(n => $"case{n}")] }, Stop)).Cases;
}
