using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;

namespace BansosBot.Programmes;

/// <summary>The kinds of question that a programme file can name, with the options that each has.</summary>
internal static class Kinds
{
    private const int PagesUsual = 5, LettersUsual = 300, ChildrenUsual = 10;

    /// <summary>What a kind needs to be made.</summary>
    /// <param name="TextKey">Where the step's texts hang.</param>
    public sealed record Making(StepSheet Step, string TextKey, PreCheck PreCheck);

    /// <summary>An option of a kind.</summary>
    /// <param name="Values">What it may be; empty: see <paramref name="Range"/>, or the name of a step.</param>
    /// <param name="Range">Bounds of a number; null: none.</param>
    public sealed record Option(string Name, ImmutableArray<string> Values, (int Least, int Most)? Range, bool IsRequired);

    public sealed record Entry(string Name, ImmutableArray<Option> Options, Func<Making, QuestionKind> Make)
    {
        /// <summary>Its answers are choices that conditions can ask for.</summary>
        public bool HasChoices => Name is "choice" or "yes_no";
    }

    private static readonly FrozenDictionary<string, Entry> All = new Entry[]
    {
        new("choice", [], m => new ChoiceKind([.. m.Step.Choices.Select(c => ChoiceOf(c, m.TextKey))])),
        new("yes_no", [], m => new YesNoKind(AllowsDoNotKnow: m.Step.Part == SheetPart.Criteria && !m.Step.AlwaysKnown)),
        new("date", [OneOf("about", "child", "guardian", "anybody", "paper")], m => new DateKind(
            m.Step.Option("about") switch
            {
                "child" => DateOf.ChildBirth,
                "guardian" => DateOf.AdultBirth,
                "anybody" => DateOf.AnyBirth,
                _ => DateOf.Paper,
            },
            AllowsDoNotKnow: m.Step.Part == SheetPart.Criteria && !m.Step.AlwaysKnown)),
        new("nik", [OneOf("about", "child", "guardian"), StepNamed("birth_date"), StepNamed("sex"), StepNamed("kelurahan"), OneOf("optional", isRequired: false, "true", "false")], m => new NikKind(
            m.Step.Option("about") == "child" ? NikOf.Child : NikOf.Guardian, m.Step.Option("birth_date"), m.Step.Option("sex"), m.Step.Option("kelurahan"), m.Step.Option("optional") == "true")),
        new("kk", [], _ => new KkKind()),
        new("person_name", [StepNamed("other_than")], m => new PersonNameKind(m.Step.Option("other_than"))),
        new("phone", [], _ => new PhoneKind()),
        new("kelurahan", [], _ => new KelurahanKind()),
        new("address", [], _ => new AddressKind()),
        new("amount", [], _ => new AmountKind()),
        new("documents", [Count("pages", DocumentsKind.PagesMax), OneOf("optional", isRequired: false, "true", "false")], m => new DocumentsKind(
            Number(m.Step, "pages", PagesUsual), m.Step.Option("optional") == "true")),
        new("more_children", [Count("children_most", MoreChildrenKind.ChildrenMax)], m => new MoreChildrenKind(Number(m.Step, "children_most", ChildrenUsual))),
        new("free_text", [Count("letters_most", FreeTextKind.LettersMax)], m => new FreeTextKind(Number(m.Step, "letters_most", LettersUsual))),
        new("consent", [], m => new ConsentKind(m.PreCheck)),
        new("verdict", [], m => new VerdictKind(m.PreCheck)),
    }.ToFrozenDictionary(e => e.Name);

    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    public static Entry? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>Options whose value is the name of an earlier step, with the kind that step must be of.</summary>
    public static readonly FrozenDictionary<string, string> KindOfStepNamed = new Dictionary<string, string>
    {
        ["birth_date"] = "date",
        ["sex"] = "choice",
        ["kelurahan"] = "kelurahan",
        ["other_than"] = "person_name",
    }.ToFrozenDictionary();

    private static Option OneOf(string name, params ImmutableArray<string> values) => new(name, values, null, IsRequired: true);

    private static Option OneOf(string name, bool isRequired, params ImmutableArray<string> values) => new(name, values, null, isRequired);

    private static Option Count(string name, int most) => new(name, [], (1, most), IsRequired: false);

    private static Option StepNamed(string name) => new(name, [], null, IsRequired: false);

    private static int Number(StepSheet step, string option, int usual) =>
        step.Option(option) is { } value ? int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) : usual;

    private static Choice ChoiceOf(ChoiceSheet c, string textKey)
    {
        var spoken = c.Labels.Concat(c.Also.Select(a => a.Value)).Select(Everywhere.Plain);
        if (c.Name.Value == Answer.DoNotKnow) spoken = spoken.Concat(DoNotKnowWords.All);
        return new(c.Name.Value, new Say($"{textKey}.Choice.{c.Name.Value}"), [.. spoken.Distinct()]);
    }
}
