using System.Collections.Immutable;
using System.Globalization;

namespace BansosBot.Programmes;

/// <summary>Takes the keys of one place of a file, each once; what was not taken is unknown.</summary>
/// <param name="where">What the place is, for mistakes: "a step".</param>
internal sealed class Fields(YamlTree.Map map, string where, Mistakes mistakes)
{
    private readonly HashSet<string> taken = [];

    public int Line => map.Line;

    public Mistakes Mistakes => mistakes;

    public YamlTree? Take(string key)
    {
        taken.Add(key);
        return map.Find(key)?.Value;
    }

    public bool Has(string key) => map.Find(key) is not null;

    /// <summary>Takes a value that must be there.</summary>
    public YamlTree? Required(string key, string example)
    {
        if (Take(key) is { } value) return value;
        mistakes.Add(map.Line, "missing-key", $"\"{key}\" is missing in {where}. Example: {example}");
        return null;
    }

    /// <summary>A word that must be there; empty where it is not, which is then a mistake already.</summary>
    public Word Word(string key, string example) => WordOf(Required(key, example), key, example) ?? new(map.Line, "");

    public Word? OptionalWord(string key, string example) => WordOf(Take(key), key, example);

    public int Number(string key, int least, int most, string example) => NumberOf(Required(key, example), key, least, most, example) ?? least;

    public int? OptionalNumber(string key, int least, int most, string example) => NumberOf(Take(key), key, least, most, example);

    public bool Flag(string key)
    {
        var value = OptionalWord(key, $"\"{key}: true\"");
        if (value is not { } word) return false;
        if (word.Value is "true" or "false") return word.Value == "true";
        mistakes.Add(word.Line, "wrong-type", $"\"{key}\" is true or false, not \"{word.Value}\". Example: \"{key}: true\"");
        return false;
    }

    public ImmutableArray<YamlTree> List(string key, string example, bool required = true)
    {
        var value = required ? Required(key, example) : Take(key);
        if (value is YamlTree.List(_, var items)) return items;
        if (value is not null) mistakes.Add(value.Line, "wrong-type", $"\"{key}\" is {value.Kind}, but must be a list. Example: {example}");
        return [];
    }

    /// <summary>Names what was not taken.</summary>
    public void Done()
    {
        foreach (var entry in map.Entries.Where(e => !taken.Contains(e.Key)))
        {
            var near = taken.Where(t => Alike(t, entry.Key)).Order(StringComparer.Ordinal).FirstOrDefault();
            mistakes.Add(entry.Line, "unknown-key", near is null
                ? $"\"{entry.Key}\" is no key of {where}. It may have: {string.Join(", ", taken.Order(StringComparer.Ordinal))}"
                : $"\"{entry.Key}\" is no key of {where}. Meant \"{near}\"?");
        }
    }

    /// <summary>A list of words, or one word alone.</summary>
    public static ImmutableArray<Word> Words(YamlTree? value, string example, Mistakes mistakes)
    {
        switch (value)
        {
            case null:
                return [];
            case YamlTree.Text(var begun, ['-', ..]):
                mistakes.Add(begun, "wrong-type", $"A list has a hyphen and a space before each line of it, or stands in brackets. Example: {example}");
                return [];
            case YamlTree.Text(var line, var text) when text.Length > 0:
                return [new(line, text)];
            case YamlTree.List(_, var items) when items.All(i => i is YamlTree.Text { Value.Length: > 0 }):
                return [.. items.Cast<YamlTree.Text>().Select(t => new Word(t.Line, t.Value))];
            default:
                mistakes.Add(value.Line, "wrong-type", $"{Capital(value.Kind)} where words are wanted. Example: {example}");
                return [];
        }
    }

    private Word? WordOf(YamlTree? value, string key, string example)
    {
        if (value is null) return null;
        if (value is YamlTree.Text(var line, var text) && text.Length > 0) return new(line, text);
        mistakes.Add(value.Line, "wrong-type", $"\"{key}\" is {value.Kind}, but must be a word. Example: {example}");
        return null;
    }

    private int? NumberOf(YamlTree? value, string key, int least, int most, string example)
    {
        if (WordOf(value, key, example) is not { } word) return null;

        // "010" is 8 to some readers of YAML and 10 to people: nobody writes it.
        if (int.TryParse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (word.Value.Length == 1 || word.Value[0] != '0') && number >= least && number <= most) return number;
        mistakes.Add(word.Line, "wrong-number", $"\"{key}\" is a whole number from {least} to {most} without dots or leading zeros, not \"{word.Value}\". Example: {example}");
        return null;
    }

    private static bool Alike(string a, string b) =>
        a.Replace("_", "", StringComparison.Ordinal).Equals(b.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
        || (a.Length > 3 && (a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal)))
        || (a.Length == b.Length && a.Length > 3 && a.Order().SequenceEqual(b.Order()));

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
