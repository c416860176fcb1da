using BansosBot.Domain.Registry;
using CsCheck;

namespace BansosBot.Domain.Tests.Registry;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData("YAPI-2025-000123")]
    [InlineData("yapi 2025 123")]
    [InlineData("YAPI/2025/000123")]
    [InlineData("yapi2025000123")]
    [InlineData("nomor pengajuan saya yapi-2025-123")]
    public void A_typed_number_is_forgiven_its_form(string typed) =>
        Assert.Equal("YAPI-2025-000123", Assert.IsType<Outcome<CaseNumber>.Ok>(CaseNumber.Parse(typed)).Value.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("2025-000123")]
    [InlineData("YAPI-1999-000123")]
    [InlineData("YAPI-2025-000000")]
    [InlineData("YAPI-2025-")]
    [InlineData("3673011203140001")]
    public void Anything_else_is_not_understood(string typed) =>
        Assert.IsType<CaseNumberNotUnderstood>(Assert.IsType<Outcome<CaseNumber>.No>(CaseNumber.Parse(typed)).Why);

    [Fact]
    public void Reading_what_was_written_gives_it_back() =>
        Gen.Select(Gen.Char['A', 'Z'].Array[2, 10], Gen.Int[2000, 2099], Gen.Int[1, 99_999_999]).Sample((prefix, year, sequence) =>
        {
            var number = CaseNumber.Of(new string(prefix), year, sequence);
            return CaseNumber.Parse(number.ToString()) is Outcome<CaseNumber>.Ok read && read.Value == number;
        });

    [Fact]
    public void An_impossible_part_is_a_bug_of_who_counts()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Of("yapi", 2025, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Of("YAPI", 1999, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Of("YAPI", 2025, 0));
    }
}
