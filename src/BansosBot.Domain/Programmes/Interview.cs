using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Programmes;

/// <summary>One interview for all programmes: it asks what settles most of what is still open, and nothing for a programme that is decided.</summary>
/// <remarks>The next question hangs on the answers alone, so that a conversation goes on after a restart as it would have, and on nothing that
/// the order of the programmes changes: ties go to the question that stands first in the shared list.</remarks>
public sealed class Interview
{
    private readonly ImmutableArray<Step> questions;
    private readonly ImmutableArray<ImmutableArray<Stake>> stakes;
    private readonly ImmutableArray<PossibleAnswers> answersOf;
    private readonly ImmutableDictionary<string, Step> byName;
    private readonly Dictionary<Rule, ImmutableArray<string>> stepsOf;

    /// <param name="questions">Every criterion of every programme once, the shared ones first.</param>
    /// <param name="programmes">Those that have rules.</param>
    public Interview(ImmutableArray<Step> questions, ImmutableArray<Programme> programmes)
    {
        this.questions = questions;
        Programmes = programmes;
        stepsOf = new(ReferenceEqualityComparer.Instance);
        foreach (var rule in programmes.SelectMany(p => p.Rules)) stepsOf[rule] = [.. rule.When.Steps.Distinct()];
        byName = questions.ToImmutableDictionary(q => q.Name);
        stakes = [.. questions.Select(q => StakesOf(q.Name))];
        answersOf = [.. questions.Select(q => new PossibleAnswers(q, programmes))];
    }

    public ImmutableArray<Programme> Programmes { get; }

    public ImmutableArray<Step> Questions => questions;

    /// <summary>The question to ask now; null: nothing that could be asked would change any verdict.</summary>
    public Step? Next(Answers answers, DateOnly today)
    {
        var open = OpenProgrammes(answers, today);
        if (open.Count == 0) return null;
        var undecided = new List<Stake>();
        (Step? Question, double Worth) best = (null, 0);
        for (var i = 0; i < questions.Length; i++)
        {
            if (!CanBeAsked(questions[i], answers, today)) continue;
            undecided.Clear();
            undecided.AddRange(stakes[i].Where(s => open.ContainsKey(s.Programme) && s.Rule.When.Holds(answers, today) == Truth.Open));
            var worth = undecided.Count == 0 ? 0 : Worth(i, answers, today, open, undecided);
            if (worth > best.Worth + Tie) best = (questions[i], worth);
        }

        return best.Question;
    }

    /// <summary>What the answers so far say of each programme, in the order of the programmes.</summary>
    public ImmutableArray<(Programme Programme, Finding Finding)> Findings(Answers answers, DateOnly today) =>
        [.. Programmes.Select(p => (p, Eligibility.Of(p, answers, today)))];

    // Worths are sums of the same parts in another order; what differs by less is the same.
    private const double Tie = 1e-9;

    /// <summary>A rule that an answer to a question can decide.</summary>
    private readonly record struct Stake(Programme Programme, Rule Rule);

    private ImmutableArray<Stake> StakesOf(string question) =>
        [.. from p in Programmes from r in p.Rules where r.Gives != Verdict.Likely && r.When.Steps.Contains(question) select new Stake(p, r)];

    /// <summary>Programmes that are not settled, each with how many of its rules are open.</summary>
    private Dictionary<Programme, int> OpenProgrammes(Answers answers, DateOnly today)
    {
        var open = new Dictionary<Programme, int>(ReferenceEqualityComparer.Instance);
        foreach (var programme in Programmes)
        {
            var rules = 0;
            foreach (var rule in programme.Rules)
            {
                if (rule.Gives == Verdict.Likely) continue;
                var holds = rule.When.Holds(answers, today);
                if (holds == Truth.Yes && rule.Gives == Verdict.Unlikely)
                {
                    rules = 0;
                    break;
                }

                if (holds == Truth.Open && IsUnasked(rule, answers)) rules++;
            }

            if (rules > 0) open.Add(programme, rules);
        }

        return open;
    }

    private bool IsUnasked(Rule rule, Answers answers)
    {
        foreach (var step in stepsOf[rule])
            if (answers.Of(step) is null) return true;

        return false;
    }

    // A question under a condition is asked once that is decided, or cannot be any more: "tidak tahu" leaves it open.
    private bool CanBeAsked(Step question, Answers answers, DateOnly today) =>
        answers.Of(question.Name) is null
        && question.When.Holds(answers, today) switch
        {
            Truth.Yes => true,
            Truth.Open => question.When.Steps.All(s => answers.Of(s) is not null || !byName.ContainsKey(s)),
            _ => false,
        };

    /// <summary>Over all answers that may come, by how often they do: how much of the open programmes each settles. A programme that it ends counts
    /// whole, one whose rules it decides in part for that part.</summary>
    /// <param name="undecided">Rules that hang on the question and are open.</param>
    private double Worth(int question, Answers answers, DateOnly today, Dictionary<Programme, int> open, List<Stake> undecided)
    {
        var worth = 0.0;
        for (var i = 0; i < answersOf[question].Count; i++)
        {
            var then = answers with { All = answers.All.SetItem(questions[question].Name, answersOf[question].At(i, today)) };
            var share = answersOf[question].ShareOf(i);
            Programme? ended = null;
            foreach (var (programme, rule) in undecided)
            {
                if (ReferenceEquals(programme, ended)) continue;
                var holds = rule.When.Holds(then, today);
                if (holds == Truth.Yes && rule.Gives == Verdict.Unlikely)
                {
                    worth += share;
                    ended = programme;
                }
                else if (holds != Truth.Open)
                {
                    worth += share * Decided / open[programme];
                }
            }
        }

        return worth;
    }

    // To end a programme is worth more than to decide all that is open of it but to leave it likely: that takes the rest of the questions.
    private const double Decided = 0.5;
}
