using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Commands;

/// <summary>Verbs as an operator meets them: exit code, data on stdout, notes on stderr.</summary>
public sealed class VerbsTests : IDisposable
{
    private const string InventedToken = "1000001:TEST-token-of-an-invented-bot-000000";
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--help")]
    [InlineData("run --help")]
    [InlineData("chat --help")]
    [InlineData("programmes check --help")]
    [InlineData("programmes try --help")]
    [InlineData("audit verify --help")]
    [InlineData("understand --help")]
    [InlineData("doctor --help")]
    public async Task Help_is_data_and_no_mistake(string arguments)
    {
        var ended = await BotProcess.RunAsync(folder.Path, arguments);
        Assert.Equal((0, ""), (ended.Code, ended.Notes));
        Assert.Contains("Usage:", ended.Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doktor", "doktor: not a command; did you mean doctor? See bansosbot --help.")]
    [InlineData("chat --hlp", "--hlp: not an option; did you mean --help? See bansosbot chat --help.")]
    [InlineData("audit verify --recipt x", "--recipt: not an option; did you mean --receipt? See bansosbot audit verify --help.")]
    [InlineData("--Token " + InventedToken, "--Token: not an option; did you mean --Telegram:Token=...? See bansosbot --help.")]
    [InlineData("--telegram-token=" + InventedToken, "--telegram-token: not an option; did you mean --Telegram:Token=...? See bansosbot --help.")]
    [InlineData(InventedToken, "There is a word too many. See bansosbot --help.")]
    [InlineData("programmes", "bansosbot programmes: which one? check, try. Example: bansosbot programmes check")]
    [InlineData("doctor --Telegram:Tokn=1 extra", "extra: not a command. See bansosbot doctor --help.")]
    [InlineData("run --Storage:Path", "--Storage:Path: has no value; write it after a =. Example: --Storage:Path=...")]
    [InlineData("run --Telegram:Tokn=1", "Telegram:Tokn: not a setting; did you mean Telegram:Token?")]
    public async Task Wrong_use_is_one_line_and_2(string arguments, string line)
    {
        var ended = await BotProcess.RunAsync(folder.Path, arguments);
        Assert.Equal((2, "", line), (ended.Code, ended.Data, ended.Notes.TrimEnd()));
    }

    [Fact]
    public async Task Wrong_configuration_names_everything_and_never_the_token()
    {
        var ended = await BotProcess.RunAsync(
            folder.Path, $"run --Telegram:Token={InventedToken}! --Telegram:ApiBaseUrl=https://x/bot{InventedToken} --Web:Urls={InventedToken}", "", ("Storage__Provider", "PostgreSql"));
        Assert.Equal(2, ended.Code);
        Assert.Equal(4, ended.Notes.TrimEnd().Split('\n').Length);
        Assert.DoesNotContain("TEST-token", ended.All, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.All, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_doctor_looks_before_the_first_start_and_changes_nothing()
    {
        var ended = await BotProcess.RunAsync(folder.Path, "doctor");
        Assert.Equal(0, ended.Code);
        Assert.Contains("ok     configuration: no mistakes", ended.Data, StringComparison.Ordinal);
        Assert.Contains("to do  office: Office:Phone is empty", ended.Data, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_doctor_names_what_is_wrong()
    {
        Directory.CreateDirectory(folder["prog"]);
        var ended = await BotProcess.RunAsync(folder.Path, "doctor --Office:QuietHours=malam --Programmes:Path=prog");
        Assert.Equal(1, ended.Code);
        Assert.Contains("WRONG  configuration: Office:QuietHours:", ended.Data, StringComparison.Ordinal);
        Assert.Contains("WRONG  programmes: prog:1: There is no programme file", ended.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_programmes_have_no_mistakes()
    {
        var ended = await BotProcess.RunAsync(folder.Path, "programmes check");
        Assert.Equal((0, "", "No mistakes."), (ended.Code, ended.Data, ended.Notes.TrimEnd()));
    }

    [Fact]
    public async Task A_mistake_in_a_programme_file_is_named_with_file_and_line()
    {
        Directory.CreateDirectory(folder["prog"]);
        await File.WriteAllTextAsync(folder["prog/x.yaml"], "programme: x\nkriteria: []\n", TestContext.Current.CancellationToken);
        var check = await BotProcess.RunAsync(folder.Path, "programmes check --Programmes:Path=prog");
        Assert.Equal(1, check.Code);
        Assert.Contains("x.yaml:2:", check.Data, StringComparison.Ordinal);
        var run = await BotProcess.RunAsync(folder.Path, "run --Programmes:Path=prog");
        Assert.Equal((2, check.Data), (run.Code, run.Notes));
    }

    [Fact]
    public async Task Nothing_to_verify_is_said_so()
    {
        var ended = await BotProcess.RunAsync(folder.Path, "audit verify");
        Assert.Equal((1, ""), (ended.Code, ended.Data));
        Assert.StartsWith("There is no database at 'data/bansosbot.db'.", ended.Notes, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
