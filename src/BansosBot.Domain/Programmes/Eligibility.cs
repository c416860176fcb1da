using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>What the pre-check says of one child, and why.</summary>
/// <param name="Reasons">Rules that hold, the gravest first; the last may be mere notes (<see cref="Verdict.Likely"/>).</param>
/// <param name="Unsure">Steps answered by "tidak tahu" on which a rule hangs that nothing else decided: an officer looks.</param>
/// <param name="IsSettled">No further answer can change the verdict.</param>
public sealed record Finding(Verdict Verdict, ImmutableArray<Rule> Reasons, ImmutableArray<string> Unsure, bool IsSettled);

/// <summary>The pre-check of one programme. It names reasons; the decision is the ministry's.</summary>
public static class Eligibility
{
    /// <summary>Weighs every rule against the answers so far.</summary>
    public static Finding Of(Programme programme, Answers answers, DateOnly today) => Of(programme.Rules, answers, today);

    /// <param name="rules">In the order in which their reasons are told.</param>
    public static Finding Of(ImmutableArray<Rule> rules, Answers answers, DateOnly today)
    {
        var held = ImmutableArray.CreateBuilder<Rule>();
        var open = new List<Rule>();
        foreach (var rule in rules)
        {
            var holds = rule.When.Holds(answers, today);
            if (holds == Truth.Yes) held.Add(rule);
            else if (holds == Truth.Open && rule.Gives != Verdict.Likely) open.Add(rule);
        }

        ImmutableArray<Rule> reasons = [.. held.OrderByDescending(r => r.Gives)];
        if (reasons is [{ Gives: Verdict.Unlikely }, ..]) return new(Verdict.Unlikely, reasons, [], IsSettled: true);

        // Open because nobody asked yet can still become anything; open by "tidak tahu" is for the officer.
        var unasked = open.Exists(r => r.When.Steps.Any(s => answers.Of(s) is null));
        var told = reasons.Where(r => r.Gives == Verdict.Review).SelectMany(r => r.When.Steps).ToHashSet();
        ImmutableArray<string> unsure =
        [
            .. open.Where(r => r.When.Steps.All(s => answers.Of(s) is not null))
                .SelectMany(r => r.When.Steps)
                .Where(s => answers.Of(s) is Answer.Chosen(Answer.DoNotKnow) && !told.Contains(s))
                .Distinct(),
        ];
        var review = !unsure.IsEmpty || reasons is [{ Gives: Verdict.Review }, ..];
        return new(review ? Verdict.Review : Verdict.Likely, reasons, unsure, IsSettled: !unasked);
    }

    /// <summary>Whether a rule already speaks against it: asked for every step of every message, so it stops at the first.</summary>
    public static bool IsRefused(Programme programme, Answers answers, DateOnly today)
    {
        foreach (var rule in programme.Rules)
            if (rule.Gives == Verdict.Unlikely && rule.When.Holds(answers, today) == Truth.Yes) return true;

        return false;
    }
}
