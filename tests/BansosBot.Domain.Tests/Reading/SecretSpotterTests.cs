using BansosBot.Domain.Reading;
using BansosBot.Domain.Tests.Registry;
using CsCheck;

namespace BansosBot.Domain.Tests.Reading;

public sealed class SecretSpotterTests
{
    [Theory]
    [InlineData("otp saya 123456", Secret.Otp)]
    [InlineData("OTP: 12 34 56", Secret.Otp)]
    [InlineData("otpnya 4821", Secret.Otp)]
    [InlineData("889123 itu kode otp saya", Secret.Otp)]
    [InlineData("kode 889123 dari bank", Secret.Otp)]
    [InlineData("kode verifikasi wa 889-123", Secret.Otp)]
    [InlineData("pin atm 1234", Secret.Pin)]
    [InlineData("pin saya 123456", Secret.Pin)]
    [InlineData("PIN kartu KKS saya adalah 778899", Secret.Pin)]
    [InlineData("password saya rahasia123", Secret.Password)]
    [InlineData("kata sandi: mawar", Secret.Password)]
    [InlineData("sandi=Mawar", Secret.Password)]
    [InlineData("4111 1111 1111 1111", Secret.CardNumber)]
    [InlineData("nomor atm 4111111111111111", Secret.CardNumber)]
    [InlineData("6013-0109-9999-9999", Secret.CardNumber)]
    [InlineData("kartu saya 5013010999999991234", Secret.CardNumber)]
    public void A_secret_is_noticed(string text, Secret kind) => Assert.Equal(kind, SecretSpotter.Spot(text));

    [Theory]
    [InlineData("3673011203140001")]
    [InlineData("nik saya 3673 0112 0314 0001 kk 3673 0115 0518 0007")]
    [InlineData("12-03-2014")]
    [InlineData("12032014")]
    [InlineData("0812-3456-7890")]
    [InlineData("pin bb sudah gak ada, hp 081234567890")]
    [InlineData("YAPI-2025-000123")]
    [InlineData("nomor pengajuan YAPI-2025-000123 otp apa ya")]
    [InlineData("kode pos 42191")]
    [InlineData("kode KX7P-9MQT-4HWE")]
    [InlineData("kp kebon rt 2/5")]
    [InlineData("RT.002 RW 005")]
    [InlineData("ada yang minta otp sama pin saya")]
    [InlineData("ditelpon diminta OTP tanggal 12-03-2025")]
    [InlineData("dia minta pin terus minta 200000")]
    [InlineData("kata sandi saya lupa")]
    [InlineData("password wifi kantor apa")]
    [InlineData("saya lupa pin atm kks nya")]
    [InlineData("Rp200.000")]
    [InlineData("4111 1111 1111 1112")]
    [InlineData("")]
    public void What_is_no_secret_is_let_be(string text) => Assert.Null(SecretSpotter.Spot(text));

    [Fact]
    public void Sixteen_digits_that_were_asked_for_are_no_card() =>
        Assert.Null(SecretSpotter.Spot("4111111111111111", AskedFor.NikOrKk));

    [Fact]
    public void A_nik_is_no_card_even_where_the_check_digit_fits_by_chance() =>
        NikTests.Possible.Sample(digits => SecretSpotter.Spot($"ini nik saya {digits}") is null);
}
