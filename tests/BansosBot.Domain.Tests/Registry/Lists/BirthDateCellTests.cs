using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 6: serials, text, and months that stand first in a part of the column. All NIKs here are of 5 March 2014.</summary>
public sealed class BirthDateCellTests
{
    [Theory]
    [InlineData("05/03/2014")]
    [InlineData("5-3-14")]
    [InlineData("05032014")]
    [InlineData("#:5032014", "dateUnreadable cleaned")]
    [InlineData("2014-03-05")]
    [InlineData("2014-03-05 00:00:00")]
    [InlineData("5 Maret 2014")]
    [InlineData("Serang, 05-03-2014")]
    [InlineData("d:2014-03-05")]
    [InlineData("#:41703", "dateFromSerial cleaned")]
    [InlineData("41703", "dateFromSerial cleaned")]
    [InlineData("03/05/2014", "dateMonthFirst cleaned")]
    [InlineData("d:2014-05-03", "dateMonthFirst cleaned")]
    [InlineData("06-03-2014", "dateDiffersFromNik accepted")]
    [InlineData("03/25/2014", "dateUnreadable cleaned")]
    [InlineData("2014", "dateUnreadable cleaned")]
    [InlineData("#:2014", "dateUnreadable cleaned")]
    [InlineData("31-04-2014", "dateUnreadable cleaned")]
    [InlineData("12-03-2031", "dateUnreadable cleaned")]
    [InlineData("lupa", "dateUnreadable cleaned")]
    [InlineData("-")]
    [InlineData(null)]
    public void A_date_is_taken_as_it_stands_or_the_report_says_what_was_done(string? cell, string? said = null)
    {
        var list = Read(["NIK", "NAMA", "TGL LAHIR"], [Nik(1, "450314"), "SITI", cell]);

        Assert.Equal(said is null ? [] : [$"2 C {said}"], list.Said());
        var read = Assert.Single(list.Rows).Born;
        if (said is null or "dateFromSerial cleaned" or "dateMonthFirst cleaned") Assert.Equal(cell is null or "-" ? null : new DateOnly(2014, 3, 5), read);
        else if (said.StartsWith("dateUnreadable", StringComparison.Ordinal)) Assert.Null(read);
        else Assert.Equal(new DateOnly(2014, 3, 6), read);
    }

    [Fact]
    public void A_month_that_cannot_be_one_is_turned_only_where_the_NIK_bears_it_out() =>
        Assert.Equal(["2 C dateMonthFirst cleaned", "3 C dateUnreadable cleaned"], Read(["NIK", "NAMA", "TGL LAHIR"], [Nik(1, "650314"), "SITI", "03/25/2014"], [Nik(2, "640314"), "DEWI", "03/25/2014"]).Said());

    [Fact]
    public void What_differs_from_the_NIK_and_is_not_turned_stays_as_the_list_says() =>
        Assert.Equal(new DateOnly(2014, 5, 4), Assert.Single(Read(["NIK", "NAMA", "TGL LAHIR"], [Nik(1, "450314"), "SITI", "04/05/2014"]).Rows).Born);

    [Fact]
    public void A_sex_that_differs_from_the_NIK_is_told() =>
        Assert.Equal(["2 C sexDiffersFromNik accepted"], Read(["NIK", "NAMA", "L/P"], [Nik(1), "SITI", "L"], [Nik(2), "DEWI", "2"], [Nik(3), "AYU", "Perempuan"]).Said());
}
