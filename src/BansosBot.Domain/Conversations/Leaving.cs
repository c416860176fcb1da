using BansosBot.Domain.Applications;

namespace BansosBot.Domain.Conversations;

/// <summary>On a device that others use too, *Keluar* ends the conversation for good: whoever kept a copy of the cookie, or planted it, opens nothing with it.</summary>
/// <remarks>
/// A browser that forgets its cookie has only hidden the conversation; the mark (<see cref="Conversation.LeftAt"/>) closes it where it is kept. Nobody
/// can come back, so nothing is said here any more, and what was not sent is kept no longer than a link to Telegram that was offered is good.
/// What was sent stays: it goes on at the office, and opens by receipt code and birth date.
/// </remarks>
public static class Leaving
{
    /// <summary>The command, and the button of the page.</summary>
    public const string Command = "keluar";

    internal static bool IsMeant(Talk talk, Incoming message) => message is Incoming.Command { Name: Command } && talk.SharedChannels.Contains(message.Chat.Channel);

    // "Saya mau keluar dong pak": with more it is a story.
    private const int WordsOfLeaving = 5;

    /// <summary>Whether somebody says in words that they want to leave. They are shown the button and lose nothing: it may only be the question they are tired of.</summary>
    internal static bool IsAskedFor(Scene scene, string typed) =>
        scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel)
        && Everywhere.Plain(typed).Split(' ') is { Length: <= WordsOfLeaving } words
        && (words.Any(w => w is Command or "logout" or "logoff" or "keluarin") || string.Join(' ', words) is "log out" or "sign out" or "tutup" or "tutup aja" or "i want to leave" or "leave");

    /// <summary>Whether the session needs another name now, for more begins to be kept than who opened the page may have meant: the browser may have
    /// been prepared by somebody who knows the name so far, and who may have gone some way in it themselves.</summary>
    /// <remarks>With each consent, and where a draft that was consented to is gone on with; with each case, filed or joined; with a message for the officers;
    /// and before a report of a child in danger. Only by what a person says: they alone are given the new name.</remarks>
    internal static bool OutgrowsItsName(Talk talk, Conversation before, Effects effects)
    {
        var after = effects.After;
        return talk.SharedChannels.Contains(after.Chat.Channel)
            && (after.Consents.Length > before.Consents.Length || after.Cases.Length > before.Cases.Length || GoesOn(before, after)
                || (talk.IsInSecret(after) && !talk.IsInSecret(before)) || effects.Writes.Any(w => w is Write.PutTicket));
    }

    private static bool GoesOn(Conversation before, Conversation after) =>
        StepMap.FlowOf(after.Place) is { } flow && StepMap.FlowOf(before.Place) != flow && after.Drafts.GetValueOrDefault(flow) is { } draft && Kinds.ConsentKind.IsGiven(draft);

    internal static void Leave(Scene scene)
    {
        Walking.Leave(scene);
        scene.Move(Move.Menu);
        foreach (var draft in scene.Now.Drafts.Values)          // one that was sent is filed when its photo is there, or ends like the others where it cannot be
        {
            if (!draft.IsSent) Reminders.Stop(scene, draft);
            scene.Due(DueKind.DraftQuietEnd, draft.Id, scene.At + JoiningOffer.GoodFor);
        }

        scene.Now = scene.Now with { LeftAt = scene.At, IsReachable = false, CameFrom = null, Question = scene.Now.Question + 1, Choices = [], Labels = [] };
        scene.ForgetTranscript();
    }
}
