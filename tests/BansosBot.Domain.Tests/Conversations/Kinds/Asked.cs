using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using Read = BansosBot.Domain.Conversations.Reading;

namespace BansosBot.Domain.Tests.Conversations.Kinds;

/// <summary>Puts one question by itself, as the engine would.</summary>
internal static class Asked
{
    public static readonly DateOnly Today = new(2025, 9, 23);

    public static Asking Of(QuestionKind kind, string? narrowed = null, int child = 0, params ReadOnlySpan<(string Key, Answer Answer)> before)
    {
        var answers = ImmutableDictionary<string, Answer>.Empty;
        foreach (var (key, answer) in before) answers = answers.SetItem(key, answer);
        var step = new Step { Name = "asked", Kind = kind, Part = Part.Form, TextKey = "Test.asked", PerChild = child > 0 };
        return new(step, new(answers, child), Today, narrowed);
    }

    /// <summary>What became of it in a word: taken, confirm, narrow, collected, or the key of the miss's sentence.</summary>
    public static string Became(this Read reading) => reading switch
    {
        Read.Taken => "taken",
        Read.Confirm => "confirm",
        Read.Narrow => "narrow",
        Read.Collected => "collected",
        Read.Miss(var why) => why.Key,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The answer that was understood; fails where none was.</summary>
    public static Answer Understood(this Read reading) => reading switch
    {
        Read.Taken(var answer, _) => answer,
        Read.Confirm(var answer, _) => answer,
        _ => throw new InvalidOperationException($"Not understood: {reading.Became()}"),
    };

    public static Nik NikOf(string digits) => ((Outcome<Nik>.Ok)Nik.Parse(digits)).Value;

    public static NomorKk KkOf(string digits) => ((Outcome<NomorKk>.Ok)NomorKk.Parse(digits)).Value;
}
