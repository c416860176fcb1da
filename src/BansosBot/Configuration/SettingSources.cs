using System.Collections;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BansosBot.Configuration;

/// <summary>
/// Where settings are written: <c>appsettings.json</c> in the working directory, then the environment
/// (<c>Telegram__Token</c>), then the command line (<c>--Telegram:Token=...</c>); a later one replaces the whole of an
/// earlier one, lists too.
/// </summary>
internal sealed partial class SettingSources
{
    public const string FileName = "appsettings.json";

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SettingMistake> mistakes = [];

    /// <summary>Text by name; a list's items by <c>Name:0</c>, <c>Name:1</c> ...</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    public IReadOnlyList<SettingMistake> Mistakes => mistakes;

    /// <param name="folder">Where the file may lie.</param>
    /// <param name="environment">All variables; those of other programs are passed over.</param>
    /// <param name="arguments">Name and value; null where no value was written.</param>
    public static SettingSources Read(string folder, IDictionary environment, IEnumerable<KeyValuePair<string, string?>> arguments)
    {
        var sources = new SettingSources();
        sources.Take(sources.OfFile(Path.Combine(folder, FileName)));
        sources.Take(OfEnvironment(environment));
        sources.Take(sources.OfArguments(arguments));
        return sources;
    }

    private void Take(IEnumerable<KeyValuePair<string, string>> source)
    {
        var written = source.ToList();
        foreach (var name in written.Select(w => WithoutIndex(w.Key)).Distinct(StringComparer.OrdinalIgnoreCase))
            foreach (var old in values.Keys.Where(k => WithoutIndex(k).Equals(name, StringComparison.OrdinalIgnoreCase)).ToList()) values.Remove(old);
        foreach (var (name, value) in written) values[name] = value;
    }

    private List<KeyValuePair<string, string>> OfFile(string path)
    {
        try
        {
            var file = new ConfigurationBuilder().AddJsonFile(path, optional: true, reloadOnChange: false).Build();
            return [.. file.AsEnumerable().Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Key, v.Value!))];
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            mistakes.Add(Unreadable(e));
            return [];
        }
    }

    // Never the reader's own words: they may quote what stands there, and that may be the token.
    private static SettingMistake Unreadable(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is JsonException { LineNumber: { } line })
                return new($"{FileName}:{line + 1}", "is not valid JSON here; look for a missing comma, quote or bracket on this line or the one before");
            if (inner is IOException or UnauthorizedAccessException)
                return new(FileName, "cannot be read by this user", $"chown bansosbot {FileName}");
        }

        return new(FileName, "is not a JSON object of sections, or names a setting twice", "{ \"Storage\": { \"Path\": \"data\" } }");
    }

    private static IEnumerable<KeyValuePair<string, string>> OfEnvironment(IDictionary environment)
    {
        foreach (DictionaryEntry variable in environment)
        {
            var name = ((string)variable.Key).Replace("__", ":", StringComparison.Ordinal);
            var isOurs = name.Contains(':', StringComparison.Ordinal)
                ? SettingNames.Sections.Contains(SettingNames.SectionOf(name), StringComparer.OrdinalIgnoreCase)
                : SettingNames.Find(name) is not null;
            if (isOurs) yield return new(name, (string?)variable.Value ?? "");
        }
    }

    private IEnumerable<KeyValuePair<string, string>> OfArguments(IEnumerable<KeyValuePair<string, string?>> arguments)
    {
        foreach (var (name, value) in arguments)
        {
            if (value is not null) yield return new(name, value);
            else mistakes.Add(new($"--{SettingChecks.Shown(name)}", "has no value; write it after a =", $"--{SettingNames.Find(name) ?? "Storage:Path"}=..."));
        }
    }

    internal static string WithoutIndex(string name) => Index().Replace(name, "");

    [GeneratedRegex(@":\d+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();
}
