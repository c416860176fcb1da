using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Tests.Registry;

public sealed class AddressReaderTests
{
    [Theory]
    [InlineData("kp kebon rt 2/5", "kp kebon")]
    [InlineData("link. kebon RT.002 RW 005", "link. kebon")]
    [InlineData("Jl. Raya No. 12, RT 02 / RW 05", "Jl. Raya No. 12")]
    [InlineData("Jl Raya RT/RW 002/005", "Jl Raya")]
    [InlineData("RT/RW : 02 / 05 Kp. Kebon", "Kp. Kebon")]
    [InlineData("kp kebon 002/005", "kp kebon")]
    [InlineData("kp kebon rt2rw5 kel. banten kec. kasemen", "kp kebon")]
    [InlineData("Kp Kebon rw 05 rt 02", "Kp Kebon")]
    [InlineData("Komp. Puri Blok C3 No. 3/12 RT 2 dan RW 5", "Komp. Puri Blok C3 No. 3/12")]
    [InlineData("rumah Rt. Nurhayati, RT 2 RW 5", "rumah Rt. Nurhayati")]
    public void Street_rt_and_rw_are_found(string typed, string street)
    {
        var address = Assert.IsType<AddressReading.Whole>(AddressReader.Read(typed)).Address;

        Assert.Equal((street, "002", "005"), (address.Street, address.Rt, address.Rw));
    }

    [Theory]
    [InlineData("rt02rw05", null, "002", "005", "Address.WithoutStreet")]
    [InlineData("kp kebon", "kp kebon", null, null, "Address.WithoutRtAndRw")]
    [InlineData("kp kebon rt 2", "kp kebon", "002", null, "Address.WithoutRw")]
    [InlineData("kp kebon rw 5", "kp kebon", null, "005", "Address.WithoutRt")]
    [InlineData("kp kebon rt 0/5", "kp kebon", null, "005", "Address.WithoutRt")]
    [InlineData("Griya Indah blok 3/12", "Griya Indah blok 3/12", null, null, "Address.WithoutRtAndRw")]
    [InlineData("rumah Rt. Nurhayati", "rumah Rt. Nurhayati", null, null, "Address.WithoutRtAndRw")]
    public void What_is_missing_is_said(string typed, string? street, string? rt, string? rw, string key)
    {
        var lacking = Assert.IsType<AddressReading.Lacking>(AddressReader.Read(typed));

        Assert.Equal(new AddressParts(street, rt, rw), lacking.Parts);
        Assert.Equal(key, lacking.Sentence.Key);
    }

    [Theory]
    [InlineData("kp kebon", "2/5")]
    [InlineData("kp kebon", "rt 2 rw 5")]
    [InlineData("kp kebon", "2 5")]
    [InlineData("kp kebon rt 2", "5")]
    [InlineData("kp kebon rw 5", "2")]
    [InlineData("kp kebon rw 5", "rt 02")]
    [InlineData("rt02rw05", "kp kebon")]
    public void A_second_answer_fills_the_gap(string first, string second)
    {
        var lacking = Assert.IsType<AddressReading.Lacking>(AddressReader.Read(first));
        var address = Assert.IsType<AddressReading.Whole>(AddressReader.Read(second, lacking.Parts)).Address;

        Assert.Equal(("kp kebon", "002", "005"), (address.Street, address.Rt, address.Rw));
    }

    [Fact]
    public void Who_does_not_know_the_rt_still_has_an_address()
    {
        var lacking = Assert.IsType<AddressReading.Lacking>(AddressReader.Read("kp kebon"));

        Assert.Null(Address.Of(lacking.Parts)!.Rt);
        Assert.Null(Address.Of(AddressParts.None));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("000")]
    [InlineData("0002")]
    [InlineData("00a")]
    public void An_rt_of_another_shape_cannot_be_made(string rt)
    {
        Assert.Throws<ArgumentException>(() => new AddressParts("kp kebon", rt, "005"));
        Assert.Throws<ArgumentException>(() => new AddressParts("kp kebon", "002", rt));
    }

    [Fact]
    public void No_address_is_refused()
    {
        Assert.IsType<AddressNotUnderstood>(Assert.IsType<AddressReading.Refused>(AddressReader.Read("??")).Why);
        Assert.Equal(new AddressTooLong(300, 150), Assert.IsType<AddressReading.Refused>(AddressReader.Read(new string('a', 300))).Why);
    }

    [Fact]
    public void No_print_of_it_shows_the_street()
    {
        Assert.DoesNotContain("kebon", $"{AddressReader.Read("kp kebon rt 2/5")}", StringComparison.Ordinal);
        Assert.DoesNotContain("kebon", $"{AddressReader.Read("kp kebon")}", StringComparison.Ordinal);
    }
}
