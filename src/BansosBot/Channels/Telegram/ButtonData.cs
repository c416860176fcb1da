using System.Globalization;

namespace BansosBot.Channels.Telegram;

/// <summary>What a button carries: its version, the question's number and which choice it is. Never a meaning, never a name.</summary>
/// <remarks>Bot API, InlineKeyboardButton.callback_data: 1 to 64 bytes. Three numbers stay far below.</remarks>
public static class ButtonData
{
    private const string Version = "1";

    public static string Write(int question, int choice) => string.Create(CultureInfo.InvariantCulture, $"{Version}:{question}:{choice}");

    /// <returns>The press; <c>(-1, -1)</c>, which no question has, where the data is none of ours or of another version.</returns>
    public static (int Question, int Choice) Read(string? data) =>
        data?.Split(':') is [Version, var question, var choice]
            && int.TryParse(question, NumberStyles.None, CultureInfo.InvariantCulture, out var q)
            && int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var c)
            ? (q, c)
            : (-1, -1);
}
