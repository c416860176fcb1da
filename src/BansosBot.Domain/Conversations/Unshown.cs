namespace BansosBot.Domain.Conversations;

/// <summary>What a page that others may look at must not go on showing, though it was said there; all that was said before stays, so that nobody
/// who knew the page sees that something was taken away.</summary>
internal static class Unshown
{
    /// <summary>Since when it is forgotten with this message (<see cref="Effects.ForgetsTranscriptSince"/>); null: nothing is.</summary>
    /// <remarks>What a turn said bears its instant, and <see cref="Conversation.TouchedAt"/> is that of the last one: it is found also where the clock
    /// was set back since.</remarks>
    /// <param name="isByPerson">A person said something, and is answered: what the clock or a worker brings takes away no question that is open.</param>
    public static DateTimeOffset? Since(Talk talk, Conversation before, Conversation after, DateTimeOffset now, bool isByPerson)
    {
        DateTimeOffset? since = null;

        // Of a report only our last reply is shown while it is open, and nothing afterwards.
        if (talk.SecretIn(before) is { } told && (isByPerson || talk.SecretIn(after) is null)) since = Earlier(told.StartedAt, before.TouchedAt);
        else if (talk.SecretIn(after) is not null && isByPerson) since = now;

        // A proof that we repeated, to be confirmed or narrowed down.
        if (isByPerson && Repeated(talk, before) is { } repeated) since = Earlier(repeated, since);

        // Tries at a closed page, and what was told there of a child.
        if (isByPerson && before.Place == StepMap.Locked) since = Earlier(before.TouchedAt, since);
        return since;
    }

    /// <summary>Whether this choice of the present question says part of a proof: a place does, "tidak punya kode" and "benar" do not.</summary>
    public static bool IsProof(Scene scene, string choice)
    {
        var (stop, draft) = (Walking.Here(scene), scene.Draft!);
        return stop.Step.IsSecret && draft.Unconfirmed is null
            && stop.Step.Kind.ReadChoice(new(stop.Step, draft.Current, scene.Today, draft.Narrowed), choice) is Reading.Narrow or Reading.Taken(not Answer.Chosen, _);
    }

    /// <summary>Whether the person is within this flow, or stepped aside from it.</summary>
    public static bool IsInOrBeside(Conversation c, string flow) => StepMap.FlowOf(c.Place) == flow || (c.CameFrom is { } from && StepMap.FlowOf(from) == flow);

    private static DateTimeOffset? Repeated(Talk talk, Conversation c)
    {
        var place = StepMap.FlowOf(c.Place) is null ? c.CameFrom : c.Place;
        return place is not null && StepMap.FlowOf(place) is { } name && StepMap.StepOf(place) is { } step
            && talk.FindFlow(name)?.Find(step) is { IsSecret: true }
            && c.Drafts.GetValueOrDefault(name) is { } draft && (draft.Unconfirmed is not null || draft.Narrowed is not null)
            ? draft.TouchedAt
            : null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}
