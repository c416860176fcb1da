using BansosBot.Domain.Reading;
using CsCheck;

namespace BansosBot.Domain.Tests.Reading;

public sealed class RupiahReaderTests
{
    [Theory]
    [InlineData("200rb", 200_000)]
    [InlineData("200 ribu", 200_000)]
    [InlineData("200k", 200_000)]
    [InlineData("Rp 200.000", 200_000)]
    [InlineData("Rp200.000", 200_000)]
    [InlineData("rp. 1.500.000,-", 1_500_000)]
    [InlineData("Rp1.500.000,00", 1_500_000)]
    [InlineData("2 juta", 2_000_000)]
    [InlineData("1,5 juta", 1_500_000)]
    [InlineData("1.5jt", 1_500_000)]
    [InlineData("dua ratus ribu", 200_000)]
    [InlineData("seratus lima puluh ribu", 150_000)]
    [InlineData("sekitar 800 ribu sebulan", 800_000)]
    [InlineData("0", 0)]
    [InlineData("1500000", 1_500_000)]
    [InlineData("1 milyar", 1_000_000_000)]
    public void An_amount_is_read(string typed, long amount) =>
        Assert.Equal(new Heard<Rupiah>.Clear(new Rupiah(amount)), RupiahReader.Read(typed));

    [Fact]
    public void A_small_bare_figure_is_asked_about() =>
        Assert.Equal(
            new Heard<Rupiah>.Unsure(new Rupiah(200_000), new Say("Amount.Thousands", ("jumlah", new Rupiah(200_000)))),
            RupiahReader.Read("200"));

    public static TheoryData<string, Refusal> Refused => new()
    {
        { "", new AmountNotUnderstood() },
        { "banyak", new AmountNotUnderstood() },
        { "1-2 juta", new AmountNotUnderstood() },
        { "1.5", new AmountNotUnderstood() },
        { "12.34.56", new AmountNotUnderstood() },
        { "999999999999999", new AmountTooLarge() },
        { "99999999999999999999 milyar", new AmountTooLarge() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_amount_is_refused(string typed, Refusal why) =>
        Assert.Equal(why, Assert.IsType<Heard<Rupiah>.No>(RupiahReader.Read(typed)).Why);

    [Fact]
    public void Reading_what_was_written_gives_it_back() =>
        Gen.Long[1000, 10_000_000_000].Sample(amount =>
            RupiahReader.Read("Rp" + amount.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("id-ID")))
                == new Heard<Rupiah>.Clear(new Rupiah(amount)));
}
