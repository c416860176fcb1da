using BansosBot.Domain.Registry;
using CsCheck;

namespace BansosBot.Domain.Tests.Registry;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0812-3456-7890", "+6281234567890")]
    [InlineData("+62 812 3456 7890", "+6281234567890")]
    [InlineData("62812 34567890", "+6281234567890")]
    [InlineData("81234567890", "+6281234567890")]
    [InlineData("+6208123456789 0", "+6281234567890")]
    [InlineData("006281234567890", "+6281234567890")]
    [InlineData("(0812) 3456.7890", "+6281234567890")]
    [InlineData("WA: 0812 3456 7890 pak", "+6281234567890")]
    [InlineData("0812345678", "+62812345678")]            // 08 and 8 more: the shortest
    [InlineData("0812345678901", "+62812345678901")]      // 08 and 11 more: the longest
    public void A_mobile_number_comes_to_one_form(string typed, string e164)
    {
        var phone = Of(typed);

        Assert.Equal(e164, phone.Reveal());
        Assert.True(phone.IsMobile);
    }

    [Theory]
    [InlineData("0254 201234", "+62254201234")]
    [InlineData("(0254) 2012345", "+622542012345")]
    [InlineData("+62 254 201234", "+62254201234")]
    public void A_landline_of_Serang_is_taken(string typed, string e164)
    {
        Assert.Equal(e164, Of(typed).Reveal());
        Assert.False(Of(typed).IsMobile);
    }

    public static TheoryData<string, Refusal> Refused => new()
    {
        { "0812345", new PhoneWrongLength(7) },
        { "08123456789012", new PhoneWrongLength(14) },
        { "08001234567", new PhoneUnknownStart() },
        { "12345", new PhoneWrongLength(5) },
        { "0254 12345", new PhoneWrongLength(9) },
        { "021 5551234567", new PhoneUnknownStart() },
        { "+60 12 345 6789", new PhoneForeign() },
        { "0081 90 1234 5678", new PhoneForeign() },
        { "tidak punya", new PhoneWithoutDigits() },
        { "", new PhoneWithoutDigits() },
        { "0812O4567890", new PhoneHasLetters() },
        { "081234567890 / 081234567891", new PhoneMoreThanOne() },
        { "081234567890 081234567891", new PhoneMoreThanOne() },
        { "3673011203140001", new PhoneUnknownStart() },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Anything_else_is_refused_with_its_reason(string typed, Refusal why) =>
        Assert.Equal(why, Assert.IsType<Outcome<PhoneNumber>.No>(PhoneNumber.Parse(typed)).Why);

    [Fact]
    public void Reading_what_was_written_gives_it_back_in_both_forms() =>
        Mobile.Sample(local => Of(local).Reveal() == "+62" + local[1..]
            && Of(Of(local).Reveal()) == Of(local) && Of(Of(local).RevealAsSpoken()) == Of(local));

    [Fact]
    public void No_print_of_it_shows_the_number() =>
        Mobile.Sample(local => Of(local).ToString() == $"+628{new string('*', local.Length - 4)}{local[^2..]}"
            && !$"{PhoneNumber.Parse(local)}".Contains(local[2..^2]));

    private static readonly Gen<string> Mobile =
        from network in Gen.Int[1, 9]
        from more in Gen.Char['0', '9'].Array[7, 10]
        select $"08{network}{new string(more)}";

    private static PhoneNumber Of(string typed) => Assert.IsType<Outcome<PhoneNumber>.Ok>(PhoneNumber.Parse(typed)).Value;
}
