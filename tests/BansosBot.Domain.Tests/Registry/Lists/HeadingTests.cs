using BansosBot.Domain.Registry.Lists;
using static BansosBot.Domain.Tests.Registry.Lists.Table;

namespace BansosBot.Domain.Tests.Registry.Lists;

/// <summary>Dirt 1: titles above, two rows of names, a row of column numbers.</summary>
public sealed class HeadingTests
{
    [Fact]
    public void The_row_with_most_known_names_is_the_heading_and_what_stands_above_is_passed_over()
    {
        var list = Read(["DAFTAR PENERIMA BANTUAN TAHUN 2025"], ["Kelurahan: Unyur"], [], ["NO", "NIK ANAK", "NAMA"], ["1", Nik(1), "SITI"]);

        Assert.Equal(4, list.Sheets[0].HeadingRow);
        Assert.Equal([Holds.NotKept, Holds.Nik, Holds.Name], list.Sheets[0].Columns.Select(c => c.Holds));
        Assert.Equal(5, Assert.Single(list.Rows).At.Row);
    }

    [Fact]
    public void Two_rows_name_the_columns_where_one_stands_merged_over_the_other()
    {
        var list = Read(["NO", "NIK", "NAMA", "ALAMAT", null, null, "WALI", null], [null, null, null, "RT", "RW", "KEL", "NAMA", "NIK"], ["1", "2", "3", "4", "5", "6", "7", "8"], ["1", Nik(1), "SITI", "2", "5", "Unyur", "AMINAH", Nik(9, "450585")]);

        Assert.Equal([Holds.NotKept, Holds.Nik, Holds.Name, Holds.Rt, Holds.Rw, Holds.Kelurahan, Holds.GuardianName, Holds.GuardianNik], list.Sheets[0].Columns.Select(c => c.Holds));
        Assert.Equal(["2 - twoRowHeading accepted", "3 - columnNumbers cleaned"], list.Said());
        Assert.Equal("AMINAH", Assert.Single(list.Rows).GuardianName?.Reveal());
    }

    [Fact]
    public void A_merged_name_counts_for_each_column_under_it()
    {
        var sheet = Sheet(["NIK", "NAMA", "DATA IBU"], [null, null, "NIK", "NAMA"], [Nik(1), "SITI", Nik(2, "450585"), "AMINAH"]) with { Merged = [new(1, 1, 2, 3)] };

        var list = ReadList.Of([sheet with { Merged = [new(1, 1, 2, 3), new(1, 2, 0, 0)] }], Today);

        Assert.Equal("SITI", Assert.Single(list!.Rows).Name.Reveal());
    }

    [Fact]
    public void Of_two_columns_of_one_name_the_left_one_is_read() =>
        Assert.Equal(["1 C columnTwice cleaned"], Read(["NIK", "NAMA", "NAMA"], [Nik(1), "SITI", "WALI SITI"]).Said());

    [Fact]
    public void A_column_that_nobody_knows_is_told_and_not_read() =>
        Assert.Equal(["1 C columnUnknown cleaned"], Read(["NIK", "NAMA", "WARNA RUMAH"], [Nik(1), "SITI", "biru"]).Said());

    [Fact]
    public void Without_a_column_of_NIK_and_of_names_there_is_no_list()
    {
        Assert.Null(ReadList.Of([Sheet(["NO", "NAMA", "ALAMAT"], ["1", "SITI", "KP. KEBON"])], Today));
        Assert.Null(ReadList.Of([Sheet()], Today));
    }

    [Theory]
    [InlineData("NO. KARTU KELUARGA", Holds.Kk)]
    [InlineData("No.KK", Holds.Kk)]
    [InlineData("NIK_KTP", Holds.Nik)]
    [InlineData("Nama  Penerima\nManfaat", Holds.Name)]
    [InlineData("Nama Lengkap (sesuai KTP)", Holds.Name)]
    [InlineData("L/P", Holds.Sex)]
    [InlineData("TTL", Holds.BirthDate)]
    [InlineData("RT/RW", Holds.RtRw)]
    [InlineData("Desa/Kel", Holds.Kelurahan)]
    [InlineData("Kec.", Holds.Kecamatan)]
    [InlineData("KECAMTAN", Holds.Kecamatan)]
    [InlineData("Nama Ibu Kandung", Holds.NotKept)]
    [InlineData("No Rekening", Holds.NotKept)]
    [InlineData("Nama Wali", Holds.GuardianName)]
    [InlineData("Ket", Holds.Remark)]
    [InlineData("Nama Lengkap Anak Yatim Sesuai KK", Holds.Name)]
    [InlineData("NIK / No. KTP Anak", Holds.Nik)]
    [InlineData("Nama Anak/Penerima", Holds.Name)]
    [InlineData("Nama Ayah (Alm)", Holds.NotKept)]
    [InlineData("NIK Ibu Kandung", Holds.NotKept)]
    [InlineData("Nama Kelurahan Anak", Holds.NotKept)]
    [InlineData("Nama Lengkap Wali Anak", Holds.GuardianName)]
    [InlineData("Nomor Kartu Keluarga Penerima", Holds.Kk)]
    [InlineData("SITI AMINAH", Holds.Unknown)]
    public void Names_of_columns_are_known(string name, Holds holds) => Assert.Equal(holds, ColumnNames.Of(name));
}
