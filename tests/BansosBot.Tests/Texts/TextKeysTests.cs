using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Simulation;
using BansosBot.Tests.Transcripts;
using BansosBot.Texts;

namespace BansosBot.Tests.Texts;

/// <summary>No text that code names is missing, and none is there that nobody says.</summary>
public sealed class TextKeysTests
{
    // What a step's texts are called, by the kinds that say them: QuestionKind and Kinds/.
    private static readonly string[] OfSteps = ["Ask", "Again", "Help", "Name", "HowToGet", "AskAfterReading", "Notice"];

    private static readonly KeysInCode Code = KeysInCode.Of(Sources());
    private static readonly HashSet<string> Texts = [.. TextBook.Shipped(Shipped.Texts).Keys];

    [Fact]
    public void Every_key_that_code_names_has_its_text() => Assert.Empty(Code.Without(Texts));

    [Fact]
    public void Every_text_is_named_by_code_or_by_a_step() =>
        Assert.Empty(Unsaid(Texts));

    [Fact]
    public void A_planted_key_without_text_is_found() =>
        Assert.Equal(["Menu.Greetings"], KeysInCode.Of("""scene.Ask([new Say("Menu.Greetings"), new("Menu.Greeting")]); log("Nothing.Of.Ours");""").Without(Texts));

    [Fact]
    public void A_planted_text_that_nobody_says_is_found() =>
        Assert.Equal(["Menu.SaidByNobody", "Programme.yapi.gone_step.Ask"], Unsaid([.. Texts, "Menu.SaidByNobody", "Programme.yapi.gone_step.Ask"]).Except(Unsaid(Texts)).Order(StringComparer.Ordinal));

    [Fact]
    public void A_key_with_a_hole_stands_for_those_that_fill_it()
    {
        var code = KeysInCode.Of("""new Say($"Odd.{odd.Kind}"), new Say($"{step.TextKey}.Ask"), new($"Programme.{name}.{text}")""");

        Assert.True(code.Name("Odd.Sticker"));
        Assert.False(code.Name("Odd.Sticker.Ask"));
        Assert.False(code.Name("Programme.yapi.Title"));
    }

    private static IEnumerable<string> Unsaid(IEnumerable<string> texts)
    {
        var flows = Shipped.Talk.Errands.Select(e => e.Flow).OfType<Flow>().ToList();
        var steps = flows.SelectMany(f => f.Steps).SelectMany(s => OfSteps.Select(t => $"{s.TextKey}.{t}")
            .Concat(s.Kind.Choices(new(s, new(System.Collections.Immutable.ImmutableDictionary<string, Answer>.Empty, 0), default, null)).Select(c => c.Label.Key)));
        var rules = flows.Select(f => f.Programme).OfType<Programme>().SelectMany(p => p.Rules.Select(r => ProgrammeTexts.OfRule(p.Name, r.Name)));
        var programmes = Shipped.Programmes.Select(p => p.Programme).SelectMany(p => ProgrammeTextsSaid().Select(t => ProgrammeTexts.Key(p.Name, t)));
        HashSet<string> said = [.. steps, .. rules, .. programmes, .. Wording.ValueKeys];
        return texts.Where(k => !said.Contains(k) && !Code.Name(k));
    }

    // A constant that only the reader of programme files names is read and never said.
    private static IEnumerable<string> ProgrammeTextsSaid() => typeof(ProgrammeTexts).GetFields().Where(f => f.IsLiteral)
        .Where(f => Sources("BansosBot.Domain").Any(s => s.Contains($"ProgrammeTexts.{f.Name}", StringComparison.Ordinal)))
        .Select(f => (string)f.GetRawConstantValue()!);

    private static IEnumerable<string> Sources(string project = "") =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor" && !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin")).Select(File.ReadAllText);
}
