using BansosBot.Configuration;
using BansosBot.Simulation;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Configuration;

public sealed class SettingsReaderTests : IDisposable
{
    private const string InventedToken = "1000001:TEST-token-of-an-invented-bot-000000";
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Nothing_written_gives_the_defaults()
    {
        var read = Read();
        Assert.Empty(read.Mistakes);
        Assert.Equal(("data", "keys", "", "http://127.0.0.1:8080"), (read.Settings.Storage.Path, read.Settings.KeysPath, read.Settings.Telegram.Token, read.Settings.Web.Urls));
        Assert.False(read.Settings.Demo);
    }

    [Fact]
    public void The_command_line_goes_before_the_environment_and_that_before_the_file()
    {
        File.WriteAllText(folder["appsettings.json"], """{ "Office": { "Name": "Dinas A", "Phone": "1", "Hours": "pagi" } }""");
        var read = Read(new() { ["Office__Name"] = "Dinas B", ["Office__Phone"] = "2" }, ("Office:Name", "Dinas C"));
        Assert.Empty(read.Mistakes);
        Assert.Equal(("Dinas C", "2", "pagi"), (read.Settings.Office.Name, read.Settings.Office.Phone, read.Settings.Office.Hours));
    }

    [Fact]
    public void A_later_list_replaces_the_whole_of_an_earlier_one()
    {
        File.WriteAllText(folder["appsettings.json"], """{ "Office": { "Holidays": ["2026-01-01", "2026-12-25"] } }""");
        Assert.Equal(2, Read().Settings.Office.Holidays.Count);
        Assert.Equal([new DateOnly(2026, 3, 20)], Read(new() { ["Office__Holidays"] = "2026-03-20" }).Settings.Office.Holidays);
    }

    [Fact]
    public void Names_are_read_in_any_case() =>
        Assert.Equal(InventedToken, Read(new() { ["TELEGRAM__TOKEN"] = InventedToken }).Settings.Telegram.Token);

    [Fact]
    public void Variables_of_other_programs_are_passed_over() =>
        Assert.Empty(Read(new() { ["OFFICE"] = "libre", ["Webpack__Urls"] = "x", ["PATH"] = "/bin" }).Mistakes);

    [Theory]
    [InlineData("Telegram:Token", "abc", "Telegram:Token: has not the form of a token")]
    [InlineData("Telegram:Mode", "Webhook", "Telegram:Mode=Webhook: is not available in this version; use Polling")]
    [InlineData("Telegram:Mode", "Pull", "Telegram:Mode: is neither Polling nor Webhook. Example: Polling")]
    [InlineData("Telegram:WebhookUrl", "https://a.go.id", "Telegram:WebhookUrl: belongs to Telegram:Mode=Webhook")]
    [InlineData("Telegram:WebhookSecret", "x", "Telegram:WebhookSecret: belongs to Telegram:Mode=Webhook")]
    [InlineData("Telegram:ApiBaseUrl", "telegram.org", "Telegram:ApiBaseUrl: is not http(s)://host")]
    [InlineData("Telegram:ApiBaseUrl", "https://api.telegram.org/bot", "Telegram:ApiBaseUrl: is not http(s)://host")]
    [InlineData("Telegram:MessagesPerSecond", "-1", "Telegram:MessagesPerSecond: \"-1\" is not a number from 0 (off) to 1000. Example: 30")]
    [InlineData("Telegram:MessagesPerSecondPerChat", "banyak", "Telegram:MessagesPerSecondPerChat: \"banyak\" is not a number from 0 (off) to 100. Example: 1")]
    [InlineData("Storage:Provider", "PostgreSql", "Storage:Provider=PostgreSql: is not available in this version; use LiteDb")]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider: \"Oracle\" is neither LiteDb nor PostgreSql. Example: LiteDb")]
    [InlineData("Storage:ConnectionString", "Host=x", "Storage:ConnectionString: belongs to Storage:Provider=PostgreSql")]
    [InlineData("Keys:Path", "data/keys", "Keys:Path: lies in Storage:Path")]
    [InlineData("Keys:Path", "data", "Keys:Path: lies in Storage:Path")]
    [InlineData("Storage:Path", "keys/data", "Keys:Path: lies in Storage:Path")]
    [InlineData("Programmes:Path", "/no/such/folder", "Programmes:Path: there is no folder \"/no/such/folder\"")]
    [InlineData("Web:Urls", "8080", "Web:Urls: \"8080\" is not an address to listen on. Example: http://127.0.0.1:8080")]
    [InlineData("Web:Urls", "https://127.0.0.1:8443", "Web:Urls: \"https://127.0.0.1:8443\": https is not available in this version")]
    [InlineData("Web:OperationsUrls", "http://127.0.0.1:8082/health", "Web:OperationsUrls: \"http://127.0.0.1:8082/health\" must be host and port alone")]
    [InlineData("Web:OperationsUrls", "http://127.0.0.1:8080", "Web:OperationsUrls: http://127.0.0.1:8080 is also in Web:Urls; each needs a port of its own")]
    [InlineData("Web:TrustedProxies", "proxy.local", "Web:TrustedProxies: \"proxy.local\" is not an IP address")]
    [InlineData("Office:Name", "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak Kota", "Office:Name: has 63 characters, at most 60 fit")]
    [InlineData("Office:Phone", "1\n2", "Office:Phone: must be one line")]
    [InlineData("Office:TimeZone", "WIB", "Office:TimeZone: \"WIB\" is not a time zone that this machine knows")]
    [InlineData("Office:QuietHours", "7-20", "Office:QuietHours: \"7-20\" is not an evening hour, a dash and a morning hour. Example: 20.00-07.00")]
    [InlineData("Office:QuietHours", "07.00-20.00", "Office:QuietHours: \"07.00-20.00\" is not")]
    [InlineData("Office:Holidays", "25-12-2026", "Office:Holidays: \"25-12-2026\" is not a date, year-month-day. Example: 2026-03-20, 2026-12-25")]
    [InlineData("Demo", "ya", "Demo: \"ya\" is neither true nor false. Example: Demo=true")]
    [InlineData("Telegram:Tokn", "1", "Telegram:Tokn: not a setting; did you mean Telegram:Token?")]
    [InlineData("Storage:Folder", "x", "Storage:Folder: not a setting; the sections are Telegram, Storage")]
    [InlineData("Telegram", "x", "Telegram: not a setting; it is a section, with Telegram:Token")]
    public void A_mistake_is_one_line_that_names_the_setting(string name, string value, string line)
    {
        var mistake = Assert.Single(Read([], (name, value)).Mistakes).ToString();
        Assert.StartsWith(line, mistake, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mistake);
    }

    [Theory]
    [InlineData("Telegram:MessagesPerSecond", "0")]
    [InlineData("Telegram:Mode", "polling")]
    [InlineData("Storage:Provider", "litedb")]
    [InlineData("Web:Urls", "http://*:8080;http://[::1]:8090")]
    [InlineData("Web:StaffUrls", "http://127.0.0.1:9000")]
    [InlineData("Web:TrustedProxies", "10.0.0.5, ::1")]
    [InlineData("Office:QuietHours", "21:30-06:00")]
    [InlineData("Telegram:Token", InventedToken)]
    [InlineData("Demo", "true")]
    public void What_is_right_is_taken(string name, string value) => Assert.Empty(Read([], (name, value)).Mistakes);

    [Fact]
    public void All_mistakes_are_named_at_once() =>
        Assert.Equal(3, Read(new() { ["Office__TimeZone"] = "WIB" }, ("Demo", "ya"), ("Keys:Pth", "x")).Mistakes.Length);

    [Fact]
    public void A_broken_file_is_named_with_its_line_and_none_of_its_text()
    {
        File.WriteAllText(folder["appsettings.json"], $"{{\n  \"Telegram\": {{ \"Token\": \"{InventedToken}\n  }}\n}}");
        var mistake = Assert.Single(Read().Mistakes).ToString();
        Assert.StartsWith("appsettings.json:2: is not valid JSON here", mistake, StringComparison.Ordinal);
        Assert.DoesNotContain("TEST-token", mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void No_mistake_shows_a_token_wherever_it_was_written()
    {
        var shown = new List<string>();
        foreach (var name in SettingNames.All.Append("Telegram:Tokn").Append($"Telegram:{InventedToken}").Append(InventedToken))
            shown.AddRange(Read([], (name, $"x{InventedToken} y")).Mistakes.Select(m => m.ToString()));
        Assert.True(shown.Count > 15, $"Only {shown.Count} mistakes: the test looks at too little.");
        Assert.DoesNotContain(shown, s => s.Contains("TEST-token", StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_file_is_right_and_names_every_setting_that_works()
    {
        File.Copy(Path.Combine(Repository.Root, "appsettings.example.json"), folder["appsettings.json"]);
        Assert.Empty(Read().Mistakes);
        var written = File.ReadAllText(folder["appsettings.json"]);
        string[] later = ["Telegram:WebhookUrl", "Telegram:WebhookSecret", "Storage:ConnectionString"];
        foreach (var name in SettingNames.All.Except(later)) Assert.Contains($"\"{name.Split(':')[^1]}\":", written, StringComparison.Ordinal);
    }

    private SettingsRead Read(Dictionary<string, string>? environment = null, params (string Name, string? Value)[] arguments) =>
        SettingsReader.Read(folder.Path, environment ?? [], arguments.Select(a => KeyValuePair.Create(a.Name, a.Value)));
}
