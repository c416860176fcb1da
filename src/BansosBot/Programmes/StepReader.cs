using System.Collections.Immutable;
using BansosBot.Texts;

namespace BansosBot.Programmes;

/// <summary>Reads the questions of a programme file, or of those that programmes share.</summary>
/// <param name="shared">Questions that several programmes use; none while those themselves are read.</param>
/// <param name="keyOf">Key prefix of a step's texts.</param>
internal sealed class StepReader(Mistakes mistakes, SharedQuestions shared, TextFields texts, Func<string, string> keyOf)
{
    public const string Example = "\"- step: parent_status\"";

    private readonly ConditionReader conditions = new(mistakes);

    /// <summary>Reads <see cref="SharedQuestions.FileName"/>.</summary>
    public static SharedQuestions ReadShared(YamlTree.Map file, Mistakes mistakes, IEnumerable<TextEntry> translated)
    {
        var texts = new TextFields(mistakes);
        texts.Add(translated);
        var f = new Fields(file, "the shared questions", mistakes);
        var steps = new StepReader(mistakes, SharedQuestions.None, texts, SharedQuestions.KeyOf).Read(f.List("questions", Example), SheetPart.Criteria);
        f.Done();
        return new(steps, texts.Found);
    }

    public ImmutableArray<StepSheet> Read(ImmutableArray<YamlTree> items, SheetPart part) => [.. items.Select(i => Step(i, part)).OfType<StepSheet>()];

    // A shared question, with what this programme says otherwise.
    private StepSheet? Used(Fields f, SheetPart part)
    {
        var name = f.Word("use", "\"- use: desil\"");
        var (perChild, alwaysKnown) = (f.Flag("per_child"), part == SheetPart.Criteria && f.Flag("always_known"));
        var key = keyOf(name.Value);
        foreach (var (field, text) in ((string, string)[])[("ask", "Ask"), ("again", "Again"), ("help", "Help"), ("name", "Name")]) texts.Optional(f, field, $"{key}.{text}", $"\"{field}: ...\"");
        f.Done();
        if (shared.Find(name.Value) is not { } question)
        {
            if (name.Value.Length > 0) mistakes.Add(name.Line, "unknown-question", $"There is no question \"{name}\" in {SharedQuestions.FileName}. It has {string.Join(", ", shared.Steps.Select(s => s.Name.Value))}. Example: \"- use: {shared.Steps.Select(s => s.Name.Value).FirstOrDefault("desil")}\"");

            // Of an unknown kind, so that a rule about it is no further mistake: nobody knows its answers.
            return new() { Name = name, Kind = new(name.Line, ""), Part = part, IsShared = true, PerChild = perChild };
        }

        texts.Add(shared.TextsOf(name.Value, key, texts.Found));
        return question.At(name.Line) with { Part = part, IsShared = true, PerChild = perChild, AlwaysKnown = question.AlwaysKnown || alwaysKnown };
    }

    private StepSheet? Step(YamlTree item, SheetPart part)
    {
        if (mistakes.Map(item, "a step") is not { } f) return null;
        if (f.Has("use")) return Used(f, part);
        var name = f.Word("step", Example);
        var kind = f.Word("kind", "\"kind: choice\"");
        var entry = Kinds.Find(kind.Value);
        if (entry is null && kind.Value.Length > 0)
            mistakes.Add(kind.Line, "unknown-kind", $"There is no kind of question \"{kind}\". Kinds are {string.Join(", ", Kinds.Names)}. Example: \"kind: yes_no\"");

        var key = keyOf(name.Value);
        var step = new StepSheet
        {
            Name = name,
            Kind = kind,
            Part = part,
            PerChild = f.Flag("per_child"),
            AlwaysKnown = part == SheetPart.Criteria && f.Flag("always_known"),
            Often = part == SheetPart.Criteria ? Fields.Words(f.Take("often"), "\"often: tidak\"", mistakes) : [],
            When = f.Take("when") is { } when ? conditions.Read(when) : null,
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
            var example = $"\"{option.Name}: {(option.Values is [var value, ..] ? value : option.Range is { } r ? r.Least : "birth_date")}\"";
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
        const string OfChoice = "\"ayah: {label: Ayah, also: [bapak, papa]}\"";
        if (entry.Value is not YamlTree.Map map || map.Find("label") is null)
            return texts.Keep(entry.Value, key, OfChoice) ? new(name, LabelsOf(key), []) : null;

        var f = new Fields(map, "a choice", mistakes);
        var kept = texts.Required(f, "label", key, OfChoice);
        var also = Fields.Words(f.Take("also"), OfChoice, mistakes);
        f.Done();
        return kept ? new(name, LabelsOf(key), also) : null;
    }

    private ImmutableArray<string> LabelsOf(string key) => [.. texts.Found.Where(t => t.Key == key).Select(t => t.Text)];
}
