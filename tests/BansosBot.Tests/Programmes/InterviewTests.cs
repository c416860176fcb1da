using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Tests.Transcripts;
using CsCheck;

namespace BansosBot.Tests.Programmes;

/// <summary>What holds of the interview whatever a family answers.</summary>
public sealed class InterviewTests
{
    private static readonly DateOnly Today = new(2025, 9, 23);
    private static readonly Interview Interview = Shipped.Interview.Interview!;
    private static readonly ImmutableArray<string> PoorestFirst = ["1", "2", "3", "4", "5", "6_10"];

    private static readonly Gen<Answer> Born = Gen.Frequency((1, Gen.Const<Answer>(DoNotKnow)), (9, Gen.Int[0, 90 * 366].Select(days => (Answer)new Answer.Day(Today.AddDays(-days)))));

    /// <summary>
    /// An answer to every question, also to those that would not be asked. A family of decile 1 to 5 that calls itself well off is no
    /// family: not to know its decile would then be its ruin, and rightly.
    /// </summary>
    private static readonly Gen<ImmutableDictionary<string, Answer>> Family = Interview.Questions.Aggregate(
        Gen.Const(ImmutableDictionary<string, Answer>.Empty),
        (family, question) => Gen.Select(family, AnswerTo(question), (f, answer) => f.Add(question.Name, answer)))
        .Select(family => family["desil"] is Answer.Chosen { Choice: not ("6_10" or "belum_terdata" or Answer.DoNotKnow) } && family["poor"] is Answer.Chosen { Choice: "tidak" }
            ? family.SetItem("poor", new Answer.Chosen("ya")) : family);

    private static Answer DoNotKnow => new Answer.Chosen(Answer.DoNotKnow);

    [Fact]
    public void Who_is_poorer_never_fares_worse() => Gen.Select(Family, Gen.Int[0, PoorestFirst.Length - 2], Gen.Int[1, PoorestFirst.Length - 1]).Sample((family, poorer, by) =>
    {
        var richer = Math.Min(poorer + by, PoorestFirst.Length - 1);
        NotWorse(family.SetItem("desil", new Answer.Chosen(PoorestFirst[poorer])), family.SetItem("desil", new Answer.Chosen(PoorestFirst[richer])));
        NotWorse(family.SetItem("poor", new Answer.Chosen("ya")), family.SetItem("poor", new Answer.Chosen("tidak")));
    });

    [Fact]
    public void Not_to_know_never_blocks() => Gen.Select(Family, OneOf(Interview.Questions.Select(q => q.Name))).Sample((family, question) =>
    {
        var (before, after) = (Verdicts(family), Verdicts(family.SetItem(question, DoNotKnow)));
        Assert.All(before.Keys, p => Assert.True(before[p] == Verdict.Unlikely || after[p] != Verdict.Unlikely, $"{p}: not to know {question} blocks"));
    });

    [Fact]
    public void Who_knows_nothing_is_refused_nothing() =>
        Assert.DoesNotContain(Verdict.Unlikely, Verdicts(Interview.Questions.ToImmutableDictionary(q => q.Name, _ => DoNotKnow)).Values);

    [Fact]
    public void Every_question_takes_that_one_does_not_know_in_words_and_by_its_button() => Assert.All(Interview.Questions, question =>
    {
        var asked = new Asking(question, new(ImmutableDictionary<string, Answer>.Empty, 0), Today, null);

        Assert.Contains(question.Kind.Choices(asked), c => c.Name == Answer.DoNotKnow);
        Assert.All(["tidak tahu", "gak tau", "I don't know"], said => Assert.Equal(new Reading.Taken(DoNotKnow), question.Kind.Hear(asked, new Heard.Text(said))));
    });

    [Fact]
    public void The_order_of_the_programmes_changes_nothing() => Gen.Select(Family, Gen.Shuffle(Interview.Programmes.ToArray())).Sample((family, shuffled) =>
    {
        var other = new Interview(Interview.Questions, [.. shuffled]);

        Assert.Equal(Asked(Interview, family), Asked(other, family));
        Assert.Equal(Verdicts(family), other.Findings(new(family, 0), Today).ToImmutableDictionary(f => f.Programme.Name, f => f.Finding.Verdict));
    });

    [Fact]
    public void What_was_not_asked_would_have_changed_nothing() => Family.Sample(family =>
    {
        var asked = Asked(Interview, family).ToImmutableDictionary(q => q, q => family[q]);

        Assert.All(Interview.Findings(new(asked, 0), Today), f => Assert.True(f.Finding.IsSettled, $"{f.Programme.Name} is not settled"));
        Assert.Equal(Verdicts(family), Verdicts(asked));
    });

    [Fact]
    public void Nothing_is_asked_for_a_programme_that_is_decided() => Family.Sample(family =>
    {
        var answers = new Answers(ImmutableDictionary<string, Answer>.Empty, 0);
        while (Interview.Next(answers, Today) is { } question)
        {
            Assert.Contains(Interview.Findings(answers, Today), f => !f.Finding.IsSettled && f.Programme.Rules.Any(r => r.When.Steps.Contains(question.Name)));
            answers = answers with { All = answers.All.Add(question.Name, family[question.Name]) };
        }
    });

    [Fact]
    public void A_family_whose_child_has_both_parents_is_not_asked_about_guardians()
    {
        var family = Interview.Questions.ToImmutableDictionary(q => q.Name, _ => DoNotKnow)
            .SetItem("birth_date", new Answer.Day(new(2014, 3, 12))).SetItem("parent_status", new Answer.Chosen("masih_ada"));

        var asked = Asked(Interview, family);

        Assert.Equal("birth_date", asked[0]);
        Assert.DoesNotContain(asked, q => q is "relation" or "remarried" or "state_job" or "pkh");
    }

    private static Gen<Answer> AnswerTo(Step question) => question.Kind is DateKind ? Born
        : OneOf(question.Kind.Choices(new(question, default, default, null)).Select(c => (Answer)new Answer.Chosen(c.Name)));

    private static Gen<T> OneOf<T>(IEnumerable<T> values)
    {
        var all = values.ToArray();
        return Gen.Int[0, all.Length - 1].Select(i => all[i]);
    }

    private static List<string> Asked(Interview interview, ImmutableDictionary<string, Answer> family)
    {
        var asked = new List<string>();
        var answers = new Answers(ImmutableDictionary<string, Answer>.Empty, 0);
        while (interview.Next(answers, Today) is { } question)
        {
            asked.Add(question.Name);
            answers = answers with { All = answers.All.Add(question.Name, family[question.Name]) };
        }

        return asked;
    }

    private static ImmutableDictionary<string, Verdict> Verdicts(ImmutableDictionary<string, Answer> family) =>
        Interview.Findings(new(family, 0), Today).ToImmutableDictionary(f => f.Programme.Name, f => f.Finding.Verdict);

    private static void NotWorse(ImmutableDictionary<string, Answer> poorer, ImmutableDictionary<string, Answer> richer)
    {
        var (of, than) = (Verdicts(poorer), Verdicts(richer));
        Assert.All(of.Keys, p => Assert.True(of[p] <= than[p], $"{p}: {of[p]} for the poorer, {than[p]} for the richer"));
    }
}
