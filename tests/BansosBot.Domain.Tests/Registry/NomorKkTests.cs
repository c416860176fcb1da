using BansosBot.Domain.Reading;
using BansosBot.Domain.Registry;
using CsCheck;

namespace BansosBot.Domain.Tests.Registry;

public sealed class NomorKkTests
{
    [Theory]
    [InlineData("3673011505180007", null)]
    [InlineData("3673 0115 0518 0007", null)]
    [InlineData("No KK: 3673011505180007", null)]
    [InlineData("3673015505180007", "NomorKk.LooksLikeNik")]
    [InlineData("3673013505180007", "NomorKk.OddDate")]
    [InlineData("3673013002180007", "NomorKk.OddDate")]
    [InlineData("3673011513180007", "NomorKk.OddDate")]
    [InlineData("9973011505180007", "NomorKk.UnknownProvince")]
    [InlineData("3673011505180000", "NomorKk.SerialZero")]
    public void Sixteen_digits_are_taken_and_what_looks_odd_is_a_doubt(string typed, string? doubt)
    {
        var kk = Assert.IsType<Heard<NomorKk>.Clear>(NomorKk.Read(typed)).Value;

        Assert.Equal(doubt, kk.Doubts.Select(d => d.Key).SingleOrDefault());
    }

    public static TheoryData<string, Refusal> Refused => new()
    {
        { "367301150518000", new KkNotSixteenDigits(15) },
        { "36730115051800071", new KkNotSixteenDigits(17) },
        { "lupa", new KkWithoutDigits() },
        { "3,67301E+15", new KkFromSpreadsheet() },
        { "1111111111111111", new KkIsAnExample() },
        { "3673012345670001", new KkIsAnExample() },
        { "3673011505180007 / 3673011505180008", new KkMoreThanOne() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Anything_else_is_refused(string typed, Refusal why) =>
        Assert.Equal(why, Assert.IsType<Outcome<NomorKk>.No>(NomorKk.Parse(typed)).Why);

    [Fact]
    public void Letters_are_asked_about()
    {
        Assert.Equal("3673011505180007", Assert.IsType<Heard<NomorKk>.Unsure>(NomorKk.Read("36730115o518OOO7")).Candidate.Reveal());
        Assert.Equal(new KkHasLetters(4), Assert.IsType<Outcome<NomorKk>.No>(NomorKk.Parse("36730115o518OOO7")).Why);
    }

    [Fact]
    public void Reading_what_was_written_gives_it_back_and_no_print_shows_it() =>
        Gen.Char['0', '9'].Array[16].Select(c => new string(c)).Where(d => !Example.Is(d)).Sample(digits =>
        {
            var kk = Assert.IsType<Outcome<NomorKk>.Ok>(NomorKk.Parse(digits)).Value;
            return kk.Reveal() == digits && KkLastSix.Of(kk).Reveal() == digits[10..]
                && kk.ToString() == $"{digits[..4]}**********{digits[^2..]}" && !$"{NomorKk.Read(digits)}".Contains(digits[4..14]);
        });
}
