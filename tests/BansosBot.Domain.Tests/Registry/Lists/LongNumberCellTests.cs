using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 3 and 4: what spreadsheets and fingers make of a NIK.</summary>
public sealed class LongNumberCellTests
{
    [Theory]
    [InlineData("#:3673025203140001", "numberCell heldBack")]
    [InlineData("#:3.67301120314E+15", "numberCell heldBack")]
    [InlineData("#:367302520314000", "notSixteenDigits refused")]
    [InlineData("#:0", "numberMissing refused")]
    [InlineData("3,67E+15", "scientificNotation refused")]
    [InlineData("3.67302520314E+15", "scientificNotation refused")]
    [InlineData("3673025203140000", "endsInZeros heldBack")]
    [InlineData("3673O25203140001", "lettersForDigits heldBack")]
    [InlineData("367302520314000", "notSixteenDigits refused")]
    [InlineData("36730252031400011", "notSixteenDigits refused")]
    [InlineData("-", "numberMissing refused")]
    [InlineData("0", "numberMissing refused")]
    [InlineData("belum ada", "numberMissing refused")]
    [InlineData("sda", "numberMissing refused")]
    [InlineData("3673024503140001 3673025203140002", "severalNumbers refused")]
    [InlineData("3673023203140001", "impossibleNumber refused")]
    [InlineData("9903025203140001", "impossibleNumber refused")]
    [InlineData("1234567890123456", "impossibleNumber refused")]
    [InlineData("f:3673025203140001", "formula heldBack")]
    [InlineData("#N/A", "cellError cleaned", "numberMissing refused")]
    public void A_NIK_that_cannot_be_trusted_keeps_its_row_out(string cell, params string[] said) =>
        Assert.Equal(said.Select(s => $"2 A {s}"), Read(["NIK", "NAMA"], [cell, "SITI"]).Said());

    [Theory]
    [InlineData("'3673025203140001")]
    [InlineData("`3673025203140001")]
    [InlineData("3673 0252 0314 0001")]
    [InlineData("36.73.02.520314.0001")]
    [InlineData("\u00A03673025203140001\u00A0")]
    [InlineData("3673025203140001\u200B")]
    [InlineData("3673025203140001\t ")]
    public void Signs_around_and_in_a_NIK_are_removed(string cell)
    {
        var list = Read(["NIK", "NAMA"], [cell, "SITI"]);

        Assert.Equal(["2 A numberTidied cleaned"], list.Said());
        Assert.Equal("3673025203140001", Assert.Single(list.Rows).Nik.Reveal());
    }

    [Theory]
    [InlineData("#:3673021005150001", "numberCell")]
    [InlineData("3,67E+15", "scientificNotation")]
    [InlineData("367302100515", "notSixteenDigits")]
    [InlineData("3673025203140001", "kkSameAsNik")]
    [InlineData("3673024503900007", "kkLooksLikeNik")]
    [InlineData("3673021005150000", "endsInZeros")]
    [InlineData("f:3673021005150001", "formula")]
    public void A_KK_that_cannot_be_trusted_is_left_out_and_the_person_comes_in(string cell, string rule)
    {
        var list = Read(["NIK", "NAMA", "NO KK"], [Nik(1), "SITI", cell]);

        Assert.Equal([$"2 C {rule} cleaned"], list.Said());
        Assert.Null(Assert.Single(list.Rows).Kk);
    }

    [Fact]
    public void Where_the_list_has_no_KK_nothing_is_said() => Assert.Empty(Read(["NIK", "NAMA", "NO KK"], [Nik(1), "SITI", "-"], [Nik(2), "AHMAD", null]).Said());
}
