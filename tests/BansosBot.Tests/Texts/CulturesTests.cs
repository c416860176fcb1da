using System.Globalization;
using BansosBot.Texts;

namespace BansosBot.Tests.Texts;

public sealed class CulturesTests
{
    [Fact]
    public void This_machine_writes_Indonesian_dates_and_numbers()
    {
        Assert.Null(Cultures.Check());
    }

    [Theory]
    [InlineData("")]         // what a machine without ICU gives for every name
    [InlineData("en-US")]
    public void A_culture_that_is_not_Indonesian_is_told_in_one_line_with_the_cure(string culture)
    {
        var complaint = Cultures.Compare(CultureInfo.GetCultureInfo(culture));

        Assert.NotNull(complaint);
        Assert.DoesNotContain('\n', complaint);
        Assert.Contains("ICU", complaint, StringComparison.Ordinal);
    }
}
