using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Programmes;

namespace BansosBot.Benchmarks;

/// <summary>How many questions the interview asks of invented families, beside asking every programme in turn, and how long it takes to find the
/// next one, also with 30 programmes.</summary>
internal static class InterviewLength
{
    private const int Families = 10_000;
    private static readonly DateOnly Today = new(2025, 9, 23);

    public static void Run()
    {
        var read = ProgrammeFiles.Read();
        var interview = read.Interview!.Interview!;
        var random = new Random(20250923);
        List<ImmutableDictionary<string, Answer>> families = [.. Enumerable.Range(0, Families).Select(_ => InventedFamily.Of(interview, random, Today))];
        Console.WriteLine($"{Families} invented families, {interview.Programmes.Length} programmes, {interview.Questions.Length} questions.");
        Tell("interview", families.ConvertAll(f => Asked(interview, f).Count));
        Tell("each programme in turn", families.ConvertAll(f => InTurn(interview, f)));
        var first = families.ConvertAll(f => Asked(interview, f));
        for (var i = 0; i < 14; i++)
            Console.WriteLine($"  {i + 1,2}. {string.Join(", ", first.Where(a => a.Count > i).GroupBy(a => a[i]).OrderByDescending(g => g.Count()).Take(4).Select(g => $"{g.Key} {100.0 * g.Count() / Families:F0} %"))}");

        Time("shipped", interview, families);
        var many = Copies(interview, 30);
        Time($"{many.Programmes.Length} programmes, {many.Questions.Length} questions", many, families);
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

    // Each programme's own questions in its order, until a rule speaks against it; asked anew for the next one.
    private static int InTurn(Interview interview, ImmutableDictionary<string, Answer> family)
    {
        var asked = 0;
        foreach (var programme in interview.Programmes)
        {
            var answers = new Answers(ImmutableDictionary<string, Answer>.Empty, 0);
            foreach (var question in programme.Steps.Where(s => s.Part == Part.Criteria))
            {
                if (Eligibility.IsRefused(programme, answers, Today) || question.When.Holds(answers, Today) == Truth.No) continue;
                asked++;
                answers = answers with { All = answers.All.Add(question.Name, family[question.Name]) };
            }
        }

        return asked;
    }

    private static void Tell(string name, List<int> counts)
    {
        counts.Sort();
        Console.WriteLine($"{name}: mean {counts.Average():F2}, median {counts[Families / 2]}, 95 % {counts[Families * 95 / 100]}, worst {counts[^1]} questions");
    }

    private static void Time(string name, Interview interview, List<ImmutableDictionary<string, Answer>> families)
    {
        var times = new List<double>();
        foreach (var family in families.Take(500))
        {
            var answers = new Answers(ImmutableDictionary<string, Answer>.Empty, 0);
            while (true)
            {
                var from = Stopwatch.GetTimestamp();
                var question = interview.Next(answers, Today);
                times.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                if (question is null) break;
                answers = answers with { All = answers.All.Add(question.Name, family.GetValueOrDefault(question.Name.Split("__")[0]) ?? new Answer.Chosen(Answer.DoNotKnow)) };
            }
        }

        times.RemoveRange(0, times.Count / 10);        // compiled meanwhile
        times.Sort();
        Console.WriteLine($"next question, {name}: mean {times.Average():F4} ms, 99 % {times[times.Count * 99 / 100]:F4} ms, worst {times[^1]:F4} ms");
    }

    /// <summary>The programmes again and again under other names: what several share stays shared, their own questions multiply.</summary>
    private static Interview Copies(Interview interview, int count)
    {
        var shared = interview.Questions.Where(q => q.TextKey.StartsWith("Question.", StringComparison.Ordinal)).Select(q => q.Name).ToHashSet();
        var (questions, programmes) = (ImmutableArray.CreateBuilder<Step>(), ImmutableArray.CreateBuilder<Programme>());
        questions.AddRange(interview.Questions.Where(q => shared.Contains(q.Name)));
        for (var i = 0; programmes.Count < count; i++)
        {
            var model = interview.Programmes[i % interview.Programmes.Length];
            string Name(string step) => shared.Contains(step) ? step : string.Create(CultureInfo.InvariantCulture, $"{step}__{i}");
            foreach (var own in interview.Questions.Where(q => !shared.Contains(q.Name) && model.Steps.Any(s => s.Name == q.Name)))
                questions.Add(own with { Name = Name(own.Name), When = Renamed(own.When, Name) });
            programmes.Add(model with { Name = $"{model.Name}-{i}", Rules = [.. model.Rules.Select(r => r with { When = Renamed(r.When, Name) })] });
        }

        return new(questions.ToImmutable(), programmes.ToImmutable());
    }

    private static Condition Renamed(Condition c, Func<string, string> name) => c switch
    {
        Condition.Is(var step, var choices) => new Condition.Is(name(step), choices),
        Condition.Age(var step, var from, var below) => new Condition.Age(name(step), from, below),
        Condition.All(var inner) => new Condition.All([.. inner.Select(i => Renamed(i, name))]),
        Condition.Any(var inner) => new Condition.Any([.. inner.Select(i => Renamed(i, name))]),
        Condition.Not(var inner) => new Condition.Not(Renamed(inner, name)),
        _ => c,
    };
}

/// <summary>A family as they come to the office, by rough shares: many do not know their desil, most are poor, few are orphans.</summary>
internal static class InventedFamily
{
    private static readonly ImmutableDictionary<string, (string Answer, int Weight)[]> Shares = new Dictionary<string, (string, int)[]>
    {
        ["resident"] = [("ya", 88), ("kk_luar", 6), ("tidak", 5), ("tidak_tahu", 1)],
        ["desil"] = [("1", 8), ("2", 8), ("3", 7), ("4", 6), ("5", 5), ("6_10", 10), ("belum_terdata", 16), ("tidak_tahu", 40)],
        ["poor"] = [("ya", 80), ("tidak", 12), ("tidak_tahu", 8)],
        ["parent_status"] = [("masih_ada", 60), ("ayah", 22), ("ibu", 10), ("keduanya", 6), ("tidak_tahu", 2)],
        ["remarried"] = [("tidak", 75), ("ya_ikut", 12), ("ya_tidak_ikut", 8), ("tidak_tahu", 5)],
        ["circumstances"] = [("tidak_ada", 85), ("sudah_menikah", 2), ("diangkat", 3), ("di_panti", 3), ("sudah_menerima", 6), ("tidak_tahu", 1)],
        ["state_job"] = [("tidak_ada", 90), ("orang_tua", 4), ("wali", 4), ("tidak_tahu", 2)],
        ["pkh"] = [("tidak", 55), ("pkh", 15), ("sembako", 15), ("keduanya", 10), ("tidak_tahu", 5)],
        ["relation"] = [("orang_tua", 60), ("kakek_nenek", 20), ("paman_bibi", 8), ("kakak", 4), ("kerabat", 3), ("pengasuh", 3), ("pengurus_panti", 2)],
        ["category"] = [("tidak", 75), ("disabilitas", 14), ("terlantar", 6), ("keduanya", 2), ("tidak_tahu", 3)],
        ["disability_proof"] = [("belum_ada", 50), ("surat", 25), ("kartu", 20), ("tidak_tahu", 5)],
        ["got_this_year"] = [("tidak", 85), ("ya", 12), ("tidak_tahu", 3)],
        ["schooling"] = [("masih_sekolah", 55), ("belum_sekolah", 12), ("putus_sd", 6), ("putus_smp", 8), ("putus_sma", 7), ("lulus_sma", 10), ("tidak_tahu", 2)],
        ["boarding"] = [("ya", 45), ("tidak_asrama", 40), ("tidak_janji", 3), ("tidak_tahu", 12)],
    }.ToImmutableDictionary();

    public static ImmutableDictionary<string, Answer> Of(Interview interview, Random random, DateOnly today) =>
        interview.Questions.ToImmutableDictionary(q => q.Name, q => AnswerTo(q, random, today));

    private static Answer AnswerTo(Step question, Random random, DateOnly today)
    {
        if (question.Kind is DateKind)          // two of three are asked for a child
            return random.Next(100) < 2 ? new Answer.Chosen(Answer.DoNotKnow) : new Answer.Day(today.AddDays(-(random.Next(3) < 2 ? random.Next(18 * 365) : random.Next(18 * 365, 85 * 365))));
        var shares = Shares[question.Name];
        var at = random.Next(shares.Sum(s => s.Weight));
        foreach (var (answer, weight) in shares)
        {
            at -= weight;
            if (at < 0) return new Answer.Chosen(answer);
        }

        throw new InvalidOperationException("The shares end before the draw.");
    }
}
