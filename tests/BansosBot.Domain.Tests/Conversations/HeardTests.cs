using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Tests.Conversations;

/// <summary>What a person's words mean at a place, before anything is done about it.</summary>
public sealed class HeardTests
{
    private static readonly Conversation Erasing = new() { Chat = new("web", "w1"), Choices = ["go:erase:ya", Everywhere.Menu], Labels = ["ya hapus", "tidak jadi"] };

    private static readonly Conversation Withdrawing = Erasing with { Choices = ["go:withdraw:c1:ya", Everywhere.Menu], Labels = ["ya tarik", "tidak jadi"] };

    private static readonly Conversation InMenu = Erasing with
    {
        Choices = ["go:apply-yapi", "go:interview", "go:status", "go:schedule", "go:telegram"],
        Labels = ["lanjutkan pendaftaran", "cek bantuan yang cocok", "cek pengajuan saya", "jadwal pembagian", "lanjut di telegram"],
    };

    [Fact]
    public void The_words_of_the_button_do_the_act_and_those_of_another_one_do_not()
    {
        Assert.Equal(new Heard.Chosen("go:erase:ya"), Of(Erasing, "Ya, hapus"));
        Assert.Equal(new Heard.Chosen("go:withdraw:c1:ya"), Of(Withdrawing, "ya tarik"));
        Assert.Equal(new Heard.Text("ya tarik"), Of(Erasing, "ya tarik"));
        Assert.Equal(new Heard.Text("ya hapus"), Of(Withdrawing, "ya hapus"));
    }

    [Fact]
    public void Not_after_all_is_the_way_back_from_where_one_stands()
    {
        Assert.Equal(new Heard.Chosen(Everywhere.Menu), Of(Erasing, "tidak jadi"));
        Assert.Equal(new Heard.Chosen(Everywhere.Back), Of(Erasing with { Place = StepMap.Cancelling, Labels = [] }, "Tidak jadi."));
        Assert.Equal(new Heard.Chosen(Everywhere.Back), Of(Erasing with { Place = StepMap.ToOfficer, Labels = [] }, "gak jadi"));
        Assert.Equal(new Heard.Chosen(Everywhere.Cancel), Of(Erasing with { Place = "yapi/desil", Choices = [] }, "tidak jadi"));
    }

    [Theory]
    [InlineData("Cek bantuan yang cocok", "go:interview")]
    [InlineData(" cek  bantuan, yang COCOK! \U0001F60A", "go:interview")]
    [InlineData("cek bantuan", "go:interview")]
    [InlineData("cek peng", null)]          // not whole words
    [InlineData("cek", null)]               // two begin so
    [InlineData("bantuan yang cocok", null)]
    [InlineData("jadwal", "go:schedule")]
    [InlineData("jadwal pembagian beras", null)]
    [InlineData("lanjut", null)]            // words of our own: with the draft
    public void What_stands_on_a_button_does_as_the_button_does(string said, string? chosen) =>
        Assert.Equal(chosen is null ? new Heard.Text(said) : new Heard.Chosen(chosen), Of(InMenu, said));

    [Fact]
    public void Two_buttons_with_the_same_words_are_told_apart_by_their_numbers()
    {
        var twins = Erasing with { Choices = ["go:withdraw:c1", "go:withdraw:c2", Everywhere.Menu], Labels = ["s", "s", "tidak jadi"] };

        Assert.Equal(new Heard.Text("S."), Of(twins, "S."));
        Assert.Equal(new Heard.Chosen("go:withdraw:c2"), Of(twins, "2"));
    }

    [Fact]
    public void In_a_question_half_a_label_is_left_for_the_question_to_read()
    {
        var asked = InMenu with { Place = "yapi/circumstances", Choices = ["sudah_menikah", "di_panti"], Labels = ["sudah menikah", "tinggal di panti asuhan"] };

        Assert.Equal(new Heard.Text("sudah"), Of(asked, "sudah"));
        Assert.Equal(new Heard.Chosen("di_panti"), Of(asked, "tinggal di panti asuhan"));
    }

    [Theory]
    [InlineData("talk to an officer", Everywhere.Officer)]
    [InlineData("Officer!", Everywhere.Officer)]
    [InlineData("main menu", Everywhere.Menu)]
    [InlineData("go back", Everywhere.Back)]
    [InlineData("I don't understand", Everywhere.Help)]
    [InlineData("cancel it", Everywhere.Cancel)]
    public void English_words_win_in_every_step_too(string said, string chosen) =>
        Assert.Equal(new Heard.Chosen(chosen), Of(Erasing with { Place = "yapi/desil", Choices = ["1", "2"], Labels = ["1", "2"] }, said));

    [Theory]
    [InlineData("what is desil")]
    [InlineData("What does it mean?")]
    public void A_question_about_the_question_is_heard_in_English_too(string said) =>
        Assert.Equal(new Heard.Chosen(Everywhere.Help), Of(Erasing with { Place = "yapi/desil", Choices = ["1"], Labels = ["1"] }, said));

    [Theory]
    [InlineData("saya mau lanjut di telegram", "go:telegram")]
    [InlineData("pindah ke telegram bu", "go:telegram")]
    [InlineData("lanjut bu", "go:apply")]
    [InlineData("ada penipuan di telegram", null)]
    [InlineData("kode tanda terima saya hilang gimana", "go:lookup:code-lost")]
    [InlineData("kode tanda terima", "go:status:code")]
    [InlineData("nama ibu saya ada di daftar ga", "go:lookup:list")]
    [InlineData("ibu sakit, bisa diwakilin ga", "go:proxy")]
    [InlineData("contoh surat kuasa", "go:proxy")]
    [InlineData("berapa lama prosesnya", "go:standard")]
    [InlineData("sudah lama belum cair", null)]
    [InlineData("standar pelayanan", "go:standard")]
    [InlineData("kenapa bansos saya berhenti", "go:stopped")]
    [InlineData("anak saya berhenti sekolah", null)]
    [InlineData("saya wartawan", "go:meant:talk_to_officer")]
    public void In_the_menu_what_only_this_bot_has_opens_by_its_words(string said, string? opened) => Assert.Equal(opened, OwnWords.Of(said, Erasing));

    [Theory]
    [InlineData(null, "")]
    [InlineData("https://cekbansos.kemensos.go.id/", ":pemerintah")]
    [InlineData("cekbansos.kemensos.go.id", ":pemerintah")]
    [InlineData("HTTPS://KEMENSOS.GO.ID:443/x?y", ":pemerintah")]
    [InlineData("https://kemensos.go.id.contoh.xyz/daftar", ":lain")]
    [InlineData("https://contoh.xyz/kemensos.go.id", ":lain")]
    [InlineData("https://contoh.xyz?kemensos.go.id", ":lain")]
    [InlineData("https://kemensos.go.id@contoh.xyz", ":lain")]
    [InlineData("https://contoh.xyz\\.go.id", ":lain")]
    [InlineData("https://contoh-go.id", ":lain")]
    [InlineData("bit.ly/bansos", ":lain")]
    public void An_address_is_the_governments_by_its_host_alone(string? link, string about) => Assert.Equal(about, OfficialErrand.About(link));

    private static Heard Of(Conversation at, string words) => Heard.By(at, new Incoming.Words(at.Chat, "1", words));
}
