using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Tests.Transcripts;
using BansosBot.Texts;

namespace BansosBot.Tests.Walk;

/// <summary>The walk sees what it is there to see: flows with a mistake planted in them.</summary>
public sealed class PlantedFlowTests
{
    private static readonly Condition Never = new Condition.Is("first", ["dijawab_begini_tidak_pernah"]);

    [Fact]
    public void A_sound_flow_has_no_fault_and_each_of_its_steps_is_reached()
    {
        var (walk, missing) = Walk(new YesNoKind(AllowsDoNotKnow: false), new Condition.Always());

        Assert.Empty(walk.Faults);
        Assert.Empty(missing);
    }

    [Fact]
    public void A_step_that_nothing_leads_to_is_named() =>
        Assert.Equal(["planted/second"], Walk(new YesNoKind(AllowsDoNotKnow: false), Never).Missing);

    [Fact]
    public void A_kind_that_throws_is_named_with_the_way_to_it() =>
        Assert.Contains(Walk(new Thrower(), new Condition.Always()).Walk.Faults, f => f.EndsWith("planted/second by [ya] > 12-3-2014", StringComparison.Ordinal));

    [Fact]
    public void A_text_that_is_missing_is_named() =>
        Assert.Contains(Walk(new NoText(), new Condition.Always()).Walk.Faults, f => f.Contains("Planted.NoSuchText", StringComparison.Ordinal));

    private static (Explorer Walk, IEnumerable<string> Missing) Walk(QuestionKind second, Condition when)
    {
        var errand = new Errand(second, when);
        var talk = new Talk(Shipped.Talk.Office, [errand]);
        var texts = ((string[])["first", "second"]).SelectMany(s => ((string[])["Ask", "Again", "Help"]).Select(k => new TextEntry(Language.Indonesian, $"Planted.{s}.{k}", "Apakah itu?", "planted")));
        var walk = new Explorer(talk, new Wording(TextBook.Shipped(texts), OfficeTime.Wib));
        walk.Explore([errand.Begun]);
        return (walk, talk.Map.States.Where(s => StepMap.FlowOf(s) is not null).Except(walk.Stood).Order(StringComparer.Ordinal));
    }

    /// <summary>Two questions, the second of them planted.</summary>
    private sealed class Errand(QuestionKind second, Condition when) : Domain.Conversations.Errand
    {
        public override string Name => "planted";

        public override Flow Flow { get; } = new()
        {
            Name = "planted",
            Version = 1,
            KeepsDraft = true,
            Steps =
            [
                new() { Name = "first", Kind = new YesNoKind(AllowsDoNotKnow: false), Part = Part.Form, TextKey = "Planted.first" },
                new() { Name = "second", Kind = second, Part = Part.Form, TextKey = "Planted.second", When = when },
            ],
        };

        public World Begun => World.Empty with
        {
            Chat = World.Empty.Chat with
            {
                Place = StepMap.At(Flow, "first"),
                Question = 1,
                Choices = [YesNoKind.Yes, YesNoKind.No, Everywhere.Menu],
                Drafts = World.Empty.Chat.Drafts.SetItem(Name, new Draft { Flow = Name, Version = 1, Id = "planted" }),
            },
        };

        public override void Open(Scene scene, string argument) => throw new NotSupportedException("The walk begins in it.");

        public override void Finish(Scene scene, Draft draft)
        {
            scene.Forget(Name);
            scene.Move(Move.Menu);
            scene.Ask([new Say("Menu.WhatDoYouNeed")], [[new(Everywhere.Officer, new Say("Menu.Button.Officer"))]]);
        }
    }

    private sealed record Thrower : QuestionKind
    {
        public override string Name => "thrower";

        public override Reading Read(Asking q, string text) => text.Contains('-', StringComparison.Ordinal) ? throw new InvalidOperationException("Planted.") : new Reading.Miss(new Say("Kind.YesNo.NotOne"));

        public override Say Shown(Step step, Answer answer) => new("Kind.NoLongerAChoice");
    }

    private sealed record NoText : QuestionKind
    {
        public override string Name => "no_text";

        public override Reading Read(Asking q, string text) => new Reading.Miss(new Say("Planted.NoSuchText"));

        public override Say Shown(Step step, Answer answer) => new("Kind.NoLongerAChoice");
    }
}
