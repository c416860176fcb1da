using BansosBot.Domain;

namespace BansosBot.Texts;

/// <summary>One sentence or label as somebody wrote it.</summary>
/// <param name="Key">Where it is said. May end in <c>#list</c> or <c>#label</c>: see <see cref="TextKind"/>.</param>
/// <param name="Where">For the person who will mend it: <c>Texts/parts/menu.id.yaml:12</c>.</param>
public sealed record TextEntry(Language Language, string Key, string Text, string Where);

/// <summary>Something to mend in a text.</summary>
/// <param name="Where">File and line.</param>
/// <param name="Key">Empty where the line has none.</param>
/// <param name="Rule">A short name to search for: <c>duplicate</c>, <c>sentence-length</c>.</param>
public sealed record TextMistake(string Where, string Key, string Rule, string Reason)
{
    /// <summary>One line, as compilers write it.</summary>
    public override string ToString() => Key.Length == 0 ? $"{Where}: {Reason} [{Rule}]" : $"{Where}: {Key}: {Reason} [{Rule}]";
}

/// <summary>What a text is for; it decides which limits of the linter apply.</summary>
public enum TextKind
{
    /// <summary>A message, or words inside one.</summary>
    Message,

    /// <summary>A list, a receipt, a summary (<c>Key#list</c>): may be long, its sentences may not.</summary>
    List,

    /// <summary>On a button (<c>Key#label</c>, or a part of the key is <c>Button</c> or <c>Choice</c>).</summary>
    Label,
}

/// <summary>The texts cannot be used as they are.</summary>
public sealed class TextsBroken(IReadOnlyCollection<TextMistake> mistakes)
    : Exception(string.Join('\n', mistakes))
{
    public IReadOnlyCollection<TextMistake> Mistakes { get; } = mistakes;
}

/// <summary>A text was asked for that cannot be made. Names the key and the placeholder, never a value.</summary>
public sealed class CannotSay : Exception
{
    private CannotSay(string key, string? placeholder, string reason)
        : base(placeholder is null ? $"{key}: {reason}" : $"{key}, {{{placeholder}}}: {reason}")
    {
        Key = key;
        Placeholder = placeholder;
    }

    public string Key { get; }

    /// <summary>null: the text itself is missing.</summary>
    public string? Placeholder { get; }

    internal static CannotSay NoText(string key) => new(key, null, "no text in any language");

    internal static CannotSay NoValue(string key, string placeholder) => new(key, placeholder, "no value was given");

    internal static CannotSay NotAssigned(string key, string placeholder) =>
        new(key, placeholder, "the store has not assigned it yet");

    internal static CannotSay Impossible(string key, string placeholder) =>
        new(key, placeholder, "a value that cannot be put into words");
}
