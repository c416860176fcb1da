using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Programmes;

/// <summary>Makes the programme and its flow of a sheet that passed every check.</summary>
internal static class ProgrammeMaker
{
    public static ShippedProgramme Make(Sheet sheet)
    {
        ImmutableArray<Rule> rules = [.. sheet.Rules.Select(r => new Rule(r.Name.Value, r.Gives, Guards.Guarded(sheet, r.When), r.Law))];
        var preCheck = new PreCheck(sheet.Name.Value, rules);
        var programme = new Programme
        {
            Name = sheet.Name.Value,
            Service = sheet.Service,
            CasePrefix = sheet.CasePrefix.Value,
            Version = sheet.Version,
            ConsentVersion = sheet.ConsentVersion,
            Steps = [.. sheet.Steps.Select(s => Step(sheet, s, preCheck))],
            Rules = rules,
            Standard = sheet.Standard,
            Owner = sheet.Owner.Value,
            Proposing = sheet.Service == Service.Application ? new([.. sheet.Proposing.Select(Key)]) : null,
            MentionedWhen = sheet.MentionedWhen?.Made,
            Called = [.. sheet.Called.Select(c => Everywhere.Plain(c.Value))],
            PerMonth = sheet.PerMonth,
            EndsAtAge = sheet.EndsAtAge,
            Afterwards = [.. sheet.Afterwards.Select(w => w.Value)],
            Quota = sheet.Quota,
            Laws = sheet.Laws,
        };
        var flow = new Flow
        {
            Name = programme.Name,
            Version = programme.Version,
            Steps = programme.Steps,
            KeepsDraft = true,
            HasReview = true,
            Programme = programme,
        };
        return new(programme, sheet.TakesCases ? flow : null, sheet.Texts);
    }

    /// <summary>The same question in the interview, where it is asked once and of nobody in particular: what a case has to know, "tidak tahu"
    /// answers there too.</summary>
    /// <param name="textKey">Where its texts hang.</param>
    public static Step InInterview(StepSheet s, string textKey, Condition when, ImmutableArray<string> spoken) => new()
    {
        Name = s.Name.Value,
        Kind = Kinds.Find(s.Kind.Value)!.Make(new(s with { AlwaysKnown = false }, textKey, new("", []))),
        Part = Part.Criteria,
        TextKey = textKey,
        Spoken = spoken,
        Often = [.. s.Often.Select(o => o.Value)],
        When = when,
    };

    private static Step Step(Sheet sheet, StepSheet s, PreCheck preCheck)
    {
        var textKey = ProgrammeTexts.OfStep(sheet.Name.Value, s.Name.Value);
        return new()
        {
            Name = s.Name.Value,
            Kind = Kinds.Find(s.Kind.Value)!.Make(new(s, textKey, preCheck)),
            Part = s.Part switch { SheetPart.Criteria => Part.Criteria, SheetPart.Threshold => Part.Threshold, _ => Part.Form },
            TextKey = textKey,
            Spoken = [.. sheet.Texts.Where(t => t.Key == $"{textKey}.Name").Select(t => t.Text)],
            Names = PeopleIn.NamedBy(sheet, s),
            PerChild = s.PerChild,
            When = s.Kind.Value == "verdict" ? SpeaksAgainst(preCheck.Rules) : s.When is { } when ? Guards.Guarded(sheet, when) : new Condition.Always(),
        };
    }

    /// <summary>The verdict is asked only once a rule surely speaks against the aid; else its word goes with the consent.</summary>
    private static Condition.Surely SpeaksAgainst(ImmutableArray<Rule> rules) =>
        new(new Condition.Any([.. rules.Where(r => r.Gives == Verdict.Unlikely).Select(r => r.When)]));

    private static ProposingKey Key(OrderSheet order) => order.IsEarlierDay
        ? new ProposingKey.EarlierDay(order.Step.Value)
        : new ProposingKey.Listed(order.Step.Value, [.. order.First.Select(f => f.Value)]);
}
