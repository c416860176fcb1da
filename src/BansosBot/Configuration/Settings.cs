using System.Collections.Immutable;
using System.Net;

namespace BansosBot.Configuration;

/// <summary>Everything that can be set, checked: design.md, "Configuration and commands".</summary>
public sealed record Settings
{
    public TelegramSettings Telegram { get; init; } = new();

    public StorageSettings Storage { get; init; } = new();

    /// <summary><c>Keys:Path</c>: folder of the keys, never inside <c>Storage:Path</c>.</summary>
    public string KeysPath { get; init; } = "keys";

    /// <summary><c>Programmes:Path</c>: other programme files; null: the shipped ones.</summary>
    public string? ProgrammesPath { get; init; }

    public WebSettings Web { get; init; } = new();

    public OfficeSettings Office { get; init; } = new();

    /// <summary>Loads invented people and cases; never on data that exists.</summary>
    public bool Demo { get; init; }
}

/// <param name="Token">Empty: no Telegram.</param>
/// <param name="ApiBaseUrl">Another Bot API server; null: Telegram's.</param>
/// <param name="MessagesPerSecond">Over all chats; 0: off.</param>
/// <param name="MessagesPerSecondPerChat">With a burst of 5; 0: off.</param>
public sealed record TelegramSettings(
    string Token = "", Uri? ApiBaseUrl = null, double MessagesPerSecond = 30, double MessagesPerSecondPerChat = 1);

/// <param name="Path">Folder of the database and the documents.</param>
/// <param name="FreeMegabytesMin">With less room on its disk photos are refused, with a fifth of it whatever is new; 0: off.</param>
public sealed record StorageSettings(string Path = "data", int FreeMegabytesMin = 500);

/// <param name="Urls">Web chat; several with <c>;</c> between them.</param>
/// <param name="OperationsUrls">Health; several with <c>;</c> between them.</param>
public sealed record WebSettings(string Urls = "http://127.0.0.1:8080", string OperationsUrls = "http://127.0.0.1:8082")
{
    /// <summary>Proxies whose word is taken for where a visitor comes from.</summary>
    public ImmutableArray<IPAddress> TrustedProxies { get; init; } = [];
}

public sealed record OfficeSettings
{
    public string Name { get; init; } = "Dinas Sosial Kota Serang";

    public string Address { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Hours { get; init; } = "";

    public string TimeZone { get; init; } = "Asia/Jakarta";

    public TimeOnly QuietFrom { get; init; } = new(20, 0);

    public TimeOnly QuietUntil { get; init; } = new(7, 0);

    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();
}
