using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using BansosBot.Storage.Keys;

namespace BansosBot.Configuration;

/// <summary>What was read: the settings, or all that is wrong with them.</summary>
/// <param name="Settings">To be used only where <paramref name="Mistakes"/> is empty.</param>
public sealed record SettingsRead(Settings Settings, ImmutableArray<SettingMistake> Mistakes);

/// <summary>Makes <see cref="Settings"/> of what is written, and finds every mistake at once.</summary>
internal static partial class SettingsReader
{
    private const string NotYet = "is not available in this version";

    public static SettingsRead Read(string folder, IDictionary environment, IEnumerable<KeyValuePair<string, string?>> arguments)
    {
        var sources = SettingSources.Read(folder, environment, arguments);
        var mistakes = sources.Mistakes.ToList();
        mistakes.AddRange(Unknown(sources.Values.Keys));
        var check = new SettingChecks(sources.Values, mistakes);
        var demo = check.Flag("Demo");
        var settings = new Settings
        {
            Telegram = Telegram(check),
            Storage = Storage(check),
            KeysPath = check.Text("Keys:Path", "keys"),
            ProgrammesPath = Programmes(check),
            Web = Web(check),
            Office = Office(check, demo),
            Demo = demo,
        };
        Apart(settings, check);
        return new(settings, [.. mistakes]);
    }

    private static IEnumerable<SettingMistake> Unknown(IEnumerable<string> names)
    {
        foreach (var name in names.Select(SettingSources.WithoutIndex).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (SettingNames.Find(name) is not null) continue;
            var section = SettingNames.Sections.FirstOrDefault(s => s.Equals(name, StringComparison.OrdinalIgnoreCase));
            var hint = section is not null ? $"it is a section, with {string.Join(", ", SettingNames.All.Where(n => SettingNames.SectionOf(n) == section))}"
                : SettingNames.Meant(name) is { } meant ? $"did you mean {meant}?"
                : $"the sections are {string.Join(", ", SettingNames.Sections)}";
            yield return new(SettingChecks.Shown(name), $"not a setting; {hint}");
        }
    }

    private static TelegramSettings Telegram(SettingChecks check)
    {
        var token = check.Text("Telegram:Token", "");
        if (token.Length > 0 && !Token().IsMatch(token))
            check.Wrong("Telegram:Token", "has not the form of a token: digits, a colon, about 35 letters and digits, as @BotFather gives it", "123456789:AbCdEf...");
        if (check.Text("Telegram:Mode") is { } mode && !mode.Equals("Polling", StringComparison.OrdinalIgnoreCase))
        {
            if (mode.Equals("Webhook", StringComparison.OrdinalIgnoreCase)) check.Wrong("Telegram:Mode=Webhook", $"{NotYet}; use Polling");
            else check.Wrong("Telegram:Mode", "is neither Polling nor Webhook", "Polling");
        }

        foreach (var name in new[] { "Telegram:WebhookUrl", "Telegram:WebhookSecret" })
            if (check.Text(name) is not null) check.Wrong(name, $"belongs to Telegram:Mode=Webhook, which {NotYet}; leave it empty");
        return new(
            token, ApiBaseUrl(check),
            check.Number("Telegram:MessagesPerSecond", 30, most: 1_000),
            check.Number("Telegram:MessagesPerSecondPerChat", 1, most: 100));
    }

    // Its value is not printed: some write the whole address with the token in it.
    private static Uri? ApiBaseUrl(SettingChecks check)
    {
        if (check.Text("Telegram:ApiBaseUrl") is not { } text) return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0) return uri;
        check.Wrong("Telegram:ApiBaseUrl", "is not http(s)://host or http(s)://host:port, without a path and without the token", "http://127.0.0.1:8081");
        return null;
    }

    private static StorageSettings Storage(SettingChecks check)
    {
        if (check.Text("Storage:Provider") is { } provider && !provider.Equals("LiteDb", StringComparison.OrdinalIgnoreCase))
        {
            if (provider.Equals("PostgreSql", StringComparison.OrdinalIgnoreCase)) check.Wrong("Storage:Provider=PostgreSql", $"{NotYet}; use LiteDb");
            else check.Wrong("Storage:Provider", $"\"{SettingChecks.Shown(provider)}\" is neither LiteDb nor PostgreSql", "LiteDb");
        }

        if (check.Text("Storage:ConnectionString") is not null)
            check.Wrong("Storage:ConnectionString", $"belongs to Storage:Provider=PostgreSql, which {NotYet}; leave it empty");
        var path = check.Text("Storage:Path", "data");
        if (File.Exists(path)) check.Wrong("Storage:Path", $"\"{SettingChecks.Shown(path)}\" is a file, it must be a folder", "data");
        return new(path, (int)check.Number("Storage:FreeMegabytesMin", new StorageSettings().FreeMegabytesMin, most: 1_000_000));
    }

    private static string? Programmes(SettingChecks check)
    {
        if (check.Text("Programmes:Path") is not { } path) return null;
        if (!Directory.Exists(path)) check.Wrong("Programmes:Path", $"there is no folder \"{SettingChecks.Shown(path)}\"; leave it empty for the programmes that are shipped", "/srv/bansosbot/programmes");
        return path;
    }

    private static WebSettings Web(SettingChecks check)
    {
        var web = new WebSettings(
            check.ListenUrls("Web:Urls", "http://127.0.0.1:8080"),
            check.ListenUrls("Web:OperationsUrls", "http://127.0.0.1:8082"))
        { TrustedProxies = check.Addresses("Web:TrustedProxies") };
        var staff = check.ListenUrls("Web:StaffUrls", "http://127.0.0.1:8081");
        var doors = new[] { ("Web:Urls", web.Urls), ("Web:StaffUrls", staff), ("Web:OperationsUrls", web.OperationsUrls) }
            .SelectMany(d => d.Item2.Split(';').Select(url => (Name: d.Item1, Url: url))).ToList();
        foreach (var same in doors.Where(d => !d.Url.EndsWith(":0", StringComparison.Ordinal)).GroupBy(d => d.Url.TrimEnd('/'), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            check.Wrong(same.Last().Name, $"{same.Key} is also in {same.First().Name}; each needs a port of its own", "http://127.0.0.1:8082");
        return web;
    }

    private static OfficeSettings Office(SettingChecks check, bool demo)
    {
        var (from, until) = QuietHours(check);
        var zone = check.Text("Office:TimeZone", "Asia/Jakarta");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            check.Wrong("Office:TimeZone", $"\"{SettingChecks.Shown(zone)}\" is not a time zone that this machine knows (is tzdata installed?)", "Asia/Jakarta");
        return new()
        {
            Name = check.Line("Office:Name", new OfficeSettings().Name, most: demo ? 51 : 60, "Dinas Sosial Kota Serang"),      // Telegram's short description has room for no more, with " (contoh)" in a demo
            Address = check.Line("Office:Address", "", most: 200, "Jl. Contoh No. 1, Serang"),
            Phone = check.Line("Office:Phone", "", most: 40, "(0254) 000000"),
            Hours = check.Line("Office:Hours", "", most: 100, "Senin-Kamis 08.00-15.00, Jumat 08.00-14.00"),
            TimeZone = zone,
            QuietFrom = from,
            QuietUntil = until,
            Holidays = check.Days("Office:Holidays"),
        };
    }

    private static (TimeOnly From, TimeOnly Until) QuietHours(SettingChecks check)
    {
        var (from, until) = (new OfficeSettings().QuietFrom, new OfficeSettings().QuietUntil);
        if (check.Text("Office:QuietHours") is not { } text) return (from, until);
        var parts = text.Replace('.', ':').Split('-', StringSplitOptions.TrimEntries);
        if (parts.Length == 2 && Hour(parts[0]) is { } begin && Hour(parts[1]) is { } end && begin > end) return (begin, end);
        check.Wrong("Office:QuietHours", $"\"{SettingChecks.Shown(text)}\" is not an evening hour, a dash and a morning hour", "20.00-07.00");
        return (from, until);
    }

    private static TimeOnly? Hour(string text) =>
        TimeOnly.TryParseExact(text, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? hour : null;

    private static void Apart(Settings settings, SettingChecks check)
    {
        try
        {
            KeyFolder.MustLieApart(settings.KeysPath, settings.Storage.Path);
        }
        catch (KeyFolderException)
        {
            check.Wrong("Keys:Path", "lies in Storage:Path, or Storage:Path in it; they must lie apart, so that a copy of the data never holds its keys", "Storage:Path=data Keys:Path=keys");
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            check.Wrong("Keys:Path", "or Storage:Path is not a path that can be used", "Storage:Path=data Keys:Path=keys");
        }
    }

    [GeneratedRegex("^[0-9]{2,16}:[A-Za-z0-9_-]{20,}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
