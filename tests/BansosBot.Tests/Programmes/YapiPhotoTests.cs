using BansosBot.Domain.Conversations;
using static BansosBot.Tests.Programmes.YapiWays;

namespace BansosBot.Tests.Programmes;

/// <summary>Photos that are refused when one has gone on.</summary>
public sealed class YapiPhotoTests
{
    [Fact]
    public void A_photo_refused_when_one_has_gone_on_is_asked_for_next_and_the_way_leads_on_from_where_one_was()
    {
        var chat = Consenting("2", "kakek_nenek");
        chat.Press("boleh");
        chat.Photo();
        chat.Press("sudah_semua");
        chat.Press("sendiri");
        chat.Says("Siti Aminah");
        chat.Refuses(chat.Orders[0]);
        Assert.Equal("yapi/guardian_nik", chat.Now.Place);

        chat.Says("3604014508720003");
        Assert.Equal("yapi/kk_photo", chat.Now.Place);
        chat.Press("di_kantor");

        Assert.Equal("yapi/kk_number", chat.Now.Place);
        chat.Says("3673011203140007");
        Assert.Equal("yapi/phone", chat.Now.Place);
    }

    [Fact]
    public void A_photo_of_one_child_refused_at_the_next_ones_questions_is_asked_for_again()
    {
        var chat = ToMoreChildren();
        chat.Press(Everywhere.Back);
        chat.Press(Everywhere.Back);
        chat.Photo();
        chat.Press("sudah_semua");
        chat.Press("lewati");
        chat.Press("ya");
        chat.Says("12 Maret 2016");
        chat.Press("benar");
        chat.Refuses(chat.Orders[0]);

        Assert.Contains("Akta kelahiran anak (anak 1)", chat.Said, StringComparison.Ordinal);
        chat.Press("tidak_ada");
        Assert.Equal(("yapi/birth_certificate", 1), (chat.Now.Place, chat.Draft.Child));
        chat.Press("di_kantor");

        Assert.Equal(("yapi/person_name", 2), (chat.Now.Place, chat.Draft.Child));
    }

    [Fact]
    public void A_photo_refused_while_another_line_is_mended_is_asked_for_next()
    {
        var chat = ToMoreChildren();
        chat.Press("tidak");
        chat.Photo();
        chat.Press("sudah_semua");
        foreach (var _ in Enumerable.Range(0, 4)) chat.Press("di_kantor");
        chat.Press("lewati");
        chat.Press("perbaiki");
        chat.Press("mend:phone");
        chat.Refuses(chat.Orders[0]);

        chat.Says("0812-3456-7899");
        Assert.Equal("yapi/father_death_certificate!", chat.Now.Place);
        chat.Press("di_kantor");

        Assert.Equal("yapi/!review", chat.Now.Place);
    }
}
