using BansosBot.Simulation;
using BotApiServer;

namespace BansosBot.Benchmarks;

/// <summary>The first twelve messages of the shipped orphan application, answered smoothly.</summary>
internal static class Steps
{
    public static readonly IReadOnlyList<string> Walk =
    [
        "/daftar", "[Ayah dan ibu]", "12 Maret 2014", "[Benar]", "[Ya, KK-nya Kota Serang]", "[Tidak ada]", "[1]", "[Tidak ada]", "[Tidak]",
        "[Kakek atau nenek]", "[Boleh]", "(foto)",
    ];

    /// <summary>The same kinds of messages for a bot that answers each with one button: a press costs it a second request, as it does us.</summary>
    public static readonly IReadOnlyList<string> ForEcho = [.. Walk.Select(step => step.StartsWith('[') ? "[Ya]" : step)];

    /// <summary>Answers in the draft at the end: all but the command and the confirmation.</summary>
    public const int Answers = 10;

    /// <summary>As Telegram delivers a phone's photo: 1280 x 960.</summary>
    public static readonly Picture Photo = new(InventedPhoto.Draw(1280, 960), 1280, 960, Small: InventedPhoto.Draw(320, 240));
}
