using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Staff;

/// <summary>An officer's chat has two desks, their own life and the office's. Which one it is says the first line of every message, and what is written
/// means something else at each.</summary>
internal static class Desk
{
    /// <summary>Whether an officer sits at the office's desk: looked up anew, so that a leaver is out with the next message.</summary>
    public static bool Sits(Scene scene)
    {
        if (scene.Known.Officer is not { WorksHere: true } officer) return false;
        scene.ActsAs = officer;
        return true;
    }

    /// <summary>To their own life: what they do there is no officer's act.</summary>
    public static void Rise(Scene scene)
    {
        scene.Now = scene.Now with { AtDesk = false };
        scene.ActsAs = null;
    }

    public static void Leave(Scene scene)
    {
        Rise(scene);
        scene.Now = scene.Now with { Officer = null };
        ListComes.Forget(scene);
        Walking.Leave(scene);
        if (scene.Now.Place != StepMap.Idle) scene.Move(Move.Menu);
        scene.Note(new Say("Desk.NoLonger"));
        Idle.ShowMenu(scene);
    }

    /// <summary>What is heard in the chat of somebody who works here, and of somebody who does not.</summary>
    public static Heard Hears(Talk talk, Conversation before, Incoming message, Heard heard)
    {
        // To everybody else an officer's command is a word like any other.
        if (before.Officer is null)
            return heard is Heard.Chosen(var choice) && message is Incoming.Command(_, _, var command, _) && Opening.Of(talk, before, choice) is (StaffErrand, _) ? new Heard.Text("/" + command) : heard;
        return heard switch
        {
            _ when message is Incoming.Command(_, _, "petugas", _) => new Heard.Chosen(DeskErrand.Opens),
            Heard.Picture(var file, _) when (before.AtDesk || before.Place == StepMap.Idle) && ListDeskErrand.MayBe(file) => new Heard.Chosen($"{Everywhere.Go}{ListDeskErrand.Called}:{ListDeskErrand.Sent}"),
            Heard.Chosen(Everywhere.Menu or Everywhere.Officer) when before.AtDesk => new Heard.Chosen(DeskErrand.Opens),
            Heard.Chosen(Everywhere.Back or Everywhere.Help or Everywhere.Again) when before.AtDesk && before.Place == StepMap.Idle => new Heard.Chosen(DeskErrand.Opens),
            Heard.Text(var typed) when before.AtDesk && before.Place == StepMap.Idle && Everywhere.Plain(typed) is "antrean" or "antrian" or "queue" => new Heard.Chosen(QueueErrand.Of(QueueOf.Nobodys)),
            Heard.Text(var typed) when before.AtDesk && before.Place == StepMap.Idle => new Heard.Chosen($"{Everywhere.Go}{FindCaseErrand.Called}:{typed}"),
            _ => heard,
        };
    }

    /// <summary>The first line of what is said in the chat of somebody who works here; null elsewhere.</summary>
    /// <remarks>What comes by itself while they sit at the office's desk (a reminder of a draft, a photo that was refused) is of their own life.</remarks>
    public static Say? Named(Scene scene) => scene.Now.Officer is null ? null : new(scene.ActsAs is null ? "Desk.Own" : "Desk.Office");
}
