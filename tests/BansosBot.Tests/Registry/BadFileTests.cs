using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Storage;
using CsCheck;

namespace BansosBot.Tests.Registry;

/// <summary>Files that are no list, whatever they are called: one sentence each, with the place and the cure.</summary>
public sealed class BadFileTests : IDisposable
{
    private static readonly byte[] OldFolder = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_that_is_not_there() => Assert.IsType<ListNotThere>(Refused(folder["tidak-ada.xlsx"]));

    [Fact]
    public void Empty_files_and_empty_tables()
    {
        Assert.IsType<ListEmpty>(Refused("kosong.csv", []));
        Assert.IsType<ListEmpty>(Refused("kosong.csv", "\n\n;;\n"u8.ToArray()));
        new XlsxFile().Sheet("Lembar1", []).Save(folder["kosong.xlsx"]);
        Assert.IsType<ListEmpty>(Refused(folder["kosong.xlsx"]));
    }

    [Theory]
    [InlineData("foto.xlsx", "89504E470D0A1A0A0000000D49484452", NoList.Picture)]
    [InlineData("foto.csv", "FFD8FFE000104A46494600", NoList.Picture)]
    [InlineData("surat.xlsx", "255044462D312E370A", NoList.Pdf)]
    [InlineData("daftar.xls", "3C68746D6C3E3C7461626C653E", NoList.WebPage)]
    [InlineData("daftar.rtf.xlsx", "7B5C727466310A", NoList.Document)]
    [InlineData("daftar.csv", "00010203040506", NoList.Unknown)]
    public void Files_of_another_kind_are_known_by_their_content(string name, string bytes, NoList kind) =>
        Assert.Equal(new ListOfWrongKind(kind), Refused(name, Convert.FromHexString(bytes)));

    [Theory]
    [InlineData("word/document.xml", NoList.Document)]
    [InlineData("content.xml", NoList.OpenDocument)]
    [InlineData("xl/workbook.bin", NoList.BinaryWorkbook)]
    [InlineData("foto.jpg", NoList.Archive)]
    public void Zipped_files_of_another_kind_are_known_by_their_parts(string part, NoList kind)
    {
        using (var zip = new ZipArchive(File.Create(folder["daftar.xlsx"]), ZipArchiveMode.Create)) zip.CreateEntry(part);

        Assert.Equal(new ListOfWrongKind(kind), Refused(folder["daftar.xlsx"]));
    }

    [Fact]
    public void A_password_is_told_from_an_old_workbook()
    {
        Assert.IsType<ListHasPassword>(Refused("terkunci.xlsx", [.. OldFolder, .. new byte[200_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[9]]));
        Assert.IsType<ListIsOldExcel>(Refused("lama.xlsx", [.. OldFolder, .. new byte[3_000], .. Encoding.Unicode.GetBytes("Workbook")]));
    }

    [Fact]
    public void A_table_without_names_for_its_columns()
    {
        Assert.Equal(new ListWithoutHeading(40), Refused("daftar.csv", "1;3673025203140001;SITI\n2;3673025203140002;DEWI\n"u8.ToArray()));
        new XlsxFile().Sheet("Lembar1", [["NAMA", "ALAMAT"], ["SITI", "KP. KEBON"]]).Save(folder["daftar.xlsx"]);
        Assert.Equal(new ListWithoutHeading(40), Refused(folder["daftar.xlsx"]));
    }

    [Fact]
    public void A_table_of_65000_columns()
    {
        Assert.Equal(new ListTooWide("lebar.csv", 65_000, 256), Refused("lebar.csv", Encoding.UTF8.GetBytes("NIK;NAMA\n" + new string(';', 64_999) + "\n")));
        new XlsxFile().Sheet("Lebar", [["NIK", "NAMA", .. Enumerable.Repeat<string?>(null, 16_381), "x"]]).Save(folder["lebar.xlsx"]);
        Assert.Equal(new ListTooWide("Lebar", 16_384, 256), Refused(folder["lebar.xlsx"]));
    }

    [Fact]
    public void A_zip_bomb_that_says_so_is_not_unpacked()
    {
        var bytes = Workbook();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Directory(bytes, "xl/worksheets/sheet1.xml") + 24), 0xFFFF_FF00);

        Assert.Equal(new ListUnpacksTooLarge(1024), Refused("bom.xlsx", bytes));
    }

    [Fact]
    public void A_zip_bomb_that_lies_is_cut_where_it_said_it_ends()
    {
        var bytes = Workbook();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Directory(bytes, "xl/worksheets/sheet1.xml") + 24), 300);

        Assert.IsType<ListIsBroken>(Refused("bom.xlsx", bytes));
    }

    [Fact]
    public void A_workbook_that_was_cut_off()
    {
        var bytes = Workbook();

        Assert.IsType<ListIsBroken>(Refused("terpotong.xlsx", bytes[..(bytes.Length / 2)]));
    }

    [Fact]
    public void A_sheet_whose_xml_is_torn()
    {
        new XlsxFile().Sheet("Lembar1", [["NIK", "NAMA"]]).Save(folder["robek.xlsx"]);
        using (var zip = ZipFile.Open(folder["robek.xlsx"], ZipArchiveMode.Update))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var to = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            to.Write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>");
        }

        Assert.Equal(new ListIsBroken("Lembar1"), Refused(folder["robek.xlsx"]));
    }

    [Fact]
    public void A_document_type_is_not_followed()
    {
        new XlsxFile().Sheet("Lembar1", [["NIK", "NAMA"]]).Save(folder["dtd.xlsx"]);
        using (var zip = ZipFile.Open(folder["dtd.xlsx"], ZipArchiveMode.Update))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var to = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            to.Write("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>");
        }

        Assert.Equal(new ListIsBroken("Lembar1"), Refused(folder["dtd.xlsx"]));
    }

    [Fact]
    public void A_quote_that_is_never_closed() =>
        Assert.Equal(new ListQuoteOpen(3), Refused("kutip.csv", Encoding.UTF8.GetBytes("NIK;NAMA\n3673025203140001;SITI\n3673025203140002;\"DEWI\n" + string.Concat(Enumerable.Repeat("3673025203140003;AYU\n", 100_000)))));

    [Theory]
    [InlineData("NIK;NAMA\n3673025203140001;RENÉ\n", "utf-8")]
    [InlineData("NIK;NAMA\r\n3673025203140001;RENÉ\r\n", "windows-1252")]
    [InlineData("NIK\tNAMA\n3673025203140001\tRENÉ\n", "utf-16")]
    [InlineData("NIK|NAMA\n3673025203140001|RENÉ\n", "utf-8")]
    [InlineData("sep=|\nNIK|NAMA\n3673025203140001|RENÉ\n", "utf-8")]
    [InlineData("DAFTAR, PENERIMA, BANTUAN\nNIK;NAMA\n3673025203140001;RENÉ\n", "utf-8")]
    public void Texts_are_read_in_their_letters_and_with_their_separator(string text, string encoding)
    {
        var letters = encoding == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(encoding);
        File.WriteAllText(folder["daftar.csv"], text, letters);

        var row = Assert.Single(ListReport.Read(folder["daftar.csv"]).Rows);

        Assert.Equal(("RENÉ", text.StartsWith("DAFTAR", StringComparison.Ordinal) ? 3 : 2), (row.Name.Reveal(), row.At.Row));
    }

    [Fact]
    public void A_workbook_with_torn_bytes_is_read_or_refused_and_nothing_else()
    {
        var whole = Workbook();
        Gen.Int[0, whole.Length - 1].Select(Gen.Byte).Array[1, 12].Sample(torn =>
        {
            byte[] bytes = [.. whole];
            foreach (var (at, value) in torn) bytes[at] = value;
            var path = folder[Guid.NewGuid().ToString("N")];
            File.WriteAllBytes(path, bytes);
            Assert.NotNull(ListFile.Read(new ListSource.OnDisk(path), ListReport.Today));
            File.Delete(path);
        }, iter: 150, threads: 1);
    }

    [Fact]
    public void Any_bytes_are_read_or_refused_and_nothing_else() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        var path = folder[Guid.NewGuid().ToString("N")];
        File.WriteAllBytes(path, [.. "NIK;NAMA\n"u8, .. bytes.Select(b => b is < 32 and not 10 ? (byte)'"' : b)]);
        Assert.NotNull(ListFile.Read(new ListSource.OnDisk(path), ListReport.Today));
        File.Delete(path);
    }, iter: 300, threads: 1);

    [Fact]
    public void Each_refusal_is_a_sentence_with_a_cure()
    {
        foreach (var why in new ListRefusal[] { new ListNotThere(), new ListEmpty(), new ListOfWrongKind(NoList.Picture), new ListIsOldExcel(), new ListHasPassword(), new ListIsBroken(null), new ListIsBroken("Kasemen"), new ListWithoutHeading(40), new ListTooWide("Kasemen", 65_000, 256), new ListTooLong("Kasemen", 2_000_000), new ListTooLarge(512), new ListUnpacksTooLarge(1024), new ListOfFormulas("Kasemen", 1_000_000), new ListQuoteOpen(3) })
            Assert.EndsWith("Daftar lama tidak berubah.", ListReport.Word(why.Sentence), StringComparison.Ordinal);
    }

    private Refusal Refused(string name, byte[] bytes)
    {
        File.WriteAllBytes(folder[name], bytes);
        return Refused(folder[name]);
    }

    private static Refusal Refused(string path) => Assert.IsType<Outcome<ListInFile>.No>(ListFile.Read(new ListSource.OnDisk(path), ListReport.Today)).Why;

    private byte[] Workbook()
    {
        new XlsxFile().Sheet("Daftar", [["NIK", "NAMA"], .. Enumerable.Range(1, 500).Select(i => new string?[] { $"36730252031{i:D5}", "SITI" })]).Save(folder["utuh.xlsx"]);
        return File.ReadAllBytes(folder["utuh.xlsx"]);
    }

    /// <summary>Where the zip's directory speaks of a part: APPNOTE 4.3.12, signature 46 bytes before the name.</summary>
    private static int Directory(byte[] zip, string part) => zip.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(part)) - 46;
}
