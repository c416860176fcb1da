using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>Photos of documents: each item of an album commits by itself, workers bring them home, refused ones are asked for again.</summary>
internal static class Papers
{
    // An album's items come as messages of their own, mostly within a second; one reply for all of them (design.md).
    private static readonly TimeSpan AlbumPause = TimeSpan.FromSeconds(1.5);

    /// <summary>Pages that are collected, while more may come.</summary>
    public static string Collecting(string key) => key + "+";

    /// <summary>Name of the work order that this message's picture becomes.</summary>
    public static string WorkId(Scene scene) => $"{scene.Draft!.Id}-{scene.Message.Id}";

    /// <summary>Says that a page came, and asks for more or "sudah semua". An album's earlier reply that still waits is replaced.</summary>
    public static void Reply(Scene scene, Stop stop, Say reply, string? album)
    {
        var q = new Asking(stop.Step, scene.Draft!.Current, scene.Today, null)
        {
            SoFar = scene.Draft.Answers.GetValueOrDefault(Collecting(stop.Key)) as Answer.Papers,
        };
        scene.Ask(
            [reply],
            [.. Rows.Of(stop.Step.Kind.Choices(q)), .. Rows.Everywhere(stuck: false)],
            place: album is null ? null : $"album:{stop.Key}",
            notBefore: album is null ? null : scene.At + AlbumPause);
    }

    /// <summary>A worker kept a page. A summary that waited for it goes on by itself.</summary>
    public static void Kept(Scene scene, Incoming.FileKept kept)
    {
        scene.OrderDone(kept.Work);
        if (Find(scene.Now, kept.Work) is not var (draft, key, papers))
        {
            scene.FileGone(kept.Document);          // the page was taken back meanwhile
            return;
        }

        var page = papers.Pages.First(p => p.Work == kept.Work);
        KeepQuietly(scene, draft, key, papers with { Pages = papers.Pages.Replace(page, page with { Document = kept.Document }) });
        if (scene.Now.Drafts[draft.Flow] is { IsSent: true } sent && !AreOnTheirWay(sent) && scene.Talk.FindFlow(sent.Flow) is { } flow) Reviewing.Arrived(scene, flow, sent);
    }

    /// <summary>A page is still waited for, and it takes long: the person hears that nothing is to be done, and the open question stays.</summary>
    public static void Delayed(Scene scene, Incoming.FileDelayed delayed)
    {
        if (Find(scene.Now, delayed.Work) is null) return;
        var morning = scene.Talk.Office.OutsideQuietHours(scene.At);
        scene.Send(new()
        {
            To = scene.Now.Chat,
            Language = scene.Now.Language,
            Parts = [new Say("Papers.Delayed")],
            NotBefore = morning > scene.At ? morning : null,
        });
    }

    /// <summary>A page could not be kept: the person hears why and sends it again.</summary>
    public static void Refused(Scene scene, Incoming.FileRefused refused)
    {
        scene.OrderDone(refused.Work);
        if (Find(scene.Now, refused.Work) is not var (draft, key, papers)) return;

        var left = papers.Pages.RemoveAll(p => p.Work == refused.Work);
        var plainKey = key.TrimEnd('+');
        var flow = scene.Talk.FindFlow(draft.Flow);
        if (flow?.Find(Trail.Read(plainKey).Step) is not { } step) return;

        // The step is open again, with the pages that were good.
        var answers = draft.Answers.Remove(plainKey).Remove(key);
        if (!left.IsEmpty) answers = answers.SetItem(Collecting(plainKey), papers with { Pages = left });
        scene.Now = scene.Now with { Drafts = scene.Now.Drafts.SetItem(draft.Flow, draft with { Answers = answers, IsSent = false }) };
        var about = new Say("Papers.Refused", ("dokumen", Reviewing.Label(draft, new(step, Trail.Read(plainKey).Child))), ("sebab", refused.Why.Sentence));
        if (StepMap.FlowOf(scene.Now.Place) != draft.Flow)
        {
            scene.Tell(about, new Say("Papers.SendWhenYouGoOn"));
            return;
        }

        scene.Note(about);
        if (scene.Now.Place == StepMap.Filing(flow)) scene.Move(Move.Go(StepMap.Review(flow)));
        if (StepMap.StepOf(scene.Now.Place) is null) Reviewing.Mend(scene, new(step, Trail.Read(plainKey).Child));
        else Walking.AskHere(scene);
    }

    /// <summary>Pages that are not kept yet.</summary>
    public static bool AreOnTheirWay(Draft draft) =>
        draft.Answers.Values.OfType<Answer.Papers>().Any(p => p.Pages.Any(page => page.Document is null));

    /// <summary>Kept files of a draft that goes.</summary>
    public static void Drop(Scene scene, Draft draft)
    {
        foreach (var papers in draft.Answers.Values.OfType<Answer.Papers>()) Drop(scene, papers);
    }

    /// <summary>Pages that a draft had and has no more: replaced while it was mended, or of a child that was taken out.</summary>
    public static void DropLost(Scene scene, Draft before, Draft after)
    {
        var still = PagesOf(after).Select(p => p.Work).ToHashSet();
        foreach (var page in PagesOf(before).Where(p => !still.Contains(p.Work))) Drop(scene, page);
    }

    /// <summary>Pages of a draft that went into none of its cases: a later answer made their question moot.</summary>
    public static void DropUnfiled(Scene scene, Draft draft, IEnumerable<Answer> filed)
    {
        var still = filed.OfType<Answer.Papers>().SelectMany(p => p.Pages).Select(p => p.Work).ToHashSet();
        foreach (var page in PagesOf(draft).Where(p => !still.Contains(p.Work))) Drop(scene, page);
    }

    /// <summary>Kept files of one answer that goes.</summary>
    public static void Drop(Scene scene, Draft draft, string key)
    {
        foreach (var kept in (ReadOnlySpan<string>)[key, Collecting(key)])
            if (draft.Answers.GetValueOrDefault(kept) is Answer.Papers papers) Drop(scene, papers);
    }

    private static void Drop(Scene scene, Answer.Papers papers)
    {
        foreach (var page in papers.Pages) Drop(scene, page);
    }

    private static void Drop(Scene scene, Page page)
    {
        if (page.Document is { } document) scene.FileGone(document);
        else scene.OrderDone(page.Work);
    }

    private static IEnumerable<Page> PagesOf(Draft draft) => draft.Answers.Values.OfType<Answer.Papers>().SelectMany(p => p.Pages);

    private static (Draft Draft, string Key, Answer.Papers Papers)? Find(Conversation c, string work)
    {
        foreach (var draft in c.Drafts.Values)
        {
            foreach (var (key, answer) in draft.Answers)
                if (answer is Answer.Papers papers && papers.Pages.Any(p => p.Work == work)) return (draft, key, papers);
        }

        return null;
    }

    // Not touched by the person: the reminder's clock does not start anew.
    private static void KeepQuietly(Scene scene, Draft draft, string key, Answer.Papers papers) =>
        scene.Now = scene.Now with
        {
            Drafts = scene.Now.Drafts.SetItem(draft.Flow, draft with { Answers = draft.Answers.SetItem(key, papers) }),
        };
}
