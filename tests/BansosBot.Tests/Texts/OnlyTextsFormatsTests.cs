using BansosBot.Simulation;

namespace BansosBot.Tests.Texts;

/// <summary>Nothing but <c>Texts</c> writes a date, an amount or a length of time in somebody's language.</summary>
public sealed class OnlyTextsFormatsTests
{
    // A culture by name, Humanizer, names of days and months, thousands separators, currency.
    private static readonly string[] Signs = ["GetCultureInfo(", "new CultureInfo(", "using Humanizer", "\"MMM", " MMM", "dddd", ":N0", "\"N0\"", "\"C0\"", "ToString(\"C\""];

    [Fact]
    public void No_other_source_file_formats_a_date_or_an_amount()
    {
        var source = Path.Combine(Repository.Root, "src");
        var texts = Path.Combine(source, "BansosBot", "Texts") + Path.DirectorySeparatorChar;
        var built = $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}";
        var files = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains(built, StringComparison.Ordinal) && !f.StartsWith(texts, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(f => Offences(File.ReadAllText(f)).Select(sign => $"{f}: {sign}")));
    }

    [Theory]
    [InlineData("""return on.ToString("d MMMM yyyy");""")]
    [InlineData("""return $"Rp{amount:N0}";""")]
    [InlineData("using Humanizer;")]
    [InlineData("""CultureInfo.GetCultureInfo("id-ID")""")]
    public void A_planted_offender_is_found(string line)
    {
        Assert.NotEmpty(Offences(line));
    }

    private static IEnumerable<string> Offences(string text) => Signs.Where(s => text.Contains(s, StringComparison.Ordinal));
}
