using CsCheck;
using static BansosBot.Tests.Programmes.YapiWays;

namespace BansosBot.Tests.Programmes;

/// <summary>Lines of the summary opened by what they are called.</summary>
public sealed class YapiSummaryTests
{
    [Theory]
    [InlineData("alamat", "address")]
    [InlineData("alamt", "address")]
    [InlineData("mau ganti alamatnya bu", "address")]
    [InlineData("Nama anak", "person_name")]
    [InlineData("nomor hp", "phone")]
    [InlineData("no hp", "phone")]
    [InlineData("HP wali salah", "phone")]
    [InlineData("pkh", "pkh")]
    [InlineData("tgl lahir anak", "birth_date")]
    [InlineData("lahir anak", "birth_date", "child_birth_place")]
    [InlineData("nomor telepon", "phone")]
    [InlineData("tanggal lahir", "birth_date")]
    [InlineData("kelurahn", "kelurahan")]
    [InlineData("desil", "desil")]
    [InlineData("1", "parent_status")]                  // not the button "kirim"
    [InlineData("16", "address")]
    [InlineData("nomor 16", "address")]
    [InlineData("nik", "guardian_nik", "person_nik")]
    [InlineData("nama", "guardian_name", "person_name")]
    [InlineData("kematian", "father_death_certificate", "mother_death_certificate")]
    [InlineData("???")]
    [InlineData("99")]
    [InlineData("sudah bu")]
    [InlineData("rumah saya bocor")]
    public void A_line_of_the_summary_is_opened_by_its_name_and_where_it_may_be_several_they_are_offered(string said, params string[] lines)
    {
        var chat = Reviewed();

        chat.Says(said);

        switch (lines)
        {
            case [var only]:
                Assert.Equal($"yapi/{only}!", chat.Now.Place);
                Assert.StartsWith("Memperbaiki: ", chat.Heading, StringComparison.Ordinal);
                break;
            case []:
                Assert.Equal("yapi/!review", chat.Now.Place);
                Assert.Contains("Ringkasan isian", chat.Said, StringComparison.Ordinal);
                break;
            default:
                Assert.Equal(lines, Offered(chat));
                chat.Press($"mend:{chat.Now.Choices.First(c => c.StartsWith("mend:", StringComparison.Ordinal))["mend:".Length..]}");
                Assert.Equal($"yapi/{lines[0]}!", chat.Now.Place);
                break;
        }
    }

    /// <summary>How long it takes to look a child up tells whether it is known: who files nothing must not be able to measure it.</summary>
    [Fact]
    public void The_child_is_looked_up_by_the_message_that_files_it_and_by_no_other()
    {
        var chat = Reviewed();
        foreach (var said in (string[])["halo", "ya tidak", "nik anak", "kembali", "/status", "kembali", "/lanjut", "perbaiki", "/menu"])
        {
            chat.Says(said);
            Assert.Empty(chat.Needed.Children);
        }

        chat = Reviewed();
        chat.Photo();
        Assert.Empty(chat.Needed.Children);
        chat.Says("kirim saja");

        Assert.Single(chat.Needed.Children);
    }

    [Fact]
    public void Sent_while_a_photo_is_on_its_way_no_child_is_looked_up()
    {
        var chat = Reviewed();
        chat.Press("perbaiki");
        chat.Press("mend:kk_photo");
        chat.Photo();
        chat.Press("sudah_semua");

        chat.Says("kirim");

        Assert.Empty(chat.Needed.Children);
        Assert.Equal("yapi/!filing", chat.Now.Place);
    }

    [Theory]
    [InlineData("nik", "guardian_nik", "person_nik#1", "person_nik#2")]
    [InlineData("nik nur aini", "person_nik#2")]
    [InlineData("nik anak 2", "person_nik#2")]
    [InlineData("nama anak ke-1", "person_name#1")]
    [InlineData("nik anak", "person_nik#1", "person_nik#2")]
    public void Of_two_children_the_one_that_is_named_is_meant(string said, params string[] lines)
    {
        var chat = Reviewed(secondChild: true);

        chat.Says(said);

        if (lines is [var only]) Assert.Equal(only, $"{chat.Now.Place["yapi/".Length..^1]}#{chat.Draft.Child}");
        else Assert.Equal(lines, chat.Now.Choices.Where(c => c.StartsWith("mend:", StringComparison.Ordinal)).Select(c => c["mend:".Length..]));
    }
}
