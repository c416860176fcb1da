using BansosBot.Domain.Proposals;
using CsCheck;

namespace BansosBot.Domain.Tests.Proposals;

/// <summary>Nothing that anybody typed becomes a formula in a list that goes out.</summary>
public sealed class PlainCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("\t=1+1", "'=1+1")]
    [InlineData("\r\n+62812", "'+62812")]
    [InlineData("  -", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\uFF1D1", "'\uFF1D1")]
    [InlineData("Kp. Baru\tNo. 3", "Kp. Baru No. 3")]
    [InlineData("3673011203140001", "3673011203140001")]
    [InlineData("\uD83D\uDE00", "\uD83D\uDE00")]
    [InlineData("", "")]
    public void It_is_written_so(string typed, string cell) => Assert.Equal(cell, PlainCell.Of(typed));

    [Fact]
    public void Half_a_pair_is_no_letter() => Assert.Equal("a", PlainCell.Of("a" + '\uD83D'));

    [Fact]
    public void Whatever_is_typed_no_cell_begins_a_formula_or_holds_what_a_sheet_cannot() =>
        Gen.String.Sample(typed => PlainCell.Of(typed) is var cell && (cell.Length == 0 || !"=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)) && !cell.Any(char.IsControl) && PlainCell.Of(cell) == cell);
}
