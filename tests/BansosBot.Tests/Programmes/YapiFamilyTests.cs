using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using static BansosBot.Tests.Programmes.YapiWays;

namespace BansosBot.Tests.Programmes;

/// <summary>Several children, and who is meant in each question.</summary>
public sealed class YapiFamilyTests
{
    [Fact]
    public void Two_siblings_are_asked_their_own_questions_and_share_the_rest()
    {
        var chat = ToMoreChildren();
        chat.Press("ya");
        Assert.Equal("yapi/birth_date", chat.Now.Place);
        chat.Says("12 Maret 2016");
        chat.Press("benar");
        chat.Press("tidak_ada");
        Child(chat, "Nur Aini", "perempuan", "3673015203160001");
        chat.Press("tidak");
        Assert.Equal("yapi/father_death_certificate", chat.Now.Place);
        foreach (var _ in Enumerable.Range(0, 5)) chat.Press("di_kantor");
        chat.Press("lewati");

        Assert.Equal("yapi/!review", chat.Now.Place);
        Assert.Equal(2, chat.Draft.Children);
        Assert.Null(Course.Next(YapiChat.Yapi.Flow!, chat.Draft, new(2025, 9, 23)));
        Assert.Contains("3673 0152 0316 0001", chat.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_further_child_is_counted_by_itself_and_the_outer_count_goes_on_from_where_it_was()
    {
        var chat = ToMoreChildren();
        Assert.Equal("16 dari 22", chat.Heading);
        foreach (var (child, niks) in ((int, string)[])[(2, "3673015203160001"), (3, "3673015203170002")])
        {
            chat.Press("ya");
            Assert.Equal($"Anak ke-{child}, pertanyaan 1 dari 9", chat.Heading);
            chat.Says($"12 Maret {2014 + child}");
            chat.Press("benar");
            Assert.Equal($"Anak ke-{child}, pertanyaan 2 dari 9", chat.Heading);
            chat.Press("tidak_ada");
            Assert.Equal($"Anak ke-{child}, pertanyaan 3 dari 9", chat.Heading);
            Child(chat, child == 2 ? "Nur Aini" : "Nur Hasanah", "perempuan", niks);
            Assert.Equal($"Anak ke-{child}, pertanyaan 9 dari 9", chat.Heading);
        }

        chat.Press(Everywhere.Back);
        Assert.Equal("Anak ke-3, pertanyaan 8 dari 9", chat.Heading);
        chat.Press("lewati");
        chat.Press("tidak");
        Assert.Equal("17 dari 22", chat.Heading);
    }

    [Fact]
    public void A_childs_question_says_which_child_by_its_name_once_that_is_known()
    {
        var chat = ToMoreChildren();
        chat.Press("ya");
        Assert.Contains("Kapan tanggal lahir anak ke-2?", chat.Said, StringComparison.Ordinal);
        chat.Says("12 Maret 2016");
        chat.Press("benar");
        Assert.Contains("berlaku untuk anak ke-2?", chat.Said, StringComparison.Ordinal);
        chat.Press("tidak_ada");
        Assert.Contains("Siapa nama lengkap anak ke-2?", chat.Said, StringComparison.Ordinal);
        chat.Says("Nur Aini");
        Assert.Contains("Apakah Nur Aini laki-laki", chat.Said, StringComparison.Ordinal);
        chat.Says("???");
        chat.Says("???");
        chat.Says("???");
        Assert.Contains("untuk jenis kelamin Nur Aini", chat.Said, StringComparison.Ordinal);
        foreach (var _ in Enumerable.Range(0, 4)) chat.Press(Everywhere.Back);
        chat.Press(Everywhere.Back);
        Assert.Contains("foto Ahmad Fauzi", chat.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sendiri", "Bapak/Ibu")]
    [InlineData("orang_lain", "Siti Aminah")]
    public void The_guardians_questions_say_whose_number_and_address_is_wanted(string forWhom, string whose)
    {
        var chat = Consenting("2", "kakek_nenek");
        chat.Press("boleh");
        chat.Press("di_kantor");
        chat.Press(forWhom);
        if (forWhom == "orang_lain")
        {
            chat.Says("Sukinah");
            chat.Press("kader");
        }

        chat.Says("Siti Aminah");
        Assert.Contains($"Berapa NIK {whose}?", chat.Said, StringComparison.Ordinal);
        chat.Says("3604014508720003");
        chat.Says("3673011203140007");
        Assert.Contains($"Berapa nomor HP {whose} yang bisa dihubungi?", chat.Said, StringComparison.Ordinal);
        chat.Says("0812-3456-7890");
        Assert.Contains($"keluarga {whose} tinggal?", chat.Said, StringComparison.Ordinal);
        chat.Says("unyur");
        Assert.Contains($"alamat rumah {whose}?", chat.Said, StringComparison.Ordinal);
        chat.Says("Kp. Kebon RT 2 RW 5");
        Assert.Contains($"foto KTP {whose}.", chat.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sibling_who_does_not_fit_is_left_out_and_the_others_go_on()
    {
        var chat = ToMoreChildren();
        chat.Press("ya");
        chat.Says("12 Maret 2001");
        chat.Press("benar");
        Assert.Equal("yapi/verdict", chat.Now.Place);
        Assert.Equal("Anak ke-2", chat.Heading);

        chat.Press(VerdictKind.WithoutChild);

        Assert.Equal("yapi/father_death_certificate", chat.Now.Place);
        Assert.Equal(1, chat.Draft.Children);
        Assert.DoesNotContain(chat.Draft.Answers.Keys, k => k.EndsWith("#2", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_child_that_was_taken_back_is_not_asked_about_again()
    {
        var chat = ToMoreChildren();
        chat.Press("ya");
        chat.Press(Everywhere.Back);

        chat.Press("tidak");

        Assert.Equal("yapi/father_death_certificate", chat.Now.Place);
    }
}
