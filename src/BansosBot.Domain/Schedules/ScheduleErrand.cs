using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Schedules;

/// <summary><c>/jadwal</c>: when and where an aid is handed out, for whom, what to bring. Nothing about the person is asked but where they live.</summary>
public sealed class ScheduleErrand(AidNames aids) : Errand
{
    // Not a step: it is never asked here, but chosen by a button or a poster.
    private const string OfProgramme = "programme";

    internal static Step Asked { get; } = new() { Name = "area", Kind = new AreaKind(), Part = Part.Criteria, TextKey = "Schedule.Area" };

    public override string Name => "schedule";

    public override Flow Flow { get; } = new() { Name = "schedule", Version = 1, KeepsDraft = false, Steps = [Asked] };

    public override Say MenuLabel(Conversation now) => new("Menu.Button.Schedule");

    public override Needs NeedsToOpen(Conversation before, string argument)
    {
        var asked = AskedSchedule.Read(argument, aids);
        return LookFor(asked.Area, asked.Programme) with { RandomBytes = Scene.RandomIdBytes };
    }

    public override void Open(Scene scene, string argument)
    {
        var asked = AskedSchedule.Read(argument, aids);
        ImmutableArray<(string, Answer)> given = asked.Programme is { } programme ? [(OfProgramme, new Answer.Chosen(programme))] : [];
        if (asked.Area is { } area) SchedulesTold.Tell(scene, aids, area, asked.Programme);
        else if (asked.Within is { } kecamatan) Walking.BeginWith(scene, Flow, new Heard.Chosen(AreaKind.Which(kecamatan)), given);
        else if (asked.Said.Length > 0) Walking.BeginWith(scene, Flow, new Heard.Text(asked.Said), given);
        else Walking.Begin(scene, Flow, given);
    }

    /// <summary>What this very message answers is looked up, before it is taken.</summary>
    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return LookFor(AreaKind.In(Heard.By(before, message), Asked, draft.Narrowed), ProgrammeOf(draft));
    }

    public override void Finish(Scene scene, Draft draft)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(draft);
        scene.Forget(Flow.Name);
        scene.Move(Move.Menu);
        if (AreaKind.Of(draft.Answers[Asked.Name]) is { } area) SchedulesTold.Tell(scene, aids, area, ProgrammeOf(draft));
        else Idle.ShowMenu(scene);
    }

    private static string? ProgrammeOf(Draft draft) => draft.Answers.GetValueOrDefault(OfProgramme) is Answer.Chosen(var programme) ? programme : null;

    private static Needs LookFor(Area? area, string? programme) => area is null ? Needs.Nothing : new() { Schedules = new(area, programme), Wishes = true, LookUps = true };
}
