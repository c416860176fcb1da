namespace BansosBot.Domain.Conversations;

/// <summary>What comes back by itself: a reminder of a silent draft, its end, the end of answers nobody consented to keep.</summary>
/// <remarks>One due row for each draft at a time. It is not moved with each message: when it comes, the draft tells whether somebody
/// was there meanwhile, and it is set anew.</remarks>
internal static class Reminders
{
    /// <summary>Without consent the answers live in the conversation and are gone after 24 hours: design.md, "Privacy".</summary>
    public static readonly TimeSpan UnconsentedFor = TimeSpan.FromHours(24);

    public static void Come(Scene scene, Incoming.Due due)
    {
        if (DraftOf(scene, due) is not { } draft) return;          // sent or dropped meanwhile
        switch (due.Kind)
        {
            case DueKind.ForgetUnconsented:
                ForgetUnconsented(scene, draft);
                break;
            case DueKind.DraftQuietEnd:
                EndQuietly(scene, draft);
                break;
            case DueKind.DraftReminder:
                Remind(scene, draft);
                break;
            case DueKind.DraftExpiry:
                Expire(scene, draft);
                break;
        }
    }

    /// <summary>Null: it was sent or dropped meanwhile.</summary>
    public static Draft? DraftOf(Scene scene, Incoming.Due due) => scene.Now.Drafts.Values.FirstOrDefault(d => d.Id == due.About);

    /// <summary>From consent on the draft lasts: it is reminded of, and expires.</summary>
    public static void Start(Scene scene, Draft draft)
    {
        scene.Due(DueKind.ForgetUnconsented, draft.Id, null);
        scene.Due(DueKind.DraftReminder, draft.Id, scene.Talk.Office.OutsideQuietHours(scene.At + scene.Talk.Office.RemindAfter));
    }

    /// <summary>For a draft that came from another chat, with as much of its life behind it as it has.</summary>
    public static void GoOn(Scene scene, Draft draft)
    {
        if (Kinds.ConsentKind.IsGiven(draft)) Start(scene, draft);
        else scene.Due(DueKind.ForgetUnconsented, draft.Id, draft.StartedAt + UnconsentedFor);
    }

    public static void Stop(Scene scene, Draft draft)
    {
        scene.Due(DueKind.ForgetUnconsented, draft.Id, null);
        scene.Due(DueKind.DraftReminder, draft.Id, null);
        scene.Due(DueKind.DraftExpiry, draft.Id, null);
    }

    private static void Remind(Scene scene, Draft draft)
    {
        var office = scene.Talk.Office;
        var dueAt = office.OutsideQuietHours(draft.TouchedAt + office.RemindAfter);
        if (dueAt > scene.At)
        {
            scene.Due(DueKind.DraftReminder, draft.Id, dueAt);
            return;
        }

        scene.Due(DueKind.DraftExpiry, draft.Id, office.OutsideQuietHours(draft.TouchedAt + office.ExpireAfter));
        if (draft.WasReminded) return;
        scene.Now = scene.Now with { Drafts = scene.Now.Drafts.SetItem(draft.Flow, draft with { WasReminded = true }) };
        var reminder = new Say("Draft.Reminder", ("sampai", office.DayOf(draft.TouchedAt + office.ExpireAfter)));
        if (scene.Now.AtDesk)
        {
            scene.Tell(reminder);       // of their own life: what stands open at the desk stays
            return;
        }

        scene.Note(reminder);
        Person.AskAgain(scene);
    }

    private static void Expire(Scene scene, Draft draft)
    {
        var office = scene.Talk.Office;
        var dueAt = office.OutsideQuietHours(draft.TouchedAt + office.ExpireAfter);
        if (dueAt > scene.At)
        {
            scene.Due(DueKind.DraftExpiry, draft.Id, dueAt);
            return;
        }

        Drop(scene, draft, forgetsPage: true, new Say("Draft.Expired"));
    }

    private static void ForgetUnconsented(Scene scene, Draft draft)
    {
        if (draft.TouchedAt + UnconsentedFor > scene.At) scene.Due(DueKind.ForgetUnconsented, draft.Id, draft.TouchedAt + UnconsentedFor);
        else Drop(scene, draft, forgetsPage: true, say: null);          // nobody waits for news of answers they did not ask us to keep
    }

    private static void EndQuietly(Scene scene, Draft draft)
    {
        if (draft.IsSent) scene.Due(DueKind.DraftQuietEnd, draft.Id, scene.At + Protection.ProtectErrand.OpenFor);       // its photo is on its way
        else if (draft.TouchedAt + Protection.ProtectErrand.OpenFor > scene.At) scene.Due(DueKind.DraftQuietEnd, draft.Id, draft.TouchedAt + Protection.ProtectErrand.OpenFor);
        else Drop(scene, draft, forgetsPage: false, say: null);      // of a report alone: Unshown; a page that was left shows nothing anyway
    }

    private static void Drop(Scene scene, Draft draft, bool forgetsPage, Say? say)
    {
        Papers.Drop(scene, draft);
        scene.Forget(draft.Flow);
        if (forgetsPage) scene.ForgetTranscript();
        if (StepMap.FlowOf(scene.Now.Place) == draft.Flow) scene.Move(Move.Expire);
        else scene.Now = scene.Now.NotComingBackTo(draft.Flow);       // who is being asked whether to keep it hears then that it is gone
        if (say is not null) scene.Tell(say);
        else if (scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel)) Person.AskAgain(scene);       // sent to nobody: a page that ends without a question looks as if something was taken away
    }
}
