using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Tests.Conversations.Kinds;

/// <summary>Kelurahan and address, where one question may take two answers.</summary>
public sealed class PlaceKindTests
{
    private static readonly KelurahanKind Where = new();
    private static readonly AddressKind Street = new();

    [Theory]
    [InlineData("unyur", "Unyur", "Serang")]
    [InlineData("Kel. Trondol", "Terondol", "Serang")]
    [InlineData("cipocok jaya kel cipocok", "Cipocok Jaya", "Cipocok Jaya")]
    [InlineData("sukawana curug", "Sukawana", "Curug")]
    public void A_kelurahan_is_read_in_any_spelling(string typed, string kelurahan, string kecamatan)
    {
        var found = Assert.IsType<Answer.InKelurahan>(Where.Read(Asked.Of(Where), typed).Understood()).Kelurahan;

        Assert.Equal((kelurahan, kecamatan), (found.Name, found.Kecamatan.Name));
    }

    [Fact]
    public void By_buttons_the_kecamatan_comes_first()
    {
        var first = Where.Choices(Asked.Of(Where));
        Assert.Equal(6, first.Length);

        var kasemen = Narrowed(Where.ReadChoice(Asked.Of(Where), first[1].Name));
        var second = Where.Choices(Asked.Of(Where, kasemen));

        Assert.Equal(10, second.Length);
        Assert.Equal("Kind.Kelurahan.WhichIn", Where.Ask(Asked.Of(Where, kasemen))?.Key);
        Assert.All(second, c => Assert.Equal("taken", Where.ReadChoice(Asked.Of(Where, kasemen), c.Name).Became()));
    }

    [Fact]
    public void A_name_that_stands_for_a_kecamatan_and_a_kelurahan_is_the_kelurahan_once_the_kecamatan_is_known()
    {
        var curug = Narrowed(Where.Read(Asked.Of(Where), "curug"));

        Assert.Equal("Curug", Assert.IsType<Answer.InKelurahan>(Where.Read(Asked.Of(Where, curug), "curug").Understood()).Kelurahan.Name);
    }

    [Theory]
    [InlineData("sukawana", 2)]
    [InlineData("pabuaran", 2)]
    [InlineData("serang", 2)]
    public void A_name_that_means_several_is_asked_back(string typed, int places)
    {
        var narrowed = Narrowed(Where.Read(Asked.Of(Where), typed));
        var choices = Where.Choices(Asked.Of(Where, narrowed));

        Assert.Equal(places + 1, choices.Length);                             // and "none of these"
        Assert.Equal("Place.Which", Where.Ask(Asked.Of(Where, narrowed))?.Key);
        Assert.Equal("", Narrowed(Where.ReadChoice(Asked.Of(Where, narrowed), "lain")));
    }

    [Fact]
    public void Pabuaran_of_the_regency_is_referred_to_its_own_office()
    {
        var narrowed = Narrowed(Where.Read(Asked.Of(Where), "pabuaran"));
        var outside = Where.Choices(Asked.Of(Where, narrowed)).Single(c => c.Name.StartsWith("out.", StringComparison.Ordinal));

        Assert.Equal("Place.Outside", Where.ReadChoice(Asked.Of(Where, narrowed), outside.Name).Became());
    }

    [Theory]
    [InlineData("ciruas", "Place.Outside")]
    [InlineData("cilegon", "Place.Outside")]
    [InlineData("xyzzy", "Place.Unknown")]
    [InlineData("", "Place.Unknown")]
    public void What_is_outside_or_unknown_gets_one_sentence(string typed, string sentence) =>
        Assert.Equal(sentence, Where.Read(Asked.Of(Where), typed).Became());

    [Theory]
    [InlineData("")]
    [InlineData("in:kec.99.99.99")]
    [InlineData("which:kel.0|out.Atlantis")]
    [InlineData("something of an older version")]
    public void A_stored_narrowing_that_means_nothing_any_more_asks_from_the_beginning(string stored)
    {
        Assert.Equal(6, Where.Choices(Asked.Of(Where, stored)).Length);
        Assert.Null(Where.Ask(Asked.Of(Where, stored)));
    }

    [Theory]
    [InlineData("yang di serang", "36.73.01")]
    [InlineData("Kec. Curug", "36.73.04")]
    [InlineData("curug", "36.73.04")]
    public void Of_two_of_one_name_the_kecamatan_alone_picks_one(string typed, string kecamatan)
    {
        var narrowed = Narrowed(Where.Read(Asked.Of(Where), "Sukawana"));

        var picked = Assert.IsType<Answer.InKelurahan>(Where.Read(Asked.Of(Where, narrowed), typed).Understood()).Kelurahan;

        Assert.Equal(("Sukawana", kecamatan), (picked.Name, picked.Kecamatan.Code));
    }

    [Fact]
    public void A_whole_address_is_taken() =>
        Assert.Equal("taken", Street.Read(Asked.Of(Street), "link. kebon RT.002 RW 005").Became());

    [Fact]
    public void A_missing_RT_and_RW_are_asked_for_and_the_street_is_kept()
    {
        var narrowed = Narrowed(Street.Read(Asked.Of(Street), "Kp. Kebon; belakang masjid"));
        Assert.Equal("Address.WithoutRtAndRw", Street.Ask(Asked.Of(Street, narrowed))?.Key);

        var address = Assert.IsType<Answer.Street>(Street.Read(Asked.Of(Street, narrowed), "2/5").Understood()).At;

        Assert.Equal(("Kp. Kebon; belakang masjid", "002", "005"), (address.Street, address.Rt, address.Rw));
    }

    [Fact]
    public void Who_does_not_know_the_RT_goes_on_and_an_officer_fills_it_in()
    {
        var narrowed = Narrowed(Street.Read(Asked.Of(Street), "Kp. Kebon"));

        var reading = Street.ReadChoice(Asked.Of(Street, narrowed), Answer.DoNotKnow);

        Assert.Null(Assert.IsType<Answer.Street>(reading.Understood()).At.Rt);
        Assert.Empty(Street.Choices(Asked.Of(Street)));                       // not before there is a street
        Assert.Equal("Kind.Address.NotUnderstood", Street.ReadChoice(Asked.Of(Street), Answer.DoNotKnow).Became());
    }

    [Fact]
    public void Saying_nothing_new_gets_a_sentence_and_not_the_same_question()
    {
        var narrowed = Narrowed(Street.Read(Asked.Of(Street), "Kp. Kebon"));

        Assert.Equal("Kind.Address.NotUnderstood", Street.Read(Asked.Of(Street, narrowed), "apa").Became());
    }

    [Fact]
    public void Answers_are_equal_by_value()
    {
        var one = Street.Read(Asked.Of(Street), "Kp. Kebon RT 2 RW 5").Understood();
        var other = Street.Read(Asked.Of(Street), "Kp. Kebon RT 002 RW 005").Understood();

        Assert.Equal(one, other);
        Assert.Equal(new Answer.InKelurahan(Wilayah.AllKelurahan[3]), new Answer.InKelurahan(Wilayah.KelurahanByCode(Wilayah.AllKelurahan[3].Code)!));
        Assert.Equal(new Answer.Papers([new("w", "d")], false), new Answer.Papers([new("w", "d")], false));
        Assert.NotEqual(new Answer.Papers([new("w", "d")], false), new Answer.Papers([new("w", null)], false));
    }

    private static string Narrowed(Domain.Conversations.Reading reading) => Assert.IsType<Domain.Conversations.Reading.Narrow>(reading).To;
}
