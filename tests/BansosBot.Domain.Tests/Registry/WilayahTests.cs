using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Tests.Registry;

public sealed class WilayahTests
{
    [Theory]
    [InlineData("Serang", 12)]
    [InlineData("Kasemen", 10)]
    [InlineData("Walantaka", 14)]
    [InlineData("Curug", 10)]
    [InlineData("Cipocok Jaya", 8)]
    [InlineData("Taktakan", 13)]
    public void Each_kecamatan_has_its_kelurahan(string name, int count) =>
        Assert.Equal(count, Wilayah.Of(Wilayah.AllKecamatan.Single(k => k.Name == name)).Length);

    [Fact]
    public void There_are_six_kecamatan_and_sixty_seven_kelurahan()
    {
        Assert.Equal(6, Wilayah.AllKecamatan.Length);
        Assert.Equal(67, Wilayah.AllKelurahan.Length);
        Assert.Equal(67, Wilayah.AllKelurahan.Select(k => k.Code).Distinct().Count());
        Assert.All(Wilayah.AllKelurahan, k => Assert.StartsWith(k.Kecamatan.Code + ".", k.Code));
    }

    [Fact]
    public void Each_is_found_by_its_code_with_and_without_dots() =>
        Assert.All(Wilayah.AllKelurahan, k =>
        {
            Assert.Same(k, Wilayah.KelurahanByCode(k.Code));
            Assert.Same(k, Wilayah.KelurahanByCode(k.Code.Replace(".", "")));
        });

    [Fact]
    public void What_is_not_in_the_city_is_not_found()
    {
        Assert.Null(Wilayah.KelurahanByCode("36.04.01.1001"));
        Assert.Null(Wilayah.KecamatanByCode("3673"));
    }
}
