using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BansosBot.Programmes;

/// <summary>A YAML file as it stands: every value is text and knows its line. What the values mean is for <see cref="Sheet"/>.</summary>
/// <remarks>
/// Not the deserializer: it stops at the first mistake, and it reads <c>010</c> as 8. Anchors, aliases and tags are
/// refused: an alias can make a small file a huge one, and nobody at the office needs them.
/// </remarks>
internal abstract record YamlTree(int Line)
{
    // Ten times the largest one shipped.
    public const int LengthMax = 256 * 1024;

    private const int DepthMax = 20;

    /// <summary>In words, for a mistake.</summary>
    public abstract string Kind { get; }

    public sealed record Text(int Line, string Value) : YamlTree(Line)
    {
        public override string Kind => Value.Length == 0 ? "nothing" : "a text";
    }

    public sealed record List(int Line, ImmutableArray<YamlTree> Items) : YamlTree(Line)
    {
        public override string Kind => "a list";
    }

    public sealed record Map(int Line, ImmutableArray<Entry> Entries) : YamlTree(Line)
    {
        public override string Kind => "keys with values";

        public Entry? Find(string key) => Entries.FirstOrDefault(e => e.Key == key);
    }

    public sealed record Entry(int Line, string Key, YamlTree Value);

    /// <summary>Reads a file's content; null where it cannot be read at all.</summary>
    /// <param name="begins">What stands on the first line of such a file, for a mistake.</param>
    public static Map? Read(string content, Mistakes mistakes, string begins)
    {
        if (content.Length > LengthMax)
        {
            mistakes.Add(1, "too-large", $"The file has {content.Length} characters, at most {LengthMax}. Keep one programme in a file");
            return null;
        }

        // A reader puts this sign where the bytes are no UTF-8: people would see it in the middle of a word.
        if (LineOf(content, row => row.Contains('\uFFFD')) is { } odd)
        {
            mistakes.Add(odd, "encoding", "A letter here was saved in another way than UTF-8. Save the file as UTF-8, and write the letter again");
            return null;
        }

        // YamlDotNet names line 1 for a tab, wherever it is.
        if (LineOf(content, row => row.TrimStart(' ').StartsWith("\t")) is { } tab)
        {
            mistakes.Add(tab, "tab", "A tab. Indent with spaces: \"  kind: choice\"");
            return null;
        }

        try
        {
            var parser = new Parser(new StringReader(content));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                mistakes.Add(1, "empty", $"The file is empty. It begins with \"{begins}\"");
                return null;
            }

            var root = Node(parser, mistakes, 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
            {
                mistakes.Add((int)parser.Current!.Start.Line, "yaml", "A second part begins here (---), which is not read. Take that line out, and keep one programme in a file");
                return null;
            }

            if (root is Map map) return map;
            mistakes.Add(1, "wrong-type", $"The file is keys with values. It begins with \"{begins}\"");
            return null;
        }
        catch (YamlException bad)
        {
            var line = Math.Max(1, (int)bad.Start.Line);
            mistakes.Add(line, "yaml", YamlFault.InPlainWords(bad.Message, content.Split('\n').ElementAtOrDefault(line - 1) ?? ""));
            return null;
        }
    }

    private static YamlTree Node(IParser parser, Mistakes mistakes, int depth)
    {
        var line = (int)parser.Current!.Start.Line;
        if (depth > DepthMax) throw new YamlException(parser.Current.Start, parser.Current.End, "Too many levels of indentation");
        if (parser.TryConsume<AnchorAlias>(out _))
        {
            mistakes.Add(line, "alias", "An alias (*). Write the text out, or put it in quotes: \"*penting*\"");
            return new Text(line, "");
        }

        if (parser.Current is NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            mistakes.Add(line, "alias", "The value begins with & or !, which YAML takes for its own. Put it in quotes: \"!\"");
        if (parser.TryConsume<Scalar>(out var scalar)) return new Text(line, scalar.Value.ReplaceLineEndings("\n").TrimEnd());
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = ImmutableArray.CreateBuilder<YamlTree>();
            while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(parser, mistakes, depth + 1));
            return new List(line, items.ToImmutable());
        }

        parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<Entry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = (int)parser.Current!.Start.Line;
            var key = Node(parser, mistakes, depth + 1);
            var value = Node(parser, mistakes, depth + 1);
            if (key is not Text(_, var name))
                mistakes.Add(keyLine, "yaml", "A key is a word before a colon: \"kind: choice\". A text that begins with { or [ stands in quotes");
            else if (entries.FirstOrDefault(e => e.Key == name) is { } first)
                mistakes.Add(keyLine, "duplicate-key", $"\"{name}\" stands here twice, first on line {first.Line}. Keep one of them");
            else
                entries.Add(new Entry(keyLine, name, value));
        }

        return new Map(line, entries.ToImmutable());
    }

    private delegate bool Row(ReadOnlySpan<char> row);

    private static int? LineOf(string content, Row holds)
    {
        var line = 0;
        foreach (var row in content.EnumerateLines())
        {
            line++;
            if (holds(row)) return line;
        }

        return null;
    }
}
