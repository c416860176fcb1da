using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Conversations;

/// <summary>A step, and for which child it is asked (0: for all).</summary>
public readonly record struct Stop(Step Step, int Child)
{
    /// <summary>Under which name its answer is kept.</summary>
    public string Key => Answers.Key(Step.Name, Child);
}

/// <summary>Where a draft goes next: the first stop that lacks an answer. Found from the answers alone, so a draft of an older
/// flow goes on at the nearest one.</summary>
public static class Course
{
    /// <summary>All stops of a draft as it stands, in order, those whose condition is refuted left out.</summary>
    public static IEnumerable<Stop> Stops(Flow flow, Draft draft, DateOnly today)
    {
        var more = flow.IndexOf(FlowShape.MoreChildren);
        for (var i = 0; i < flow.Steps.Length; i++)
        {
            var step = flow.Steps[i];
            if (step.Name == FlowShape.Verdict) continue;       // said only where a criterion settles against it: Next
            var stop = new Stop(step, step.PerChild ? 1 : 0);
            if (Applies(step, draft.Of(1), today)) yield return stop;
            if (i != more) continue;
            for (var child = 2; child <= draft.Children; child++)
            {
                foreach (var own in flow.Steps)
                    if (own.PerChild && Applies(own, draft.Of(child), today)) yield return new(own, child);
            }
        }
    }

    /// <summary>The first stop that lacks an answer, or that an interview chooses; null when the draft is complete.</summary>
    public static Stop? Next(Flow flow, Draft draft, DateOnly today)
    {
        if (flow.Interview is { } interview) return interview.Next(draft.Of(0), today) is { } chosen ? new Stop(chosen, 0) : null;
        foreach (var stop in Stops(flow, draft, today))
        {
            if (draft.Answers.ContainsKey(stop.Key)) continue;

            // Once the pre-check is settled against it nothing more is asked, also where a mended answer did it.
            return Refused(flow, draft, today) ?? stop;
        }

        return Refused(flow, draft, today);
    }

    /// <summary>Whether the way from a stop to the next one that lacks an answer leads back, or over answers that are there: a photo may be
    /// refused when one has gone on long since, and once its step is done the way leads on to where one was. Neither is a step that the
    /// flow lets follow.</summary>
    public static bool IsAGapAway(Flow flow, Draft draft, Stop from, Stop to, DateOnly today)
    {
        var isBehind = false;
        foreach (var stop in Stops(flow, draft, today))
        {
            if (stop.Key == to.Key) return !isBehind;
            if (isBehind && draft.Answers.ContainsKey(stop.Key)) return true;
            isBehind |= stop.Key == from.Key;
        }

        return false;
    }

    /// <summary>Where one is: "3 dari 12", counted within the part one is in.</summary>
    /// <remarks>A further child's questions are counted by themselves, those of the pre-check with those of the form, for they come in
    /// one go. They are no part of the other count, so that it goes on after them from where it was.</remarks>
    public static (int Number, int Of) Progress(Flow flow, Draft draft, Stop here, DateOnly today)
    {
        int number = 0, of = 0;
        foreach (var stop in Stops(flow, draft, today))
        {
            if (here.Child > 1 ? stop.Child != here.Child : stop.Child > 1 || stop.Step.Part != here.Step.Part) continue;
            of++;
            if (stop == here) number = of;
        }

        return (number == 0 ? of : number, of);
    }

    /// <summary>The verdict's stop for the first child that the pre-check speaks against; null where there is none.</summary>
    private static Stop? Refused(Flow flow, Draft draft, DateOnly today)
    {
        if (flow.Programme is not { } programme || flow.Find(FlowShape.Verdict) is not { } verdict) return null;
        for (var child = 1; child <= draft.Children; child++)
        {
            if (Eligibility.IsRefused(programme, draft.Of(child), today)) return new Stop(verdict, child == 1 ? 0 : child);
        }

        return null;
    }

    private static bool Applies(Step step, Answers answers, DateOnly today) => step.When.Holds(answers, today) != Truth.No;
}
