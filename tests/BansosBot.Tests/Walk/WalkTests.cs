using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Tests.Walk;

/// <summary>Every step of every flow is reached, and nothing that comes in at any of them harms the conversation.</summary>
[Collection(nameof(Walked))]
public sealed class WalkTests
{
    // Read where nobody can be asked: lists and storage, not a conversation.
    private static readonly string[] RefusalsOfLists = ["Refusal.AppealTooLate", "Refusal.AppealedAlready", "Refusal.CaseNumberNotUnderstood", "Refusal.KkHasLetters", "Refusal.NotHere", "Refusal.VisitInTheFuture"];

    private static readonly Explorer Walk = Walked.All;

    [Fact]
    public void Nothing_that_comes_in_anywhere_is_parked_or_unanswered() =>
        Assert.True(Walk.Faults.Count == 0, $"{Walk.Faults.Count} of {Walk.Turns} turns:\n{string.Join('\n', Walk.Faults.OrderBy(f => f.Length).Take(20))}");

    [Fact]
    public void Every_state_of_the_map_is_stood_at() =>
        Assert.Empty(Walked.Talk.Map.States.Except(Walk.Stood).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_of_question_is_asked()
    {
        var kinds = typeof(QuestionKind).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(QuestionKind)) && !t.IsAbstract).ToList();
        var asked = Walk.Places.Select(p => Walk.Asked(p.World)?.GetType()).ToHashSet();

        Assert.NotEmpty(kinds);
        Assert.Empty(kinds.Where(k => !asked.Contains(k)).Select(k => k.Name));
    }

    [Fact]
    public void Every_refusal_is_said()
    {
        // What is wrong with a file of a list is said where the file is read: ImportBnbaTests, BadFileTests.
        var refusals = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract && !t.IsSubclassOf(typeof(ListRefusal))).Select(t => $"Refusal.{t.Name}").ToList();

        Assert.NotEmpty(refusals);
        Assert.Equal(RefusalsOfLists, refusals.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_told_of_schedules_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.')[0] is "Schedule" or "Audience" or "Proxy" or "Wish" or "Aid" && !k.EndsWith(".Name", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_told_of_papers_notes_turns_and_proposals_at_the_desk_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.')[0] is "Batch" or "BatchFile" or "DeskPapers" or "HandOver" or "DeskNote" or "DeskFirst" && !k.EndsWith(".Name", StringComparison.Ordinal)).Except(["Batch.NothingToPropose"]).ToList();        // where no programme of this office proposes anybody

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_told_of_calls_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.') is ["Call", ..] or ["Queue", "ToCall"] or ["Queue", "None", "ToCall"]).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_told_of_interests_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.') is ["Interest" or "DeskInterest" or "Interests", ..] or ["CaseSheet", "Interest", ..] && k is not "DeskInterest.To.Name").ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_told_of_figures_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.') is ["Recap", not ("Drawn" or "Column" or "Cell"), ..] && k is not ("Recap.Sheet.Name" or "Recap.Sheet.About")).ToList();     // those are drawn: RecapTests

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_told_of_payments_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.')[0] is "Payment" || k is "CaseNews.MinistryWhy" or "CaseSheet.MinistryWhy").ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_asked_of_a_family_or_objected_to_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.')[0] is "CorrectFor" or "Correct" or "DeskMend" or "Appeal" && !k.EndsWith(".Name", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_comes_by_itself_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.') is ["CaseNews", "Late" or "EndsOn" or "Afterwards" or "Reminder", ..] or ["EndedFor" or "HeadsMorning", ..] or ["CaseSheet", "LateSince"]).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_told_of_messages_for_officers_is_told()
    {
        var texts = Walked.Texts.Keys.Where(k => k.Split('.')[0] is "Messages" or "Message" or "Talk" or "Levy" or "Pledge" && k is not ("Message.Answer.Name" or "Levy.What.Name" or "Pledge.Bast.Name")).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_can_be_told_of_lists_that_officers_send_is_told()
    {
        // By the worker that fetches and reads them, and where the disk is nearly full: ListsInChatTests.
        string[] elsewhere = ["ListChat.NoRoom", "ListChat.NotFetched", "ListChat.NotReached", "ListChat.AfterStop", "ListChat.GaveUp", "ListChat.FileGone"];
        var texts = Walked.Texts.Keys.Where(k => k.Split('.')[0] is "ListChat").Except(elsewhere).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_step_is_asked_helped_with_and_asked_in_other_words()
    {
        var texts = Walked.Talk.Errands.Select(e => e.Flow).OfType<Flow>().SelectMany(f => f.Steps)
            .SelectMany(s => ((string[])["Ask", "Help", "Again"]).Select(k => $"{s.TextKey}.{k}")).ToList();

        Assert.NotEmpty(texts);
        Assert.Empty(texts.Except(Walk.Said).Order(StringComparer.Ordinal));
    }
}
