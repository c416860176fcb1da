using System.Globalization;
using BansosBot.Commands;
using BansosBot.Conversations;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BansosBot.Demo;

/// <summary>An invented person who talks with the bot as real ones do: message by message, each one turn and one commit, at an invented instant.</summary>
internal sealed class DemoTalk
{
    /// <summary>Channel of the invented people. It fetches its messages, so that nothing of theirs ever waits to be sent.</summary>
    public const string ChannelName = "contoh";

    private const int MessagesMax = 150;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(20);

    private readonly IStore store;
    private readonly Talk talk;
    private readonly Turn turn;
    private readonly Standstill clock;
    private int said;

    public DemoTalk(IStore store, Talk talk, int person, DateTimeOffset at)
    {
        (this.store, this.talk, clock) = (store, talk, new Standstill { Now = at });
        Chat = new(ChannelName, person.ToString(CultureInfo.InvariantCulture));
        turn = new(talk, store, () => Room.Plenty, clock, NullLogger<Turn>.Instance);
    }

    public ChatKey Chat { get; }

    public DateTimeOffset Now => clock.Now;

    public async Task<Conversation> StateAsync() => await store.ConversationAsync(Chat, CancellationToken.None);

    public Task SayAsync(string words) => TakeAsync(id => new Incoming.Words(Chat, id, words));

    public Task CommandAsync(string name) => TakeAsync(id => new Incoming.Command(Chat, id, name, ""));

    /// <summary>Presses the button of a choice.</summary>
    /// <exception cref="FailedException">It is not there.</exception>
    public async Task PressAsync(string choice)
    {
        var c = await StateAsync();
        var at = c.Choices.IndexOf(choice);
        if (at < 0) throw DoesNotFit(c.Place);
        await TakeAsync(id => new Incoming.Press(Chat, id, c.Question, at));
    }

    /// <summary>Goes through an application up to its summary, or to a step.</summary>
    /// <param name="until">Stops where this step is asked; null: at the summary.</param>
    /// <exception cref="FailedException">The programme file asks for something else than what is invented.</exception>
    public async Task FillInAsync(DemoFamily family, Flow flow, string? until = null)
    {
        await CommandAsync("daftar");
        for (var messages = 0; messages < MessagesMax; messages++)
        {
            var c = await StateAsync();
            if (c.Place == StepMap.Review(flow)) return;
            if (StepMap.FlowOf(c.Place) != flow.Name || StepMap.StepOf(c.Place) is not { } step) throw DoesNotFit(c.Place);
            if (step == until) return;
            await AnswerAsync(c, c.Drafts[flow.Name], family.Answer(step, c.Drafts[flow.Name].Child));
        }

        throw DoesNotFit((await StateAsync()).Place);
    }

    private async Task AnswerAsync(Conversation c, Draft draft, string? answer)
    {
        var first = c.Choices.FirstOrDefault(name => !Everywhere.IsEverywhere(name));
        if (draft.Unconfirmed is null && draft.Narrowed is null && answer is not null && !c.Choices.Contains(answer)) await SayAsync(answer);
        else if (draft.Unconfirmed is null && answer is not null && c.Choices.Contains(answer)) await PressAsync(answer);
        else await PressAsync(first ?? throw DoesNotFit(c.Place));
    }

    private async Task TakeAsync(Func<string, Incoming> message)
    {
        clock.Now += Between;
        await turn.TakeAsync(message($"contoh-{++said}"), CancellationToken.None);
    }

    private static FailedException DoesNotFit(string place) =>
        new($"Demo: the invented people cannot answer what is asked at \"{place}\". The demo fits the shipped programme files; leave Programmes:Path empty for it.");

    private sealed class Standstill : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
