using System.Collections.Immutable;
using System.Reflection;
using BansosBot.Domain;

namespace BansosBot.Texts;

/// <summary>The text files inside the program: every <c>*.LANGUAGE.yaml</c> beneath <c>Texts/</c>, in any folder.</summary>
internal static class ShippedTexts
{
    public static (ImmutableArray<TextEntry> Entries, ImmutableArray<TextMistake> Mistakes) Read()
    {
        var entries = ImmutableArray.CreateBuilder<TextEntry>();
        var mistakes = ImmutableArray.CreateBuilder<TextMistake>();
        Assembly program = typeof(ShippedTexts).Assembly;
        foreach (var name in program.GetManifestResourceNames().Where(IsText).Order(StringComparer.Ordinal))
        {
            if (LanguageOf(name) is not { } language)
            {
                mistakes.Add(new TextMistake(name, "", "file-name", "Which language? Call it NAME.id.yaml, NAME.en.yaml ..."));
                continue;
            }
            using var reader = new StreamReader(program.GetManifestResourceStream(name)!);
            var (found, wrong) = TextFile.Read(name, reader.ReadToEnd(), language);
            entries.AddRange(found);
            mistakes.AddRange(wrong);
        }
        return (entries.ToImmutable(), mistakes.ToImmutable());
    }

    private static bool IsText(string resource) =>
        resource.StartsWith("Texts/", StringComparison.Ordinal) && resource.EndsWith(".yaml", StringComparison.Ordinal);

    private static Language? LanguageOf(string resource)
    {
        var parts = resource.Split('/')[^1].Split('.');
        return parts.Length < 3 ? null : LanguageCode.Read(parts[^2]);
    }
}
