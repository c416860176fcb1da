using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Staff;

/// <summary>What a worker did with a list that an officer sent comes into their chat: it was fetched, read, it goes on, it was taken in.</summary>
/// <remarks>Who was put out meanwhile hears nothing. Whoever is busy with something else at that moment is told, and goes on with the list from the desk.</remarks>
internal static class ListComes
{
    public static Needs Needs(Conversation before) => new() { Officer = before.Officer };

    public static void Kept(Scene scene, Incoming.ListKept kept)
    {
        scene.OrderDone(kept.Work);
        if (Wanted(scene, kept.Work) is not var (officer, list))
        {
            scene.FileGone(kept.Document);
            return;
        }

        list = list with { Document = kept.Document, IsUnderWay = false };
        scene.Now = scene.Now with { List = list };
        if (Sits(scene) && scene.Talk.Find(ListDeskErrand.Called) is ListDeskErrand desk) desk.Ask(scene, officer, list);
        else scene.Tell(new Say("ListChat.Kept", ("berkas", list.Name)));
    }

    public static void GoesOn(Scene scene, Incoming.ListGoesOn going)
    {
        if (Wanted(scene, going.Work) is not null) scene.Tell(new Say("ListChat.GoesOn", ("isi", going.Text)));
    }

    public static void Told(Scene scene, Incoming.ListTold told)
    {
        scene.OrderDone(told.Work);
        if (Wanted(scene, told.Work) is not var (officer, list))
        {
            if (told.Report is { } unread) scene.FileGone(unread);
            return;
        }

        if (told.Report is { } report)
        {
            scene.Send(new()
            {
                To = scene.Now.Chat,
                Language = scene.Now.Language,
                Parts = [new Say("ListChat.Report")],
                Document = new(report, "laporan-daftar.txt"),
            });
        }

        var said = new Say("ListChat.Told", ("berkas", list.Name), ("isi", told.Text));
        if (told.Fate == ListFate.CanCome || (told.Fate == ListFate.Refused && list.IsConfirmed))
        {
            var isShown = told.Fate == ListFate.CanCome;
            list = list with { IsUnderWay = false, IsConfirmed = false, Shown = told.Columns, File = isShown ? told.File : null, Before = told.Before };
            scene.Now = scene.Now with { List = list };
            if (!Sits(scene)) scene.Tell(said, new Say("ListChat.GoOnAtDesk"));
            else scene.Ask(isShown ? [said, new Say("ListChat.Sure")] : [said], [.. isShown ? ListDeskErrand.Rows(list) : ListDeskErrand.RowsAfterFailing]);
            return;
        }

        Forget(scene);
        if (Sits(scene)) scene.Ask([said], [DeskErrand.Row]);
        else scene.Tell(said);
    }

    /// <summary>The list that was sent goes, with its kept file.</summary>
    public static void Forget(Scene scene)
    {
        if (scene.Now.List?.Document is { } document) scene.FileGone(document);
        scene.Now = scene.Now with { List = null };
    }

    // At the desk with nothing open there: a question may be asked.
    private static bool Sits(Scene scene) => scene.Now is { AtDesk: true, Place: StepMap.Idle };

    private static (Officer Officer, BroughtList List)? Wanted(Scene scene, string work)
    {
        if (scene.Now.List is not { } list || list.Work != work) return null;
        if (scene.Known.Officer is not { } officer || ListPermissions.WhyNone(officer) is not null)
        {
            Forget(scene);
            return null;
        }

        scene.ActsAs = officer;
        return (officer, list);
    }
}
