using System.Collections.Immutable;

namespace BansosBot.Domain.Understanding;

/// <summary>By which words people call a programme.</summary>
/// <param name="Programme"><c>sekolah-rakyat</c>.</param>
/// <param name="Words">"sekolah rakyat", "sekola rakyat": small letters; one or several words each.</param>
/// <param name="As">The concept of the book that its words stand for; null: one of its own. Letters (SKTM) are asked about like letters.</param>
public sealed record ProgrammeWords(string Programme, ImmutableArray<string> Words, string? As = null)
{
    /// <summary>Reads lines of a programme and its words: <c>pkh: pkh, program keluarga harapan</c>, <c>sktm as kertas: sktm</c>.</summary>
    /// <exception cref="FormatException">A line that is none; with its number.</exception>
    public static ImmutableArray<ProgrammeWords> Read(string text)
    {
        var read = ImmutableArray.CreateBuilder<ProgrammeWords>();
        foreach (var (line, number) in text.Split('\n').Select((l, i) => (l.Trim(), i + 1)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split(':', 2) is not [var programme, var words]) throw new FormatException($"line {number}: a programme, a colon and its words are expected");
            var name = programme.Trim().Split(" as ", 2);
            read.Add(new(name[0], [.. words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], name.Length > 1 ? name[1] : null));
        }

        return read.ToImmutable();
    }
}
