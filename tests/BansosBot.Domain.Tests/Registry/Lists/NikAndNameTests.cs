using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 4: NIK and name in one cell.</summary>
public sealed class NikAndNameTests
{
    [Theory]
    [InlineData("3673025203140001 - SITI AMINAH", null)]
    [InlineData("SITI AMINAH (3673025203140001)", null)]
    [InlineData("-", "SITI AMINAH / 3673025203140001")]
    public void They_are_taken_apart(string nik, string? name)
    {
        var row = Assert.Single(Read(["NIK", "NAMA"], [nik, name]).Rows);

        Assert.Equal(("3673025203140001", "SITI AMINAH"), (row.Nik.Reveal(), row.Name.Reveal()));
    }

    [Fact]
    public void A_cell_with_more_digits_than_a_NIK_is_not_taken_apart() =>
        Assert.Equal(["2 B nameMissing refused"], Read(["NIK", "NAMA"], ["3673025203140001 SITI 2", null]).Said().Where(l => l.Contains("name", StringComparison.Ordinal)));
}
