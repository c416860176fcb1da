using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Texts;

namespace BansosBot.Tests.Texts;

/// <summary>Small books for one test each: the shipped words for values, and the sentences the test is about.</summary>
internal static class Book
{
    /// <summary>Tuesday, 23 September 2025, 09.00 WIB.</summary>
    public static readonly DateTimeOffset Now = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    public static TextBook Of(params ReadOnlySpan<(string Key, string Text)> indonesian)
    {
        var entries = ImmutableArray.CreateBuilder<TextEntry>();
        foreach (var (key, text) in indonesian) entries.Add(Entry(Language.Indonesian, key, text));
        return Shipped(entries.ToImmutable());
    }

    public static TextBook Shipped(ImmutableArray<TextEntry> more) => TextBook.Shipped(more);

    public static TextEntry Entry(Language language, string key, string text, string at = "test:1") => new(language, key, text, at);

    /// <summary>One sentence with one value, said in Indonesian at <see cref="Now"/>.</summary>
    public static string Said(SayValue value, string text = "{x}") =>
        new Wording(Of(("Test.Text", text)), OfficeTime.Wib).Render(new Say("Test.Text", ("x", value)), Language.Indonesian, Now).Text;
}
