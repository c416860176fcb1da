using BansosBot.Domain.Conversations;
using CsCheck;
using static BansosBot.Tests.Programmes.YapiWays;

namespace BansosBot.Tests.Programmes;

/// <summary>The orphan assistance from its first question to consent, walked by the conversation engine itself.</summary>
public sealed class YapiPreCheckTests
{
    [Fact]
    public void Who_answers_smoothly_has_consented_and_sent_a_photo_within_twelve_messages()
    {
        var chat = new YapiChat();

        chat.Command("daftar");
        chat.Press("keduanya");
        chat.Says("12-3-2014");
        chat.Press("benar");
        chat.Press("ya");
        chat.Press("tidak_ada");
        chat.Press("2");
        chat.Press("tidak_ada");
        chat.Press("tidak");
        chat.Press("kakek_nenek");
        Assert.Equal("yapi/consent", chat.Now.Place);
        chat.Press("boleh");
        Assert.Equal("yapi/kk_photo", chat.Now.Place);
        chat.Photo();

        Assert.Equal(12, chat.Messages);
        Assert.Single(chat.Now.Consents);
        Assert.Single(chat.Orders);
    }

    [Fact]
    public void The_word_of_the_pre_check_goes_with_the_question_for_consent()
    {
        var likely = Consenting("2", "kakek_nenek").Said;
        var review = Consenting("tidak_tahu", "pengasuh").Said;

        Assert.Contains("Kemungkinan berhak", likely, StringComparison.Ordinal);
        Assert.Contains("Bolehkah", likely, StringComparison.Ordinal);
        Assert.Contains("Perlu dicek petugas", review, StringComparison.Ordinal);
        Assert.Contains("Yang mengasuh bukan keluarga anak", review, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_notice_is_shown_on_request_and_asks_again()
    {
        var chat = Consenting("2", "kakek_nenek");

        chat.Press("baca_dulu");

        Assert.Equal("yapi/consent", chat.Now.Place);
        Assert.Contains("Siapa yang melihat", chat.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("baca_dulu", chat.Now.Choices);
    }

    [Fact]
    public void What_is_no_answer_to_the_question_for_consent_repeats_the_question_alone()
    {
        var chat = Consenting("tidak_tahu", "pengasuh");

        foreach (var odd in (Action[])[() => chat.Odd(OddKind.Sticker), () => chat.Says("nanti saya tanya anak dulu"), chat.Photo, () => chat.Presses(-1, 0), () => chat.Says("bantuan")])
        {
            odd();
            Assert.Equal("yapi/consent", chat.Now.Place);
            Assert.DoesNotContain("Perlu dicek petugas", chat.Said, StringComparison.Ordinal);
            Assert.EndsWith("Bolehkah data keluarga kami simpan?", chat.Said, StringComparison.Ordinal);
            Assert.Equal(["boleh", "baca_dulu", "tidak"], chat.Now.Choices.Where(c => !Everywhere.IsEverywhere(c)));
        }

        chat.Says("menu");
        chat.Command("daftar");
        Assert.Contains("Perlu dicek petugas", chat.Said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_family_that_does_not_fit_hears_why_at_once_and_can_go_back()
    {
        var chat = new YapiChat();
        chat.Command("daftar");

        chat.Press("masih_ada");
        Assert.Equal("yapi/verdict", chat.Now.Place);
        Assert.Contains("ayah atau ibunya sudah meninggal", chat.Said, StringComparison.Ordinal);
        chat.Press("dasar");
        Assert.Contains("Permensos 7/2021", chat.Said, StringComparison.Ordinal);
        chat.Press(Everywhere.Back);
        chat.Press("ayah");

        Assert.Equal("yapi/birth_date", chat.Now.Place);
    }

    [Theory]
    [InlineData("7", "6_10", "verdict")]            // the figure is the desil, not the seventh button
    [InlineData("2", "2", "state_job")]
    [InlineData("desil 3", "3", "state_job")]
    public void A_figure_typed_for_the_desil_is_the_desil(string typed, string choice, string next)
    {
        var chat = AtDesil();

        chat.Says(typed);

        Assert.Equal(new Answer.Chosen(choice), chat.Draft.Answers["desil"]);
        Assert.Equal($"yapi/{next}", chat.Now.Place);
    }
}
