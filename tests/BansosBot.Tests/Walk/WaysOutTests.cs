using BansosBot.Domain.Conversations;

namespace BansosBot.Tests.Walk;

/// <summary>What is open everywhere, tried at every place that the walk found: back, cancel, menu, help, an officer.</summary>
[Collection(nameof(Walked))]
public sealed class WaysOutTests
{
    private static readonly Explorer Walk = Walked.All;

    /// <summary>Steps, the same steps mended, summaries.</summary>
    private static readonly List<Node> InFlows = [.. Walk.Places.Where(p => StepMap.FlowOf(p.World.Chat.Place) is not null)];

    [Fact]
    public void The_menu_is_one_word_away() =>
        Each(p => Said(p, "menu", "/menu"), (_, o) => o.World.Chat.Place == StepMap.Idle);

    // A closed conversation shows nothing of itself; the page's own "Keluar" leads out of it.
    [Fact]
    public void The_menu_is_at_most_two_presses_away_from_everywhere() =>
        Assert.Empty(Walk.Places.Where(p => p.World.Chat.Place is not (StepMap.Idle or StepMap.Locked) && !IsMenuNear(p, presses: 2)).Select(p => p.Way));

    [Fact]
    public void Help_is_for_this_very_question_and_asks_it_again() =>
        Each(
            p => Said(p, "bantuan", "/bantuan"),
            (p, o) => SamePlace(p, o) && (TextKey(p) is not { } key || o.Keys.Contains(key + ".Help")));

    [Fact]
    public void Back_leads_back_or_takes_back_half_an_answer() =>
        Each(
            p => Said(p, "kembali"),
            (p, o) => StepMap.StepOf(p.World.Chat.Place) is null ? o.World.Chat.Place == p.World.Chat.Place      // from a summary each line is mended by itself
                : o.World.Chat.Place != p.World.Chat.Place || o.World.Draft!.Asked != p.World.Draft!.Asked || o.World.Draft!.Child < p.World.Draft!.Child
                    || (p.World.Draft is { Unconfirmed: not null } or { Narrowed: not null } && o.World.Draft is { Unconfirmed: null, Narrowed: null }));

    [Fact]
    public void Back_from_every_step_comes_to_the_menu_in_the_end() => EachPlace(
        p =>
        {
            var at = p;
            for (var steps = 0; steps < 80 && at.World.Chat.Place != StepMap.Idle; steps++)
            {
                if (StepMap.IsMending(at.World.Chat.Place) || StepMap.StepOf(at.World.Chat.Place) is null) return true;     // back to the summary, and from there by line
                at = Send(at, Inputs.Words(at.World, "kembali")).After;
            }

            return at.World.Chat.Place == StepMap.Idle;
        });

    [Fact]
    public void Cancelling_asks_whether_to_keep_what_would_be_lost_and_both_answers_hold() =>
        Each(p => Said(p, "batal", "/batal"), (p, o) =>
        {
            var flow = StepMap.FlowOf(p.World.Chat.Place)!;
            if (o.World.Chat.Place == StepMap.Idle) return !o.World.Chat.Drafts.ContainsKey(flow);
            return o.World.Chat.Place == StepMap.Cancelling
                && Press(o, "simpan") is var kept && kept.World.Chat.Place == StepMap.Idle && kept.World.Chat.Drafts.ContainsKey(flow)
                && Press(o, "hapus") is var dropped && dropped.World.Chat.Place == StepMap.Idle && !dropped.World.Chat.Drafts.ContainsKey(flow)
                && SamePlace(p, Press(o, Everywhere.Back));
        });

    [Fact]
    public void An_officer_gets_the_message_and_the_question_is_asked_again() =>
        Each(p => Said(p, "petugas", "/petugas"), (p, o) => p.World.Chat.AtDesk ? o.World.Chat is { Place: StepMap.Idle, AtDesk: true }        // to who works here it is the desk
            : o.World.Chat.Place == StepMap.ToOfficer
            && Send(o.After, Inputs.Words(o.World, "KTP saya hilang, bagaimana?")) is var left && left.World.Tickets + left.World.Reports.Count == p.World.Tickets + p.World.Reports.Count + 1 && SamePlace(p, left)
            && SamePlace(p, Press(o, Everywhere.Back)));

    [Fact]
    public void What_no_question_asks_for_gets_one_sentence_of_its_own_and_the_step_stays() =>
        Each(
            p => Enum.GetValues<OddKind>().Select(kind => (p, Inputs.Odd(p.World, kind)))
                .Append((p, Inputs.Words(p.World, new string('a', 5_000)))).Append((p, Inputs.Words(p.World, "otp saya 123456"))).Concat(Inputs.OldPresses(p.World).Select(press => (p, press))),
            (p, o) => SamePlace(p, o) && o.Effects.Says.Length == 1
                && o.Effects.Says[0].Parts.First(s => !s.Key.StartsWith("Desk.", StringComparison.Ordinal)).Key.Split('.')[0] is "Odd" or "Secret" or "Anywhere");

    [Fact]
    public void From_a_talk_with_an_officer_menu_cancel_and_back_lead_out_and_help_does_not()
    {
        var talks = Walk.Places.Where(p => p.World.Chat.Place == StepMap.WithOfficer).ToList();
        Assert.Contains(talks, p => p.World.Chat.CameFrom is { } from && StepMap.FlowOf(from) is not null);
        Assert.All(talks, p =>
        {
            foreach (var (at, says) in Said(p, "menu", "/menu", "batal", "/batal")) Assert.Equal(StepMap.Idle, Send(at, says).World.Chat.Place);
            foreach (var (at, says) in Said(p, "kembali")) Assert.Equal(p.World.Chat.CameFrom ?? StepMap.Idle, Send(at, says).World.Chat.Place);
            foreach (var (at, says) in Said(p, "/status", "/jadwal")) Assert.NotEqual(StepMap.WithOfficer, Send(at, says).World.Chat.Place);
            foreach (var (at, says) in Said(p, "/bantuan", "/petugas", "tolong", "2", "ya")) Assert.Equal(StepMap.WithOfficer, Send(at, says).World.Chat.Place);
        });
    }

    [Fact]
    public void A_second_press_on_the_same_button_changes_nothing_and_says_nothing()
    {
        var pressed = 0;
        foreach (var p in InFlows)
            foreach (var choice in p.World.Chat.Choices.Where(c => c != Everywhere.Menu))
            {
                var press = Inputs.Press(p.World, choice);
                var first = Send(p, press);
                if (first.World.Chat.Question == p.World.Chat.Question) continue;       // the question is the same one: its buttons are open
                pressed++;
                var second = Send(first.After, press);
                Assert.True(second.Effects.Says.IsEmpty && second.World.Chat.Place == first.World.Chat.Place, second.After.Way);
                Assert.Equal(first.World.Draft?.Answers.Count, second.World.Draft?.Answers.Count);
            }

        Assert.NotEqual(0, pressed);
    }

    private static void Each(Func<Node, IEnumerable<(Node At, Input Says)>> cases, Func<Node, Outcome, bool> holds) =>
        EachPlace(p => cases(p).All(c => holds(p, Send(c.At, c.Says))));

    private static void EachPlace(Func<Node, bool> holds)
    {
        Assert.NotEmpty(InFlows);
        var failed = InFlows.Where(p => !holds(p)).Select(p => p.Way).ToList();
        Assert.True(failed.Count == 0, $"{failed.Count} of {InFlows.Count} places:\n{string.Join('\n', failed.OrderBy(f => f.Length).Take(20))}");
    }

    private static IEnumerable<(Node, Input)> Said(Node p, params IEnumerable<string> words) =>
        words.Select(w => (p, w.StartsWith('/') ? Inputs.Command(p.World, w[1..]) : Inputs.Words(p.World, w)));

    private static Outcome Send(Node from, Input input) => Walk.Send(from, input) ?? throw new InvalidOperationException(Walk.Faults[^1]);

    private static Outcome Press(Outcome from, string choice) => Send(from.After, Inputs.Press(from.World, choice));

    private static bool SamePlace(Node before, Outcome after) =>
        after.World.Chat.Place == before.World.Chat.Place && after.World.Draft!.Answers.Count == before.World.Draft!.Answers.Count && after.World.Draft.Child == before.World.Draft.Child;

    private static string? TextKey(Node p) => Walk.StepAt(p.World)?.TextKey;

    private static bool IsMenuNear(Node p, int presses) => p.World.Chat.Place == StepMap.Idle
        || (presses > 0 && p.World.Chat.Choices.Any(c => IsMenuNear(Send(p, Inputs.Press(p.World, c)).After, presses - 1)));
}
