namespace BansosBot.Domain.Conversations;

/// <summary>The end of a draft.</summary>
internal static class Drafts
{
    /// <summary>It was filed: what the file keeps stays.</summary>
    public static void Forget(Scene scene, Draft draft)
    {
        Reminders.Stop(scene, draft);
        scene.Forget(draft.Flow);
    }

    /// <summary>It is not to be filed: its photos go too.</summary>
    public static void Drop(Scene scene, Draft draft)
    {
        Papers.Drop(scene, draft);
        Forget(scene, draft);
    }

    /// <summary>Says what came of it. Where it waited for photos, the person may be doing something else by now, and goes on with that.</summary>
    public static void Over(Scene scene, Flow flow, Say said)
    {
        var isHere = scene.Now.IsIn(flow.Name);
        scene.Now = scene.Now.NotComingBackTo(flow.Name);
        if (!isHere)
        {
            scene.Tell(said);
            return;
        }

        scene.Move(Move.Menu);
        scene.Note(said);
        Idle.ShowMenu(scene);
    }
}
