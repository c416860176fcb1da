using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>The summary before an application is sent: read, mend any line, send.</summary>
internal static class Reviewing
{
    public const string Send = "kirim";
    private const string SomethingIsWrong = "perbaiki";
    private const string Line = "mend:";

    private static readonly Choice SendChoice = new(Send, new Say("Review.Button.Send"),
        "kirimkan", "kirim saja", "ya", "sudah benar", "benar", "send", "send it", "submit", "yes", "everything is right", "all right", "it is all right", "that is right");

    private static readonly Choice WrongChoice = new(SomethingIsWrong, new Say("Review.Button.Wrong"),
        "ubah", "salah", "tidak", "ada yang salah", "something is wrong", "wrong", "change", "fix", "edit", "no");

    /// <summary>Shows the summary, or that it waits for photos.</summary>
    public static void Show(Scene scene)
    {
        var flow = scene.Talk.FlowAt(scene.Now.Place);
        if (scene.Now.Place == StepMap.Filing(flow))
        {
            scene.Ask([new Say("Review.PhotosOnTheirWay")], Rows.Everywhere(stuck: false));
            return;
        }

        var lines = Lines(scene, flow).Select(l => new Say("Review.Line", ("nama", Label(scene.Draft!, l)), ("isi", Shown(scene, l)))).ToImmutableArray();
        scene.Ask(
            [new Say("Review.Summary", ("isi", new SayValue.Lines(lines, Numbered: true))), new Say("Review.IsAllRight")],
            [[SendChoice], [WrongChoice], .. Rows.Everywhere(stuck: false)]);
    }

    public static void Hears(Scene scene, Heard heard)
    {
        var flow = scene.Talk.FlowAt(scene.Now.Place);
        if (scene.Now.Place == StepMap.Filing(flow))
        {
            Show(scene);
            return;
        }

        switch (heard)
        {
            case Heard.Chosen(Send):
            case Heard.Text(var sent) when SendChoice.IsMeantBy(sent):
                Sent(scene, flow);
                break;
            case Heard.Chosen(SomethingIsWrong):
            case Heard.Text(var wrong) when WrongChoice.IsMeantBy(wrong):
                AskWhich(scene, flow, [.. Lines(scene, flow)]);
                break;
            case Heard.Chosen(var choice) when choice.StartsWith(Line, StringComparison.Ordinal):
                if (Lines(scene, flow).FirstOrDefault(s => s.Key == choice[Line.Length..]) is { Step: not null } stop) Mend(scene, stop);
                else Show(scene);
                break;
            case Heard.Picture:
                scene.Note(new Say("Odd.PictureInSummary"));
                Show(scene);
                break;
            case Heard.Text(var said) when LineNamed.In([.. Lines(scene, flow)], scene.Draft!, said) is { IsEmpty: false } meant:
                if (meant is [var only]) Mend(scene, only);
                else AskWhich(scene, flow, meant);
                break;
            default:
                scene.Note(new Say("Review.NotUnderstood"));
                Show(scene);
                break;
        }
    }

    /// <summary>Whether a message may file it: at the summary it says so and no photo is on its way; or it was sent, and the photo that it waited for is there.</summary>
    public static bool Files(Conversation before, Draft draft, Flow flow, Incoming message) => message is Incoming.FileKept ? draft.IsSent
        : before.Place == StepMap.Review(flow) && !Papers.AreOnTheirWay(draft)
        && Heard.By(before, message) switch { Heard.Chosen(var choice) => choice == Send, Heard.Text(var typed) => SendChoice.IsMeantBy(typed), _ => false };

    /// <summary>Opens one line of the summary; its answer stays until the new one is taken.</summary>
    public static void Mend(Scene scene, Stop stop)
    {
        var flow = scene.Talk.FlowAt(scene.Now.Place);
        scene.Keep(scene.Draft! with { Child = stop.Child > 0 ? stop.Child : scene.Draft!.Child, Unconfirmed = null, Narrowed = null, Misses = 0 });
        scene.Move(Move.Go(StepMap.Mending(flow, stop.Step.Name)));
        Walking.AskHere(scene);
    }

    private static void Sent(Scene scene, Flow flow)
    {
        if (Course.Next(flow, scene.Draft!, scene.Today) is { } lacking)
        {
            Mend(scene, lacking);                   // birthdays pass and flows grow while a draft waits
        }
        else if (Papers.AreOnTheirWay(scene.Draft!))
        {
            scene.Keep(scene.Draft! with { IsSent = true });
            scene.Move(Move.Go(StepMap.Filing(flow)));
            Show(scene);
        }
        else
        {
            scene.Talk.ErrandAt(scene.Now.Place).Finish(scene, scene.Draft!);
        }
    }

    /// <summary>The photos that it waited for are there: what was sent is filed, wherever the person is.</summary>
    public static void Arrived(Scene scene, Flow flow, Draft sent)
    {
        if (Course.Next(flow, sent, scene.Today) is null) scene.Talk.ErrandOf(flow.Name).Finish(scene, sent);
        else NotSent(scene, flow, new Say("Review.NotSentYet"));
    }

    /// <summary>It was sent and cannot be filed as it is: said, and the summary is open again where the person is in it.</summary>
    public static void NotSent(Scene scene, Flow flow, Say why)
    {
        scene.Keep(scene.Now.Drafts[flow.Name] with { IsSent = false });
        if (StepMap.FlowOf(scene.Now.Place) != flow.Name)
        {
            scene.Tell(why);
            return;
        }

        scene.Note(why);
        if (scene.Now.Place == StepMap.Filing(flow)) scene.Move(Move.Go(StepMap.Review(flow)));
        if (Course.Next(flow, scene.Draft!, scene.Today) is { } lacking) Mend(scene, lacking);
        else Show(scene);
    }

    /// <param name="among">Lines that are offered, each with the number that it has in the summary.</param>
    private static void AskWhich(Scene scene, Flow flow, ImmutableArray<Stop> among)
    {
        var choices = Lines(scene, flow).Select((l, i) => (Line: l, Choice: new Choice(Line + l.Key, new Say("Review.Button.Line", ("ke", i + 1), ("nama", Label(scene.Draft!, l))))))
            .Where(c => among.Contains(c.Line)).Select(c => c.Choice);
        scene.Ask([new Say("Review.WhichLine")], [.. Rows.Of([.. choices]), .. Rows.Everywhere(stuck: false)]);
    }

    private static IEnumerable<Stop> Lines(Scene scene, Flow flow) =>
        Course.Stops(flow, scene.Draft!, scene.Today).Where(s =>
            s.Step.Part != Part.Threshold && s.Step.Name != FlowShape.MoreChildren && scene.Draft!.Answers.ContainsKey(s.Key));

    /// <summary>What an answer is called, and of which child it is where there are several.</summary>
    public static Say Label(Draft draft, Stop stop)
    {
        var name = new Say($"{stop.Step.TextKey}.Name");
        return draft.Children > 1 && stop.Child > 0 ? new Say("Review.OfChild", ("nama", name), ("anak", stop.Child)) : name;
    }

    private static Say Shown(Scene scene, Stop stop) => stop.Step.Kind.Shown(stop.Step, scene.Draft!.Answers[stop.Key]);
}
