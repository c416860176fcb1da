using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Tests.Registry;

public sealed class PlaceReaderTests
{
    [Theory]
    [InlineData("unyur", "Kel. Unyur, Kec. Serang")]
    [InlineData("Kotabaru", "Kel. Kota Baru, Kec. Serang")]
    [InlineData("kota baru", "Kel. Kota Baru, Kec. Serang")]
    [InlineData("Lontar Baru", "Kel. Lontarbaru, Kec. Serang")]
    [InlineData("Masjid Priyayi", "Kel. Mesjid Priyayi, Kec. Kasemen")]
    [InlineData("warungjaud", "Kel. Warung Jaud, Kec. Kasemen")]
    [InlineData("Panggung Jati", "Kel. Panggungjati, Kec. Taktakan")]
    [InlineData("umbultengah", "Kel. Umbul Tengah, Kec. Taktakan")]
    [InlineData("Tamanbaru", "Kel. Taman Baru, Kec. Taktakan")]
    [InlineData("SUMURPECUNG", "Kel. Sumur Pecung, Kec. Serang")]
    [InlineData("Trondol", "Kel. Terondol, Kec. Serang")]
    [InlineData("Derangong", "Kel. Drangong, Kec. Taktakan")]
    [InlineData("Penancangan", "Kel. Panancangan, Kec. Cipocok Jaya")]
    [InlineData("Banten Lama", "Kel. Banten, Kec. Kasemen")]
    [InlineData("banten", "Kel. Banten, Kec. Kasemen")]
    [InlineData("Panca Laksana", "Kel. Pancalaksana, Kec. Curug")]
    [InlineData("Pageragung", "Kel. Pager Agung, Kec. Walantaka")]
    [InlineData("Liyalang", "Kel. Lialang, Kec. Taktakan")]
    [InlineData("kel. kasemen", "Kel. Kasemen, Kec. Kasemen")]
    [InlineData("kelurahan cipocok", "Kel. Cipocok Jaya, Kec. Cipocok Jaya")]
    [InlineData("kel serang", "Kel. Serang, Kec. Serang")]
    [InlineData("kel banten", "Kel. Banten, Kec. Kasemen")]
    [InlineData("sukawana curug", "Kel. Sukawana, Kec. Curug")]
    [InlineData("Sukawana, kec. Serang", "Kel. Sukawana, Kec. Serang")]
    [InlineData("Kec. Curug Kel. Sukawana", "Kel. Sukawana, Kec. Curug")]
    [InlineData("kel pabuaran kec walantaka", "Kel. Pabuaran, Kec. Walantaka")]
    [InlineData("kasemen kasemen", "Kel. Kasemen, Kec. Kasemen")]
    [InlineData("di unyur pak", "Kel. Unyur, Kec. Serang")]
    [InlineData("Unyur, Kota Serang, Banten", "Kel. Unyur, Kec. Serang")]
    [InlineData("cimuncng", "Kel. Cimuncang, Kec. Serang")]
    [InlineData("kagugnan", "Kel. Kagungan, Kec. Serang")]
    [InlineData("kalodaran", "Kel. Kalodran, Kec. Walantaka")]
    [InlineData("sepang", "Kel. Sepang, Kec. Taktakan")]
    public void A_kelurahan_is_found(string typed, string found) =>
        Assert.Equal(found, Assert.IsType<PlaceReading.Found>(PlaceReader.Read(typed)).Kelurahan.ToString());

    [Fact]
    public void Every_kelurahan_is_found_by_its_full_name_and_within_its_kecamatan_by_its_bare_one() =>
        Assert.All(Wilayah.AllKelurahan, k =>
        {
            Assert.Equal(new PlaceReading.Found(k), PlaceReader.Read(k.ToString()));
            Assert.Equal(new PlaceReading.Found(k), PlaceReader.Read(k.Name, k.Kecamatan));
        });

    [Theory]
    [InlineData("kasemen", "Kasemen")]
    [InlineData("cipocok", "Cipocok Jaya")]
    [InlineData("kec. serang", "Serang")]
    [InlineData("kecamatan taktakn", "Taktakan")]
    [InlineData("kec curug kota serang", "Curug")]
    [InlineData("kec curug kel entahlah", "Curug")]
    public void Only_the_kecamatan_is_known(string typed, string kecamatan) =>
        Assert.Equal(kecamatan, Assert.IsType<PlaceReading.OnlyKecamatan>(PlaceReader.Read(typed)).Kecamatan.Name);

    [Theory]
    [InlineData("sukawana", "Sukawana/Serang", "Sukawana/Curug")]
    [InlineData("kel. sukawana", "Sukawana/Serang", "Sukawana/Curug")]
    [InlineData("pabuaran", "Pabuaran/Walantaka", "Pabuaran, Kabupaten Serang")]
    [InlineData("lebak wangi", "Lebakwangi/Walantaka", "Lebak Wangi, Kabupaten Serang")]
    [InlineData("serang", "Serang", "Kabupaten Serang, Kabupaten Serang")]
    [InlineData("kota serang", "Serang", "Kasemen", "Walantaka", "Curug", "Cipocok Jaya", "Taktakan")]
    [InlineData("kel. unyur kec. kasemen", "Unyur/Serang", "Kasemen")]
    public void A_name_of_several_places_is_asked_about(string typed, params string[] places) =>
        Assert.Equal(places, Assert.IsType<PlaceReading.Which>(PlaceReader.Read(typed)).Candidates.Select(Short));

    [Theory]
    [InlineData("ciruas", "Kabupaten Serang")]
    [InlineData("kramatwatu", "Kabupaten Serang")]
    [InlineData("kramat watu", "Kabupaten Serang")]
    [InlineData("cilegon", "Kota Cilegon")]
    [InlineData("kec. pabuaran", "Kabupaten Serang")]
    [InlineData("kab. serang", "Kabupaten Serang")]
    [InlineData("kabupaten serang", "Kabupaten Serang")]
    [InlineData("saya di ciruas bu", "Kabupaten Serang")]
    [InlineData("desa x kec. kragilan", "Kabupaten Serang")]
    [InlineData("anyer", "Kabupaten Serang")]
    [InlineData("rangkas", "Kabupaten Lebak")]
    [InlineData("pandeglang", "Kabupaten Pandeglang")]
    public void A_place_outside_the_city_is_referred(string typed, string belongs) =>
        Assert.Equal(belongs, Assert.IsType<PlaceReading.Outside>(PlaceReader.Read(typed)).Place.Belongs);

    [Theory]
    [InlineData("tembpng jaya", null)]
    [InlineData("drngng", "Drangong/Taktakan")]
    [InlineData("kampung kebon unyur", "Unyur/Serang")]
    [InlineData("serpang", "Serang/Serang")]
    [InlineData("", null)]
    [InlineData("12345", null)]
    [InlineData("bandar lampung", null)]
    public void An_unknown_name_gets_the_most_alike_and_is_never_guessed(string typed, string? near)
    {
        var unknown = Assert.IsType<PlaceReading.Unknown>(PlaceReader.Read(typed));

        Assert.InRange(unknown.Near.Length, near is null ? 0 : 1, 3);
        if (near is not null) Assert.Contains(near, unknown.Near.Select(Short));
        Assert.Equal(unknown.Near.Length > 0 ? "Place.UnknownButNear" : "Place.Unknown", unknown.Sentence.Key);
    }

    [Fact]
    public void The_kecamatan_already_answered_settles_a_double_name()
    {
        var curug = Wilayah.KecamatanByCode("36.73.04")!;

        Assert.Equal("36.73.04.1007", Assert.IsType<PlaceReading.Found>(PlaceReader.Read("sukawana", curug)).Kelurahan.Code);
        Assert.Equal("36.73.04.1001", Assert.IsType<PlaceReading.Found>(PlaceReader.Read("curug", curug)).Kelurahan.Code);
        Assert.IsType<PlaceReading.Outside>(PlaceReader.Read("ciruas", curug));
    }

    [Fact]
    public void All_29_kecamatan_of_the_regency_are_known() =>
        Assert.Equal(29, Neighbours.All.Count(p => p.Belongs == "Kabupaten Serang" && p.Name != p.Belongs));

    private static string Short(Place place) => place switch
    {
        Place.InKelurahan k => $"{k.Kelurahan.Name}/{k.Kelurahan.Kecamatan.Name}",
        Place.InKecamatan k => k.Kecamatan.Name,
        Place.Elsewhere e => $"{e.Outside.Name}, {e.Outside.Belongs}",
        _ => throw new ArgumentOutOfRangeException(nameof(place)),
    };
}
