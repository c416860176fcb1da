using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Programmes;
using BansosBot.Texts;

namespace BansosBot.Programmes;

/// <summary>Reads what the values of a programme file mean. Goes on after each mistake, so that all of them are found at once.</summary>
/// <param name="shared">Questions that several programmes use; none while <c>questions.yaml</c> itself is read.</param>
/// <param name="translated">The file's texts in other languages.</param>
internal sealed class SheetReader(Mistakes mistakes, SharedQuestions shared, IEnumerable<TextEntry> translated)
{
    private const string StandardExample = "\"standard: {answer_days: 3, visit_days: 14, correction_calendar_days: 14}\"";
    private readonly TextFields texts = new(mistakes);
    private readonly ConditionReader conditions = new(mistakes);
    private string programme = "";

    public Sheet Read(YamlTree.Map file)
    {
        var f = new Fields(file, file.Find("service")?.Value is YamlTree.Text(_, ("application" or "interest" or "information") and var said) ? $"a programme with \"service: {said}\"" : "a programme", mistakes);
        var name = f.Word("programme", "\"programme: yapi\"");
        programme = name.Value;
        texts.Add(translated);
        var steps = new StepReader(mistakes, shared, texts, step => ProgrammeTexts.OfStep(programme, step));
        var service = ServiceOf(f);
        var version = f.Number("version", 1, 10_000, "\"version: 1\"");
        var sheet = service == Service.Information ? Told(f, name, version) : Asked(f, steps, name, service, version);
        OwnTexts(f.Required("texts", "\"texts: {title: Bantuan anak yatim}\""), service);
        f.Done();
        return sheet with { Texts = texts.Found };
    }

    // What is only told of: where it is, and when the interview mentions it.
    private Sheet Told(Fields f, Word name, int version) => new()
    {
        File = mistakes.File,
        Name = name,
        Service = Service.Information,
        Version = version,
        Called = Called(f),
        Laws = Laws(f),
        MentionedWhen = f.Take("mentioned_when") is { } when ? conditions.Read(when) : null,
    };

    private Sheet Asked(Fields f, StepReader steps, Word name, Service service, int version)
    {
        return new()
        {
            File = mistakes.File,
            Name = name,
            Service = service,
            CasePrefix = f.Word("case_prefix", "\"case_prefix: YAPI\""),
            Version = version,
            ConsentVersion = f.Number("consent_version", 1, 10_000, "\"consent_version: 1\""),
            Owner = f.Word("owner", "\"owner: rehabilitasi-sosial\""),
            Called = Called(f),
            PerMonth = f.OptionalNumber("amount_per_month", 1, 100_000_000, "\"amount_per_month: 200000\"") is { } amount ? new Rupiah(amount) : null,
            EndsAtAge = f.OptionalNumber("ends_at_age", 1, 120, "\"ends_at_age: 18\""),
            Afterwards = Fields.Words(f.Take("afterwards"), "\"afterwards: [pip, kejar-paket]\"", mistakes),
            Quota = Quota(f.Take("quota")),
            Standard = Standard(f.Required("standard", StandardExample), service),
            Laws = Laws(f),
            Proposing = service == Service.Application ? [.. f.List("proposing", "\"- by: desil\"").Select(Order).OfType<OrderSheet>()] : [],
            Criteria = steps.Read(f.List("criteria", StepReader.Example), SheetPart.Criteria),
            Rules = [.. f.List("rules", "\"- rule: too_old\"").Select(Rule).OfType<RuleSheet>()],
            Threshold = steps.Read(f.List("threshold", "\"- step: consent\""), SheetPart.Threshold),
            Form = steps.Read(f.List("form", StepReader.Example), SheetPart.Form),
        };
    }

    private Service ServiceOf(Fields f)
    {
        var word = f.Word("service", "\"service: application\"");
        Service? service = word.Value switch { "application" => Service.Application, "interest" => Service.Interest, "information" => Service.Information, _ => null };
        if (service is null && word.Value.Length > 0)
            mistakes.Add(word.Line, "unknown-service", $"A service is application, interest or information, not \"{word}\". Example: \"service: information\"");

        // What it was meant to be shows in what it has, so that the rest is not called missing.
        return service ?? (f.Has("proposing") ? Service.Application : f.Has("form") ? Service.Interest : Service.Information);
    }

    private ImmutableArray<Word> Called(Fields f) => Fields.Words(f.Required("called", "\"called: [pkh, keluarga harapan]\""), "\"called: [pkh, keluarga harapan]\"", mistakes);

    private ImmutableArray<string> Laws(Fields f) => [.. Fields.Words(f.Take("laws"), "\"laws: [Permensos 7/2021]\"", mistakes).Select(w => w.Value)];

    private void OwnTexts(YamlTree? value, Service service)
    {
        if (mistakes.Map(value, "texts") is not { } f) return;
        foreach (var (field, text, isList, least) in ProgrammeTextFields.Where(t => service <= t.Least))
            texts.Required(f, field, ProgrammeTexts.Key(programme, text) + (isList ? "#list" : ""), $"\"{field}: ...\"");
        f.Done();
    }

    /// <summary>Least: the least that is done for the programme for it to have this text.</summary>
    private static readonly ImmutableArray<(string Field, string Text, bool IsList, Service Least)> ProgrammeTextFields =
    [
        ("short", ProgrammeTexts.Short, false, Service.Information), ("title", ProgrammeTexts.Title, false, Service.Information), ("gives", ProgrammeTexts.Gives, false, Service.Information),
        ("who_may", ProgrammeTexts.WhoMay, true, Service.Information), ("where", ProgrammeTexts.Where, true, Service.Information), ("decides", ProgrammeTexts.Decides, false, Service.Information),
        ("welcome", ProgrammeTexts.Welcome, false, Service.Interest), ("documents", ProgrammeTexts.Documents, true, Service.Interest), ("steps", ProgrammeTexts.Steps, true, Service.Interest),
        ("handled_by", ProgrammeTexts.HandledBy, false, Service.Interest), ("validity", ProgrammeTexts.Validity, false, Service.Interest),
        ("likely", ProgrammeTexts.Likely, false, Service.Interest), ("likely_note", ProgrammeTexts.LikelyNote, false, Service.Interest), ("review", ProgrammeTexts.Review, false, Service.Interest),
        ("button_apply", ProgrammeTexts.ButtonApply, false, Service.Interest), ("button_go_on", ProgrammeTexts.ButtonGoOn, false, Service.Interest),
        ("proposing_order", ProgrammeTexts.ProposingOrder, false, Service.Application),
    ];

    private Quota? Quota(YamlTree? value)
    {
        if (value is null || mistakes.Map(value, "quota") is not { } f) return null;
        var quota = new Quota(
            f.Number("year", 2000, 2099, "\"year: 2025\""),
            f.Number("places", 0, 1_000_000, "\"places: 2000\""),
            f.Number("receiving", 0, 1_000_000, "\"receiving: 1436\""),
            f.Word("source", "\"source: bisnisbanten.com, 23-09-2025\"").Value);
        f.Done();
        return quota;
    }

    private ServiceStandard Standard(YamlTree? value, Service service)
    {
        if (mistakes.Map(value, "standard") is not { } f) return new(1, 1, 1);
        var answer = f.Number("answer_days", 1, 365, "\"answer_days: 3\"");
        var standard = service == Service.Interest
            ? new ServiceStandard(answer, null, null)
            : new(answer, f.Number("visit_days", 1, 365, "\"visit_days: 14\""), f.Number("correction_calendar_days", 1, 365, "\"correction_calendar_days: 14\""));
        f.Done();
        return standard;
    }

    private OrderSheet? Order(YamlTree item)
    {
        if (mistakes.Map(item, "proposing") is not { } f) return null;
        var earlier = f.OptionalWord("earlier_day", "\"earlier_day: birth_date\"");
        var by = earlier ?? f.Word("by", "\"by: desil\"");
        var first = earlier is null ? Fields.Words(f.Required("first", "\"first: [keduanya]\""), "\"first: [keduanya]\"", mistakes) : [];
        f.Done();
        return new(by, first, earlier is not null);
    }

    private RuleSheet? Rule(YamlTree item)
    {
        if (mistakes.Map(item, "a rule") is not { } f) return null;
        var name = f.Word("rule", "\"rule: too_old\"");
        var gives = f.Word("gives", "\"gives: unlikely\"");
        Verdict? verdict = gives.Value switch { "unlikely" => Verdict.Unlikely, "review" => Verdict.Review, "note" => Verdict.Likely, _ => null };
        if (verdict is null && gives.Value.Length > 0)
            mistakes.Add(gives.Line, "unknown-verdict", $"A rule gives unlikely, review or note, not \"{gives}\". Example: \"gives: review\"");
        var when = f.Required("when", "\"when: {parent_status: masih_ada}\"") is { } written ? conditions.Read(written) : null;
        texts.Required(f, "says", ProgrammeTexts.OfRule(programme, name.Value), "\"says: Anak sudah berumur 18 tahun.\"");
        var law = f.OptionalWord("law", "\"law: Permensos 7/2021\"");
        f.Done();
        return when is null ? null : new(name, verdict ?? Verdict.Review, when, law?.Value);
    }
}
