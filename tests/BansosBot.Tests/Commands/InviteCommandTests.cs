using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Commands;

/// <summary>The first of an office is invited at the machine, whether the bot runs or not.</summary>
public sealed class InviteCommandTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_line_lets_one_person_in_and_is_shown_to_no_log()
    {
        var ended = await BotProcess.RunAsync(folder.Path, "invite --role admin --name \"Bu Ani\"");

        Assert.Equal(0, ended.Code);
        Assert.Matches("^/start i_[0-9a-f]{32}\n$", ended.Data);
        Assert.DoesNotContain(ended.Data.Trim()["/start ".Length..], ended.Notes.Replace($"?start={ended.Data.Trim()["/start ".Length..]}", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var said = (await BotProcess.RunAsync(folder.Path, "chat", $"{ended.Data}/petugas\n{ended.Data}/keluar\n")).Data;
        foreach (var part in (string[])["Selamat bekerja di", "Bu Ani, admin.", "Chat ini sudah meja petugas"]) Assert.Contains(part, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_running_bot_it_goes_through_it()
    {
        using var bot = BotProcess.Start(folder.Path, $"--Web:Urls=http://127.0.0.1:0 --Web:OperationsUrls=http://127.0.0.1:{BotProcess.FreePort()}");
        await BotProcess.StartedAsync(bot);

        var ended = await BotProcess.RunAsync(folder.Path, "invite --role petugas");
        await BotProcess.StopAsync(bot);

        Assert.Equal(0, ended.Code);
        Assert.Contains("Selamat bekerja di", (await BotProcess.RunAsync(folder.Path, "chat", $"{ended.Data}/keluar\n")).Data, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invite", "--role: missing; ")]
    [InlineData("invite --role boss", "--role: no such role; ")]
    [InlineData("invite --role 3", "--role: no such role; ")]
    [InlineData("invite --role admin --name aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "--name: at most 40 letters on one line. ")]
    public async Task What_is_wrong_is_said_on_one_line_with_an_example(string arguments, string line)
    {
        var ended = await BotProcess.RunAsync(folder.Path, arguments);

        Assert.Equal((2, ""), (ended.Code, ended.Data));
        var note = Assert.Single(ended.Notes.TrimEnd().Split('\n'));
        Assert.StartsWith(line, note, StringComparison.Ordinal);
        Assert.Contains("Example: ", note, StringComparison.Ordinal);
    }
}
