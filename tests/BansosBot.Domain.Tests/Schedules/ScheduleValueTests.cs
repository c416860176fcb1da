using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;

namespace BansosBot.Domain.Tests.Schedules;

/// <summary>What no schedule can be, cannot be made; who is meant is told by where they live.</summary>
public sealed class ScheduleValueTests
{
    private static readonly Kelurahan Unyur = Wilayah.KelurahanByCode("3673011007")!, SukawanaCurug = Wilayah.KelurahanByCode("3673041007")!;

    [Theory]
    [InlineData("  Kantor Kelurahan Unyur ", "Kantor Kelurahan Unyur")]
    [InlineData("0254-200300, 0812-3456-7890", "0254-200300, 0812-3456-7890")]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("dua\nbaris", null)]
    [InlineData("NIK 3673011203140001", null)]
    [InlineData("3673 0112 0314 0001", null)]
    [InlineData("3673-0112.03140001", null)]
    public void A_line_for_everybody_is_one_line_without_anybodys_number(string typed, string? text) => Assert.Equal(text, OfficeWords.Of(typed)?.Text);

    [Fact]
    public void A_line_for_everybody_has_at_most_a_hundred_characters()
    {
        Assert.NotNull(OfficeWords.Of(new string('a', OfficeWords.LengthMax)));
        Assert.Null(OfficeWords.Of(new string('a', OfficeWords.LengthMax + 1)));
    }

    [Fact]
    public void Hours_end_after_they_begin_and_months_too()
    {
        Assert.Null(Hours.Of(new(8, 0), new(8, 0)));
        Assert.Null(Hours.Of(new(12, 0), new(8, 0)));
        Assert.NotNull(Hours.Of(new(8, 0), new(8, 1)));
        Assert.Null(Months.Of(new(2025, 9, 1), new(2025, 8, 31)));
        Assert.Equal((new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 1)), Months.Of(new(2025, 9, 30), new(2025, 9, 2)) is { } one ? (one.First, one.Last) : default);
    }

    [Fact]
    public void Nobody_is_no_audience_and_more_than_a_bag_holds_is_not_brought()
    {
        Assert.Throws<ArgumentException>(() => new Audience.InKecamatan([]));
        Assert.Throws<ArgumentException>(() => new Audience.InKelurahan([]));
        Assert.Throws<ArgumentException>(() => Of(9));
        Assert.Equal(8, Of(8).Bring.Length);
    }

    [Fact]
    public void Who_is_meant()
    {
        var (unyur, serang, curug, city) = (new Area.OfKelurahan(Unyur), new Area.OfKecamatan(Unyur.Kecamatan), new Area.OfKecamatan(SukawanaCurug.Kecamatan), new Area.WholeCity());
        bool[] Reached(Audience audience) => [audience.Reaches(unyur), audience.Reaches(serang), audience.Reaches(curug), audience.Reaches(city)];

        Assert.Equal([true, true, true, true], Reached(new Audience.Everybody()));
        Assert.Equal([true, true, false, true], Reached(new Audience.InKecamatan([Unyur.Kecamatan])));
        Assert.Equal([false, false, true, true], Reached(new Audience.InKelurahan([SukawanaCurug])));
        Assert.Equal([true, true, true, true], Reached(new Audience.InKelurahan([SukawanaCurug, Unyur])));
    }

    [Fact]
    public void An_area_is_read_by_its_code_and_lies_in_larger_ones()
    {
        Assert.Equal([new Area.OfKelurahan(Unyur), new Area.OfKecamatan(Unyur.Kecamatan), new Area.WholeCity()], Area.Around(Unyur));
        Assert.All(Area.Around(Unyur), area => Assert.Equal(area, Area.Read(area.Code)));
        Assert.Equal(new Area.OfKelurahan(Unyur), Area.Read("3673011007"));
        Assert.Null(Area.Read("36.73.07"));
        Assert.Null(Area.Read(""));
    }

    private static Schedule Of(int things) => new()
    {
        Id = "s",
        Programme = "yapi",
        On = new(2025, 9, 23),
        Between = Hours.Of(new(8, 0), new(12, 0))!,
        How = new HandOut.AtHome(),
        For = new Audience.Everybody(),
        Bring = [.. Enumerable.Range(0, things).Select(_ => OfficeWords.Of("KTP")!)],
        State = new ScheduleState.Draft(),
        Version = 1,
    };
}
