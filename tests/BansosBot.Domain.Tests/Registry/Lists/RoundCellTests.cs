using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Which tahap a payment list means, however it is written.</summary>
public sealed class RoundCellTests
{
    [Theory]
    [InlineData("Tahap 2", 2025, 2)]
    [InlineData("2", 2025, 2)]
    [InlineData("TW III 2024", 2024, 3)]
    [InlineData("tahap ke-4", 2025, 4)]
    [InlineData("2026/1", 2026, 1)]
    [InlineData("Termin 3 Tahun 2025", 2025, 3)]
    [InlineData("II", 2025, 2)]
    public void It_is_read_so(string written, int year, int round) => Assert.Equal(new Period(year, round), RoundCell.Read(written, new(2025, null)));

    [Theory]
    [InlineData(null)]
    [InlineData("Juli - September")]
    [InlineData("99")]
    public void Where_no_row_names_one_the_lists_own_counts(string? written)
    {
        Assert.Null(RoundCell.Read(written, new(2025, null)));
        Assert.Equal(new Period(2025, 4), RoundCell.Read(written, new(2025, 4)));
    }

    [Theory]
    [InlineData("Disetujui", Ruling.Approved)]
    [InlineData("LAYAK", Ruling.Approved)]
    [InlineData("ok", Ruling.Approved)]
    [InlineData("Tidak layak", Ruling.Refused)]
    [InlineData("TIDAK DISETUJUI", Ruling.Refused)]
    [InlineData("ditolak (NIK ganda)", Ruling.Refused)]
    [InlineData("Yatim", null)]
    [InlineData("Yatim Piatu", null)]
    [InlineData("Belum diproses", null)]
    [InlineData("", null)]
    public void A_result_is_read_so(string written, Ruling? result) => Assert.Equal(result, AnswerCells.Read(written));
}
