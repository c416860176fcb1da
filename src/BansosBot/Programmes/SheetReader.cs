using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Programmes;

namespace BansosBot.Programmes;

/// <summary>Reads what the values of a programme file mean. Goes on after each mistake, so that all of them are found at once.</summary>
internal sealed class SheetReader(Mistakes mistakes)
{
    private const string StepExample = "\"- step: parent_status\"";

    private readonly TextFields texts = new(mistakes);
    private string programme = "";

    public Sheet Read(YamlTree.Map file)
    {
        var f = new Fields(file, "a programme", mistakes);
        var name = f.Word("programme", "\"programme: yapi\"");
        programme = name.Value;
        var sheet = new Sheet
        {
            File = mistakes.File,
            Name = name,
            CasePrefix = f.Word("case_prefix", "\"case_prefix: YAPI\""),
            Version = f.Number("version", 1, 10_000, "\"version: 1\""),
            ConsentVersion = f.Number("consent_version", 1, 10_000, "\"consent_version: 1\""),
            PerMonth = f.OptionalNumber("amount_per_month", 1, 100_000_000, "\"amount_per_month: 200000\"") is { } amount ? new Rupiah(amount) : null,
            Quota = Quota(f.Take("quota")),
            Standard = Standard(f.Required("standard", "\"standard: {completeness_days: 3, visit_days: 14, correction_calendar_days: 14}\"")),
            Laws = [.. Fields.Words(f.Take("laws"), "\"laws: [Permensos 7/2021]\"", mistakes).Select(w => w.Value)],
            Proposing = [.. f.List("proposing", "\"- by: desil\"").Select(Order).OfType<OrderSheet>()],
            Criteria = Steps(f.List("criteria", StepExample), SheetPart.Criteria),
            Rules = [.. f.List("rules", "\"- rule: too_old\"").Select(Rule).OfType<RuleSheet>()],
            Threshold = Steps(f.List("threshold", "\"- step: consent\""), SheetPart.Threshold),
            Form = Steps(f.List("form", StepExample), SheetPart.Form),
        };
        OwnTexts(f.Required("texts", "\"texts: {title: Bantuan anak yatim}\""));
        f.Done();
        return sheet with { Texts = texts.Found };
    }

    private void OwnTexts(YamlTree? value)
    {
        if (Map(value, "texts") is not { } f) return;
        foreach (var (field, text, isList) in ProgrammeTextFields)
            texts.Required(f, field, ProgrammeTexts.Key(programme, text) + (isList ? "#list" : ""), $"\"{field}: ...\"");
        f.Done();
    }

    private static readonly ImmutableArray<(string Field, string Text, bool IsList)> ProgrammeTextFields =
    [
        ("title", ProgrammeTexts.Title, false), ("welcome", ProgrammeTexts.Welcome, false), ("gives", ProgrammeTexts.Gives, false),
        ("who_may", ProgrammeTexts.WhoMay, true), ("documents", ProgrammeTexts.Documents, true), ("where", ProgrammeTexts.Where, true),
        ("decides", ProgrammeTexts.Decides, false), ("proposing_order", ProgrammeTexts.ProposingOrder, false), ("validity", ProgrammeTexts.Validity, false),
        ("likely", ProgrammeTexts.Likely, false), ("likely_note", ProgrammeTexts.LikelyNote, false), ("review", ProgrammeTexts.Review, false),
        ("button_apply", ProgrammeTexts.ButtonApply, false), ("button_go_on", ProgrammeTexts.ButtonGoOn, false),
    ];

    private Quota? Quota(YamlTree? value)
    {
        if (value is null || Map(value, "quota") is not { } f) return null;
        var quota = new Quota(
            f.Number("year", 2000, 2099, "\"year: 2025\""),
            f.Number("places", 0, 1_000_000, "\"places: 2000\""),
            f.Number("receiving", 0, 1_000_000, "\"receiving: 1436\""),
            f.Word("source", "\"source: bisnisbanten.com, 23-09-2025\"").Value);
        f.Done();
        return quota;
    }

    private ServiceStandard Standard(YamlTree? value)
    {
        if (Map(value, "standard") is not { } f) return new(1, 1, 1);
        var standard = new ServiceStandard(
            f.Number("completeness_days", 1, 365, "\"completeness_days: 3\""),
            f.Number("visit_days", 1, 365, "\"visit_days: 14\""),
            f.Number("correction_calendar_days", 1, 365, "\"correction_calendar_days: 14\""));
        f.Done();
        return standard;
    }

    private OrderSheet? Order(YamlTree item)
    {
        if (Map(item, "proposing") is not { } f) return null;
        var earlier = f.OptionalWord("earlier_day", "\"earlier_day: child_birth_date\"");
        var by = earlier ?? f.Word("by", "\"by: desil\"");
        var first = earlier is null ? Fields.Words(f.Required("first", "\"first: [keduanya]\""), "\"first: [keduanya]\"", mistakes) : [];
        f.Done();
        return new(by, first, earlier is not null);
    }

    private ImmutableArray<StepSheet> Steps(ImmutableArray<YamlTree> items, SheetPart part) => [.. items.Select(i => Step(i, part)).OfType<StepSheet>()];

    private StepSheet? Step(YamlTree item, SheetPart part)
    {
        if (Map(item, "a step") is not { } f) return null;
        var name = f.Word("step", StepExample);
        var kind = f.Word("kind", "\"kind: choice\"");
        var entry = Kinds.Find(kind.Value);
        if (entry is null && kind.Value.Length > 0)
            mistakes.Add(kind.Line, "unknown-kind", $"There is no kind of question \"{kind}\". Kinds are {string.Join(", ", Kinds.Names)}. Example: \"kind: yes_no\"");

        var key = ProgrammeTexts.OfStep(programme, name.Value);
        var step = new StepSheet
        {
            Name = name,
            Kind = kind,
            Part = part,
            PerChild = f.Flag("per_child"),
            AlwaysKnown = part == SheetPart.Criteria && f.Flag("always_known"),
            When = f.Take("when") is { } when ? Condition(when) : null,
            Choices = kind.Value == "choice" ? Choices(f.Required("choices", "\"choices: {ayah: Ayah, ibu: Ibu}\""), key) : [],
            Options = entry is null ? ImmutableDictionary<string, Word>.Empty : Options(f, entry),
        };

        texts.Required(f, "ask", $"{key}.Ask", "\"ask: Siapa yang sudah meninggal?\"");
        texts.Required(f, "again", $"{key}.Again", "\"again: Tekan salah satu tombol di bawah.\"");
        texts.Required(f, "help", $"{key}.Help", "\"help: Bantuan ini untuk anak yang ayah atau ibunya meninggal.\"");
        if (part != SheetPart.Threshold && kind.Value != "more_children") texts.Required(f, "name", $"{key}.Name", "\"name: Yang meninggal\"");
        if (kind.Value == "documents") texts.Required(f, "how_to_get", $"{key}.HowToGet", "\"how_to_get: Minta di kelurahan. Gratis.\"");
        if (kind.Value == "consent")
        {
            texts.Required(f, "notice", $"{key}.Notice#list", "\"notice: Yang kami simpan: ...\"");
            texts.Required(f, "ask_after_reading", $"{key}.AskAfterReading", "\"ask_after_reading: Bolehkah data ini kami simpan?\"");
        }

        if (entry is not null) f.Done();                    // of an unknown kind nobody knows the options
        return step;
    }

    private static ImmutableDictionary<string, Word> Options(Fields f, Kinds.Entry kind)
    {
        var options = ImmutableDictionary.CreateBuilder<string, Word>();
        foreach (var option in kind.Options)
        {
            var example = $"\"{option.Name}: {(option.Values is [var value, ..] ? value : option.Range is { } r ? r.Least : "child_birth_date")}\"";
            if (option.Range is var (least, most))
            {
                if (f.OptionalNumber(option.Name, least, most, example) is { } number)
                    options[option.Name] = new(f.Line, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                continue;
            }

            var word = option.IsRequired ? f.Word(option.Name, example) : f.OptionalWord(option.Name, example);
            if (word is not { Value.Length: > 0 } said) continue;
            if (option.Values.Length > 0 && !option.Values.Contains(said.Value))
                f.Mistakes.Add(said.Line, "wrong-option", $"\"{option.Name}\" is one of {string.Join(", ", option.Values)}, not \"{said}\". Example: {example}");
            else
                options[option.Name] = said;
        }

        return options.ToImmutable();
    }

    private ImmutableArray<ChoiceSheet> Choices(YamlTree? value, string stepKey)
    {
        if (value is null) return [];
        if (value is not YamlTree.Map(_, var entries))
        {
            mistakes.Add(value.Line, "wrong-type", $"\"choices\" is {value.Kind}, but must be names with labels. Example: \"choices: {{ayah: Ayah, ibu: Ibu}}\"");
            return [];
        }

        return [.. entries.Select(e => Choice(e, stepKey)).OfType<ChoiceSheet>()];
    }

    private ChoiceSheet? Choice(YamlTree.Entry entry, string stepKey)
    {
        var name = new Word(entry.Line, entry.Key);
        var key = $"{stepKey}.Choice.{entry.Key}";
        const string Example = "\"ayah: {label: Ayah, also: [bapak, papa]}\"";
        if (entry.Value is not YamlTree.Map map || map.Find("label") is null)
            return texts.Keep(entry.Value, key, Example) ? new(name, LabelsOf(key), []) : null;

        var f = new Fields(map, "a choice", mistakes);
        var kept = texts.Required(f, "label", key, Example);
        var also = Fields.Words(f.Take("also"), Example, mistakes);
        f.Done();
        return kept ? new(name, LabelsOf(key), also) : null;
    }

    private ImmutableArray<string> LabelsOf(string key) => [.. texts.Found.Where(t => t.Key == key).Select(t => t.Text)];

    private RuleSheet? Rule(YamlTree item)
    {
        if (Map(item, "a rule") is not { } f) return null;
        var name = f.Word("rule", "\"rule: too_old\"");
        var gives = f.Word("gives", "\"gives: unlikely\"");
        Verdict? verdict = gives.Value switch { "unlikely" => Verdict.Unlikely, "review" => Verdict.Review, "note" => Verdict.Likely, _ => null };
        if (verdict is null && gives.Value.Length > 0)
            mistakes.Add(gives.Line, "unknown-verdict", $"A rule gives unlikely, review or note, not \"{gives}\". Example: \"gives: review\"");
        var when = f.Required("when", "\"when: {parent_status: masih_ada}\"") is { } written ? Condition(written) : null;
        texts.Required(f, "says", ProgrammeTexts.OfRule(programme, name.Value), "\"says: Anak sudah berumur 18 tahun.\"");
        var law = f.OptionalWord("law", "\"law: Permensos 7/2021\"");
        f.Done();
        return when is null ? null : new(name, verdict ?? Verdict.Review, when, law?.Value);
    }

    private ConditionSheet? Condition(YamlTree value)
    {
        const string Example = "\"when: {parent_status: [ayah, ibu]}\"";
        if (value is not YamlTree.Map(var line, { Length: > 0 } entries))
        {
            mistakes.Add(value.Line, "wrong-type", $"A condition is steps with their answers, but here is {value.Kind}. Example: {Example}");
            return null;
        }

        ImmutableArray<ConditionSheet> parts = [.. entries.Select(Part).OfType<ConditionSheet>()];
        return parts is [var only] ? only : new ConditionSheet.All(line, parts);
    }

    private ConditionSheet? Part(YamlTree.Entry entry)
    {
        switch (entry.Key, entry.Value)
        {
            case ("any" or "all", YamlTree.List(_, { Length: > 0 } items)):
                ImmutableArray<ConditionSheet> inner = [.. items.Select(Condition).OfType<ConditionSheet>()];
                return entry.Key == "any" ? new ConditionSheet.Any(entry.Line, inner) : new ConditionSheet.All(entry.Line, inner);
            case ("any" or "all", _):
                mistakes.Add(entry.Line, "wrong-type", $"\"{entry.Key}\" is followed by a list of conditions. Example: \"{entry.Key}: [{{desil: tidak_tahu}}, {{poor: ya}}]\"");
                return null;
            case ("not", _):
                return Condition(entry.Value) is { } not ? new ConditionSheet.Not(entry.Line, not) : null;
            case (_, YamlTree.Map ages):
                return Age(entry, ages);
            default:
                var choices = Fields.Words(entry.Value, $"\"{entry.Key}: [ayah, ibu]\"", mistakes);
                return choices.IsEmpty ? null : new ConditionSheet.Is(entry.Line, new(entry.Line, entry.Key), choices);
        }
    }

    private ConditionSheet.Age Age(YamlTree.Entry entry, YamlTree.Map ages)
    {
        const int YearsMax = 150;
        var f = new Fields(ages, "a condition on an age", mistakes);
        int? Months(string bound) =>
            f.OptionalNumber($"{bound}_months", 0, YearsMax * 12, $"\"{bound}_months: 210\"")
            ?? f.OptionalNumber(bound, 0, YearsMax, $"\"{bound}: 18\"") * 12;
        var from = Months("age_from");
        var below = Months("age_below");
        f.Done();
        if (from is null && below is null) mistakes.Add(entry.Line, "missing-key", "A condition on an age has age_from or age_below. Example: \"child_birth_date: {age_from: 18}\"");
        return new(entry.Line, new(entry.Line, entry.Key), from ?? 0, below ?? Domain.Programmes.Condition.MonthsMax);
    }

    private Fields? Map(YamlTree? value, string where)
    {
        if (value is YamlTree.Map map) return new(map, where, mistakes);
        if (value is not null) mistakes.Add(value.Line, "wrong-type", $"{where} is {value.Kind}, but must be keys with values. Example: \"step: consent\"");
        return null;
    }
}
