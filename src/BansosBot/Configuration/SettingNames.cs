using System.Collections.Immutable;
using BansosBot.Domain.Reading;

namespace BansosBot.Configuration;

/// <summary>The names of all settings, also of those whose feature comes later.</summary>
internal static class SettingNames
{
    private const int SlipsMax = 3;

    public static readonly ImmutableArray<string> All =
    [
        "Telegram:Token", "Telegram:ApiBaseUrl", "Telegram:Mode", "Telegram:WebhookUrl", "Telegram:WebhookSecret",
        "Telegram:MessagesPerSecond", "Telegram:MessagesPerSecondPerChat",
        "Storage:Provider", "Storage:Path", "Storage:ConnectionString", "Storage:FreeMegabytesMin",
        "Keys:Path",
        "Programmes:Path",
        "Web:Urls", "Web:StaffUrls", "Web:OperationsUrls", "Web:TrustedProxies",
        "Office:Name", "Office:Address", "Office:Phone", "Office:Hours", "Office:TimeZone", "Office:QuietHours", "Office:Holidays",
        "Demo",
    ];

    public static readonly ImmutableArray<string> Sections = [.. All.Where(n => n.Contains(':', StringComparison.Ordinal)).Select(SectionOf).Distinct()];

    /// <returns>The name as it is written here; null: there is none, in whatever case.</returns>
    public static string? Find(string name) => All.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What somebody meant who wrote this: a slip of the finger, or the name without its section.</summary>
    public static string? Meant(string written)
    {
        var plain = written.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        var nearest = All.MinBy(n => Slips(n, plain))!;
        if (Slips(nearest, plain) <= Math.Min(SlipsMax, plain.Length / 3)) return nearest;
        var last = plain[(plain.LastIndexOf(':') + 1)..];
        return All.FirstOrDefault(n => n[(n.LastIndexOf(':') + 1)..].Equals(last, StringComparison.OrdinalIgnoreCase))
            ?? All.FirstOrDefault(n => n.Replace(":", "", StringComparison.Ordinal).Equals(plain, StringComparison.OrdinalIgnoreCase));
    }

    public static string SectionOf(string name) => name.Split(':')[0];

    private static int Slips(string name, string written) => EditDistance.Between(name.ToUpperInvariant(), written.ToUpperInvariant());
}
