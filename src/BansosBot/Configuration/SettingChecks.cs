using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace BansosBot.Configuration;

/// <summary>Reads single values and notes each mistake; of a wrong one the default is taken, so that all are found at once.</summary>
internal sealed partial class SettingChecks(IReadOnlyDictionary<string, string> values, ICollection<SettingMistake> mistakes)
{
    private const int ShownMax = 60;

    /// <summary>A value as it may be printed: never one that looks like a token.</summary>
    public static string Shown(string value) => Secret().IsMatch(value) ? "(not shown: it looks like a secret)"
        : value.Length > ShownMax ? $"{value[..ShownMax].ReplaceLineEndings(" ")}..." : value.ReplaceLineEndings(" ");

    public void Wrong(string name, string wrong, string? example = null) => mistakes.Add(new(name, wrong, example));

    /// <returns>null: not set, or empty.</returns>
    public string? Text(string name) => values.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    public string Text(string name, string otherwise) => Text(name) ?? otherwise;

    /// <summary>Written as a list, or in one text with commas or semicolons.</summary>
    public ImmutableArray<string> List(string name) =>
    [
        .. values.Where(v => v.Key.Equals(name, StringComparison.OrdinalIgnoreCase) || (v.Key.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase) && SettingSources.WithoutIndex(v.Key).Length == name.Length))
            .OrderBy(v => v.Key.Length).ThenBy(v => v.Key, StringComparer.Ordinal)
            .SelectMany(v => v.Value.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    public string Line(string name, string otherwise, int most, string example)
    {
        var text = Text(name, otherwise);
        if (text.Any(char.IsControl)) Wrong(name, "must be one line", example);
        else if (text.Length > most) Wrong(name, $"has {text.Length} characters, at most {most} fit", example);
        else return text;
        return otherwise;
    }

    public double Number(string name, double otherwise, double most)
    {
        if (Text(name) is not { } text) return otherwise;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
        Wrong(name, $"\"{Shown(text)}\" is not a number from 0 (off) to {most.ToString(CultureInfo.InvariantCulture)}", otherwise.ToString(CultureInfo.InvariantCulture));
        return otherwise;
    }

    public bool Flag(string name)
    {
        if (Text(name) is not { } text) return false;
        if (bool.TryParse(text, out var flag)) return flag;
        Wrong(name, $"\"{Shown(text)}\" is neither true nor false", $"{name}=true");
        return false;
    }

    /// <summary>Addresses to listen on, joined by <c>;</c>.</summary>
    public string ListenUrls(string name, string otherwise)
    {
        if (List(name) is not { IsEmpty: false } urls) return otherwise;
        foreach (var url in urls)
        {
            var plain = url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
                Wrong(name, $"\"{Shown(url)}\" is not an address to listen on", otherwise);
            else if (uri.Scheme == "https")
                Wrong(name, $"\"{Shown(url)}\": https is not available in this version; listen on http and put a reverse proxy in front", otherwise);
            else if (uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
                Wrong(name, $"\"{Shown(url)}\" must be host and port alone, without a path", otherwise);
            else continue;
            return otherwise;
        }

        return string.Join(';', urls);
    }

    public ImmutableArray<IPAddress> Addresses(string name)
    {
        var addresses = ImmutableArray.CreateBuilder<IPAddress>();
        foreach (var text in List(name))
        {
            if (IPAddress.TryParse(text, out var address)) addresses.Add(address);
            else Wrong(name, $"\"{Shown(text)}\" is not an IP address", "127.0.0.1, 10.0.0.5");
        }

        return addresses.ToImmutable();
    }

    public IReadOnlySet<DateOnly> Days(string name)
    {
        var days = new HashSet<DateOnly>();
        foreach (var text in List(name))
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) days.Add(day);
            else Wrong(name, $"\"{Shown(text)}\" is not a date, year-month-day", "2026-03-20, 2026-12-25");
        }

        return days;
    }

    [GeneratedRegex(@"[0-9]{4,}(:|%3A)[A-Za-z0-9_-]{8,}|[A-Za-z0-9_-]{30,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();
}
