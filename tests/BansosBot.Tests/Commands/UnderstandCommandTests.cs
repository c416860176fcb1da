using System.Text.Json;
using BansosBot.Programmes;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Understanding;

namespace BansosBot.Tests.Commands;

/// <summary>The verb as an operator and a script meet it; for the script as a process.</summary>
public sealed class UnderstandCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("bansos sy kpn cair", "schedule: acts at once.")]
    [InlineData("beras kpn dibagi di kasemen, trs bawa apa aja", "schedule, then documents_needed: two questions, answered in turn.", "place      Kec. Kasemen")]
    [InlineData("pkh sy ko berenti ya", "status: acts at once.", "programme  pkh")]
    [InlineData("cek YAPI-2025-000321 dong", "status: acts at once.", "case       YAPI-2025-000321")]
    [InlineData("ada anak dipukulin di sebelah rumah", "A child in danger is told of: emergency numbers and an officer, before everything else.")]
    [InlineData("http://bansos-2juta.xyz/isi", "scam_question: acts at once.", "link       http://bansos-2juta.xyz/isi")]
    public async Task A_phrase_is_explained(string text, params string[] lines)
    {
        var ended = await VerbCall.RunAsync(folder.Path, ["understand", text]);
        Assert.Equal((0, ""), (ended.Code, ended.Notes));
        var said = ended.Data.Split(Environment.NewLine);
        Assert.All(lines, line => Assert.Contains(line, said));
    }

    [Fact]
    public async Task Words_of_the_offices_own_programmes_are_known()
    {
        var own = Directory.CreateDirectory(folder["programmes"]).FullName;
        var shipped = await File.ReadAllTextAsync(Path.Combine(ProgrammeFiles.ShippedFolder, "sktm.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(own, "bedah-rumah.yaml"),
            shipped.Replace("programme: sktm", "programme: bedah-rumah", StringComparison.Ordinal).Replace("called: []", "called: [bedah omah, tukang ilalang]", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var ended = await VerbCall.RunAsync(folder.Path, ["understand", "tukang ilalang itu apa", $"--Programmes:Path={own}"]);

        Assert.Equal((0, ""), (ended.Code, ended.Notes));
        Assert.Contains("programme  bedah-rumah", ended.Data.Split(Environment.NewLine));
    }

    [Fact]
    public async Task A_list_is_counted_in_the_form_that_scripts_read()
    {
        var ended = await BotProcess.RunAsync(folder.Path, $"understand --file \"{LotsTests.PathOf("utterances")}\" --json");
        Assert.Equal((0, ""), (ended.Code, ended.Notes));
        var root = JsonDocument.Parse(ended.Data).RootElement;
        Assert.Equal(["count", "right", "wrong", "asked", "items"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(208, root.GetProperty("count").GetInt32());
        Assert.Equal(1, root.GetProperty("right").GetDouble() + root.GetProperty("wrong").GetDouble() + root.GetProperty("asked").GetDouble(), tolerance: 0.001);
        var items = root.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["text", "intent", "certainty", "outcome"], items[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(root.GetProperty("right").GetDouble(), items.Count(i => i.GetProperty("outcome").GetString() == "right") / 208.0, tolerance: 0.001);
    }

    [Fact]
    public async Task A_list_is_a_table_for_people_with_a_line_for_each_language()
    {
        var ended = await VerbCall.RunAsync(folder.Path, ["understand", "--file", LotsTests.PathOf("utterances")]);
        Assert.Equal(["language", "en", "id", "jv-serang", "su", "all"], ended.Data.Split('\n').Take(6).Select(l => l.Split(' ')[0]));
    }

    [Fact]
    public async Task A_list_that_does_not_say_what_is_meant_gives_the_items_only()
    {
        File.WriteAllText(folder["phrases.csv"], "text\n\"halo, pak\"\nsyaratnya apa aja\n");
        var ended = await VerbCall.RunAsync(folder.Path, ["understand", "--file", folder["phrases.csv"], "--json"]);
        Assert.Equal(0, ended.Code);
        var root = JsonDocument.Parse(ended.Data).RootElement;
        Assert.Equal(["count", "items"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["greeting", "documents_needed"], root.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("intent").GetString()!));
    }

    [Theory]
    [InlineData("", "phrases.csv:1: the file is empty.")]
    [InlineData("kalimat,intent\nhalo,greeting\n", "phrases.csv:1: the first line names the columns, and none is called text.")]
    [InlineData("text,intent\nhalo,greeting\nkapan cair, bu,schedule\n", "phrases.csv:3: 3 columns instead of 2; a text with a comma stands in quotes.")]
    [InlineData("text,intent\nhalo,salam\n", "phrases.csv:2: no such intent; known are menu, programmes,")]
    [InlineData("text,intent\n\"halo,greeting\n", "phrases.csv:2: a quote is opened and not closed.")]
    [InlineData("text,intent\n\"halo\" pak,greeting\n", "phrases.csv:2: something stands behind the closing quote.")]
    public async Task A_list_with_a_mistake_is_refused_with_file_line_reason_and_example(string csv, string begins)
    {
        File.WriteAllText(folder["phrases.csv"], csv);
        var ended = await VerbCall.RunAsync(folder.Path, ["understand", "--file", folder["phrases.csv"]]);
        Assert.Equal((2, ""), (ended.Code, ended.Data));
        Assert.StartsWith(begins, ended.Notes, StringComparison.Ordinal);
        Assert.EndsWith("Example: \"text,language,intent\" and below it \"kapan cair bu,id,schedule\"", ended.Notes.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("understand")]
    [InlineData("understand --json halo")]
    [InlineData("understand --file nowhere.csv")]
    [InlineData("understand --file nowhere.csv halo")]
    public async Task Wrong_use_is_one_line_and_2(string arguments)
    {
        var ended = await VerbCall.RunAsync(folder.Path, arguments.Split(' '));
        Assert.Equal((2, ""), (ended.Code, ended.Data));
        Assert.Single(ended.Notes.TrimEnd().Split('\n'));
        Assert.Contains("Example: ", ended.Notes, StringComparison.Ordinal);
    }
}
