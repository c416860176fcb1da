using System.Collections.Immutable;

namespace BansosBot.Commands;

/// <summary>A command line, taken apart: settings go to the configuration, the rest says what to do.</summary>
/// <param name="Words">Verb and options.</param>
/// <param name="Settings"><c>--Section:Key=value</c>, <c>--Section:Key value</c>, <c>--Demo</c>; null: the value is missing.</param>
internal sealed record Arguments(ImmutableArray<string> Words, ImmutableArray<KeyValuePair<string, string?>> Settings)
{
    public static Arguments Split(IReadOnlyList<string> args)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var settings = ImmutableArray.CreateBuilder<KeyValuePair<string, string?>>();
        for (var i = 0; i < args.Count; i++)
        {
            if (Name(args[i]) is not { } name)
            {
                words.Add(args[i]);
                continue;
            }

            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0) settings.Add(new(name, args[i][(equals + 1)..]));
            else if (IsSwitch(name)) settings.Add(new(name, i + 1 < args.Count && bool.TryParse(args[i + 1], out _) ? args[++i] : "true"));
            else settings.Add(new(name, i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : null));
        }

        return new(words.ToImmutable(), settings.ToImmutable());
    }

    /// <returns>The setting's name; null: not a setting.</returns>
    private static string? Name(string arg)
    {
        if (!arg.StartsWith("--", StringComparison.Ordinal)) return null;
        var name = arg[2..].Split('=')[0];
        return name.Contains(':', StringComparison.Ordinal) || IsSwitch(name) ? name : null;
    }

    private static bool IsSwitch(string name) => name.Equals("Demo", StringComparison.OrdinalIgnoreCase);
}
