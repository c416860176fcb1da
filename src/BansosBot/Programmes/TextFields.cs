using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Texts;

namespace BansosBot.Programmes;

/// <summary>Takes texts: one text is Indonesian; several stand under their languages, <c>id</c> among them.</summary>
internal sealed class TextFields(Mistakes mistakes)
{
    private readonly ImmutableArray<TextEntry>.Builder found = ImmutableArray.CreateBuilder<TextEntry>();

    public ImmutableArray<TextEntry> Found => found.ToImmutable();

    /// <summary>Takes a text that must be there.</summary>
    /// <param name="key">Under which the program says it; <c>#list</c> at its end where it may be long.</param>
    public bool Required(Fields fields, string field, string key, string example) => Keep(fields.Required(field, example), key, example);

    public bool Optional(Fields fields, string field, string key, string example) => Keep(fields.Take(field), key, example);

    /// <summary>Texts that were read elsewhere.</summary>
    public void Add(IEnumerable<TextEntry> entries) => found.AddRange(entries);

    /// <summary>Keeps a text in all its languages.</summary>
    public bool Keep(YamlTree? value, string key, string example)
    {
        switch (value)
        {
            case null:
                return false;
            case YamlTree.Text(var line, var text):
                return Keep(Language.Indonesian, key, line, text, example);
            case YamlTree.Map(var line, var entries):
                foreach (var entry in entries)
                {
                    if (LanguageCode.Read(entry.Key) is not { } language)
                        mistakes.Add(entry.Line, "language", $"\"{entry.Key}\" is no language. Languages are id, en, su, jaseng. Example: \"id: Siapa yang sudah meninggal?\"");
                    else if (entry.Value is YamlTree.Text(var textLine, var said))
                        Keep(language, key, textLine, said, example);
                    else
                        mistakes.Add(entry.Line, "wrong-type", $"{entry.Value.Kind} where a text is wanted. Example: {example}");
                }

                if (entries.Any(e => e.Key == "id")) return true;
                mistakes.Add(line, "language", $"The Indonesian text (id) is missing; it is what every other language falls back to. Example: {example}");
                return false;
            default:
                mistakes.Add(value.Line, "wrong-type", $"A list where a text is wanted. Example: {example}");
                return false;
        }
    }

    private bool Keep(Language language, string key, int line, string text, string example)
    {
        if (text.Length == 0)
        {
            mistakes.Add(line, "missing-text", $"There is no text. Example: {example}");
            return false;
        }

        // Word processors make them of straight ones; YAML takes them for letters, and so would the reader.
        if (text is ['“' or '”' or '‘' or '’', .., '“' or '”' or '‘' or '’'])
        {
            mistakes.Add(line, "quotes", $"The text stands in curly quotes, which people would see. Take them out, or write straight ones. Example: {example}");
            return false;
        }

        found.Add(new(language, key, text, $"{mistakes.File}:{line}"));
        return true;
    }
}
