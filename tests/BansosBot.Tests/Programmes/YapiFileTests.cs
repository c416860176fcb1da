using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Programmes;
using BansosBot.Texts;
using BansosBot.Texts.Linting;
using CsCheck;

namespace BansosBot.Tests.Programmes;

/// <summary>The orphan assistance as shipped: complete, and what it says of families.</summary>
public sealed class YapiFileTests
{
    private static readonly ProgrammesRead Shipped = ProgrammeFiles.Read();
    private static readonly Lazy<ShippedProgramme> Read = new(() => Shipped.Programmes.Single(p => p.Programme.Name == "yapi"));
    private static readonly DateOnly Today = new(2025, 9, 23);

    private static ShippedProgramme Yapi => Read.Value;

    [Fact]
    public void The_shipped_files_lie_beside_the_program_and_have_no_mistake() =>
        Assert.True(Shipped.Mistakes.IsEmpty, string.Join('\n', Shipped.Mistakes));

    [Fact]
    public void Every_text_that_its_questions_and_rules_say_is_there()
    {
        var book = TextBook.Shipped(Shipped.Texts);
        Assert.True(book.Mistakes.IsEmpty, string.Join('\n', book.Mistakes));

        var lacking = Yapi.Programme.Steps.SelectMany(TextsOf)
            .Concat(Yapi.Programme.Rules.Select(r => new Say(ProgrammeTexts.OfRule("yapi", r.Name))))
            .SelectMany(say => Linter.CheckValues(book, say));

        Assert.Empty(lacking);
    }

    [Fact]
    public void Its_figures_are_those_of_the_field()
    {
        var p = Yapi.Programme;

        Assert.Equal(new Rupiah(200_000), p.PerMonth);
        Assert.Equal((2025, 2_000, 1_436), (p.Quota!.Year, p.Quota.Places, p.Quota.Receiving));
        Assert.Equal(new ServiceStandard(3, 14, 14), p.Standard);
        Assert.Contains(p.Laws, l => l.Contains("Permensos 7/2021", StringComparison.Ordinal));
    }

    [Fact]
    public void A_family_that_fits_is_likely_to_have_a_right()
    {
        var finding = Find();

        Assert.Equal(Verdict.Likely, finding.Verdict);
        Assert.Empty(finding.Reasons);
        Assert.True(finding.IsSettled);
    }

    [Theory]
    [InlineData("parent_status", "masih_ada", Verdict.Unlikely, "parents_alive")]
    [InlineData("parent_status", "tidak_tahu", Verdict.Review, "parents_unknown")]
    [InlineData("resident", "tidak", Verdict.Unlikely, "lives_elsewhere")]
    [InlineData("resident", "kk_luar", Verdict.Review, "kk_elsewhere")]
    [InlineData("circumstances#1", "sudah_menikah", Verdict.Unlikely, "married")]
    [InlineData("circumstances#1", "sudah_menerima", Verdict.Unlikely, "receives_already")]
    [InlineData("circumstances#1", "di_panti", Verdict.Unlikely, "home_applies")]
    [InlineData("circumstances#1", "diangkat", Verdict.Review, "adopted")]
    [InlineData("desil", "6_10", Verdict.Unlikely, "not_poor_by_desil")]
    [InlineData("desil", "belum_terdata", Verdict.Review, "desil_unknown")]
    [InlineData("state_job", "orang_tua", Verdict.Unlikely, "state_employee_parent")]
    [InlineData("state_job", "wali", Verdict.Review, "state_employee_guardian")]
    [InlineData("relation", "pengasuh", Verdict.Review, "carer_is_no_kin")]
    [InlineData("relation", "orang_tua", Verdict.Review, "both_dead_but_parent_cares")]
    public void One_answer_changes_the_word_and_names_its_reason(string step, string choice, Verdict verdict, string rule)
    {
        var finding = Find((step, choice), ("poor", "ya"));

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(rule, finding.Reasons[0].Name);
    }

    [Theory]
    [InlineData("pkh", "relation", "orang_tua", Verdict.Unlikely)]      // own child of a family that gets PKH
    [InlineData("pkh", "relation", "kakek_nenek", Verdict.Likely)]      // a grandchild in that family's KK
    [InlineData("sembako", "relation", "pengasuh", Verdict.Review)]
    public void Aid_to_the_family_counts_against_its_own_child_only(string aid, string step, string relation, Verdict verdict) =>
        Assert.Equal(verdict, Find(("parent_status", "ayah"), ("remarried", "tidak"), ("pkh", aid), (step, relation)).Verdict);

    [Theory]
    [InlineData("2007-09-24", Verdict.Likely, "soon_eighteen")]         // 18 tomorrow: a note
    [InlineData("2007-09-23", Verdict.Unlikely, "too_old")]             // 18 today: the first day without right
    [InlineData("2008-03-24", Verdict.Likely, null)]
    [InlineData("2008-03-23", Verdict.Likely, "soon_eighteen")]         // seventeen and a half
    public void The_eighteenth_birthday_is_the_first_day_without_right(string born, Verdict verdict, string? rule)
    {
        var answers = Fitting.SetItem("birth_date#1", new Answer.Day(DateOnly.ParseExact(born, "yyyy-MM-dd")));
        var finding = Eligibility.Of(Yapi.Programme, new(answers, 1), Today);

        Assert.Equal(verdict, finding.Verdict);
        Assert.Equal(rule, finding.Reasons.FirstOrDefault()?.Name);
    }

    [Fact]
    public void Not_knowing_never_speaks_against_a_family()
    {
        foreach (var (step, choices) in Choices().Where(c => c.Choices.Contains(Answer.DoNotKnow)))
        {
            var finding = Find(
                ("parent_status", "ayah"), ("remarried", "tidak"), ("relation", "orang_tua"), ("poor", "ya"),
                ("desil", step == "poor" ? "belum_terdata" : "2"), (step, Answer.DoNotKnow));

            Assert.True(finding.Verdict == Verdict.Review, $"{step} of {choices.Length} choices gives {finding.Verdict}");
        }
    }

    [Fact]
    public void An_answer_to_a_question_that_is_no_longer_asked_does_not_count() =>
        Assert.Equal(Verdict.Likely, Find(("parent_status", "keduanya"), ("remarried", "ya_ikut"), ("poor", "tidak")).Verdict);

    [Fact]
    public void Every_rule_can_be_the_reason()
    {
        var said = new HashSet<string>();
        (string Step, string Choice)[] all = [.. Choices().SelectMany(c => c.Choices.Select(choice => (c.Step, choice)))];
        Gen.Select(Gen.Int[0, all.Length - 1].Array[0, 4], Gen.Int[0, 220]).Sample(
            (changed, months) =>
            {
                var answers = Fitting.SetItem("birth_date#1", new Answer.Day(Today.AddMonths(-months)));
                foreach (var n in changed) answers = answers.SetItem(all[n].Step, new Answer.Chosen(all[n].Choice));
                foreach (var rule in Eligibility.Of(Yapi.Programme, new(answers, 1), Today).Reasons) said.Add(rule.Name);
            },
            iter: 20_000,
            threads: 1);

        Assert.Empty(Yapi.Programme.Rules.Select(r => r.Name).Except(said));
    }

    [Fact]
    public void Of_children_with_the_same_need_the_one_who_loses_the_right_soonest_goes_first()
    {
        var order = Yapi.Programme.Proposing!;
        var early = new DateTimeOffset(2025, 9, 1, 0, 0, 0, TimeSpan.Zero);
        (ImmutableArray<long>, DateTimeOffset) Child(string desil, string dead, DateOnly born, int day) => (
            order.RanksOf(new(Fitting.SetItem("desil", new Answer.Chosen(desil)).SetItem("parent_status", new Answer.Chosen(dead)).SetItem("birth_date#1", new Answer.Day(born)), 1)),
            early.AddDays(day));
        var poorest = Child("1", "ayah", new(2020, 1, 1), 9);
        var bothDead = Child("2", "keduanya", new(2020, 1, 1), 8);
        var elder = Child("2", "ibu", new(2010, 1, 1), 7);
        var younger = Child("2", "ibu", new(2015, 1, 1), 1);
        var sameButLater = Child("2", "ibu", new(2015, 1, 1), 2);
        var unlisted = Child("belum_terdata", "keduanya", new(2009, 1, 1), 0);

        (ImmutableArray<long>, DateTimeOffset)[] sorted = [unlisted, sameButLater, younger, elder, bothDead, poorest];
        Array.Sort(sorted, ProposingOrder.Compare);

        Assert.Equal([poorest, bothDead, elder, younger, sameButLater, unlisted], sorted);
    }

    internal static readonly ImmutableDictionary<string, Answer> Fitting = new Dictionary<string, Answer>
    {
        ["parent_status"] = new Answer.Chosen("keduanya"),
        ["birth_date#1"] = new Answer.Day(new(2014, 3, 12)),
        ["resident"] = new Answer.Chosen("ya"),
        ["circumstances#1"] = new Answer.Chosen("tidak_ada"),
        ["desil"] = new Answer.Chosen("2"),
        ["state_job"] = new Answer.Chosen("tidak_ada"),
        ["pkh"] = new Answer.Chosen("tidak"),
        ["relation"] = new Answer.Chosen("kakek_nenek"),
    }.ToImmutableDictionary();

    private static Finding Find(params ReadOnlySpan<(string Step, string Choice)> changed)
    {
        var answers = Fitting;
        foreach (var (step, choice) in changed) answers = answers.SetItem(step, new Answer.Chosen(choice));
        return Eligibility.Of(Yapi.Programme, new(answers, 1), Today);
    }

    private static IEnumerable<(string Step, ImmutableArray<string> Choices)> Choices()
    {
        foreach (var step in Yapi.Programme.Steps.Where(s => s.Part == Part.Criteria && s.Kind is ChoiceKind or YesNoKind))
        {
            var q = new Asking(step, new(ImmutableDictionary<string, Answer>.Empty, 1), Today, null);
            yield return (Answers.Key(step.Name, step.PerChild ? 1 : 0), [.. step.Kind.Choices(q).Select(c => c.Name)]);
        }
    }

    private static IEnumerable<Say> TextsOf(Step step)
    {
        var q = new Asking(step, new(Fitting, step.PerChild ? 1 : 0), Today, null);
        var (stop, draft) = (new Stop(step, q.Answers.Child), new Draft { Flow = "yapi", Version = 1, Id = "d1", Answers = Fitting });
        yield return step.Kind.Ask(q) ?? Called.Says(stop, "Ask", draft);
        yield return Called.Says(stop, "Again", draft);
        yield return Called.Says(stop, "Help", draft);
        if (step.Part != Part.Threshold && step.Name != FlowShape.MoreChildren) yield return new Say($"{step.TextKey}.Name");
        foreach (var choice in step.Kind.Choices(q).Where(c => !Everywhere.IsEverywhere(c.Name))) yield return choice.Label;
        if (step.Kind is DocumentsKind) yield return new Say($"{step.TextKey}.HowToGet");
    }
}
