using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Documents;
using BansosBot.Programmes;
using BansosBot.Texts;
using CsCheck;

namespace BansosBot.Tests.Programmes;

/// <summary>The orphan assistance walked by the conversation engine itself.</summary>
public sealed class YapiConversationTests
{
    private static readonly ShippedProgramme Yapi = ProgrammeFiles.Read().Programmes.Single(p => p.Programme.Name == "yapi");
    private static readonly TimeZoneInfo Wib = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");
    private static readonly Talk Talk = new(new Office("Dinas Sosial Kota Serang", Wib, new(20, 0), new(7, 0)), new ApplyErrand(Yapi.Programme, Yapi.Flow));
    private static readonly Wording Wording = new(TextBook.Shipped(ProgrammeFiles.Read().Texts), OfficeTime.Wib);
    private static readonly DateTimeOffset Now = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_answers_smoothly_has_consented_and_sent_a_photo_within_twelve_messages()
    {
        var chat = new Chat();

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
        var chat = new Chat();
        chat.Command("daftar");

        chat.Press("masih_ada");
        Assert.Equal("yapi/verdict", chat.Now.Place);
        Assert.Contains("ayah atau ibunya sudah meninggal", chat.Said, StringComparison.Ordinal);
        chat.Press("dasar");
        Assert.Contains("Permensos 7/2021", chat.Said, StringComparison.Ordinal);
        chat.Press(Everywhere.Back);
        chat.Press("ayah");

        Assert.Equal("yapi/child_birth_date", chat.Now.Place);
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

    [Fact]
    public void Two_siblings_are_asked_their_own_questions_and_share_the_rest()
    {
        var chat = Consenting("2", "kakek_nenek");
        chat.Press("boleh");
        chat.Photo();
        chat.Press("sudah_semua");
        chat.Press("sendiri");
        chat.Says("Siti Aminah");
        chat.Says("3604014508720003");
        chat.Says("3673011203140007");
        chat.Says("0812-3456-7890");
        chat.Says("unyur");
        chat.Says("Kp. Kebon RT 2 RW 5");
        chat.Press("di_kantor");
        Child(chat, "Ahmad Fauzi", "laki_laki", "3673011203140001");
        chat.Press("ya");
        Assert.Equal("yapi/child_birth_date", chat.Now.Place);
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
        Assert.Null(Course.Next(Yapi.Flow, chat.Draft, new(2025, 9, 23)));
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

        Assert.Equal(("yapi/child_name", 2), (chat.Now.Place, chat.Draft.Child));
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

    [Theory]
    [InlineData("alamat", "address")]
    [InlineData("alamt", "address")]
    [InlineData("mau ganti alamatnya bu", "address")]
    [InlineData("Nama anak", "child_name")]
    [InlineData("nomor hp", "phone")]
    [InlineData("no hp", "phone")]
    [InlineData("HP wali salah", "phone")]
    [InlineData("pkh", "pkh")]
    [InlineData("tgl lahir anak", "child_birth_date")]
    [InlineData("lahir anak", "child_birth_date", "child_birth_place")]
    [InlineData("nomor telepon", "phone")]
    [InlineData("tanggal lahir", "child_birth_date")]
    [InlineData("kelurahn", "kelurahan")]
    [InlineData("desil", "desil")]
    [InlineData("1", "parent_status")]                  // not the button "kirim"
    [InlineData("16", "address")]
    [InlineData("nomor 16", "address")]
    [InlineData("nik", "guardian_nik", "child_nik")]
    [InlineData("nama", "guardian_name", "child_name")]
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
                Assert.Contains("Ringkasan pendaftaran", chat.Said, StringComparison.Ordinal);
                break;
            default:
                Assert.Equal(lines, Offered(chat));
                chat.Press($"mend:{chat.Now.Choices.First(c => c.StartsWith("mend:", StringComparison.Ordinal))["mend:".Length..]}");
                Assert.Equal($"yapi/{lines[0]}!", chat.Now.Place);
                break;
        }
    }

    [Theory]
    [InlineData("nik", "guardian_nik", "child_nik#1", "child_nik#2")]
    [InlineData("nik nur aini", "child_nik#2")]
    [InlineData("nik anak 2", "child_nik#2")]
    [InlineData("nama anak ke-1", "child_name#1")]
    [InlineData("nik anak", "child_nik#1", "child_nik#2")]
    public void Of_two_children_the_one_that_is_named_is_meant(string said, params string[] lines)
    {
        var chat = Reviewed(secondChild: true);

        chat.Says(said);

        if (lines is [var only]) Assert.Equal(only, $"{chat.Now.Place["yapi/".Length..^1]}#{chat.Draft.Child}");
        else Assert.Equal(lines, chat.Now.Choices.Where(c => c.StartsWith("mend:", StringComparison.Ordinal)).Select(c => c["mend:".Length..]));
    }

    [Fact]
    public void An_old_button_is_answered_each_time_and_only_the_second_press_on_a_new_one_is_silent()
    {
        var chat = new Chat();
        chat.Command("daftar");
        var (question, choice) = (chat.Now.Question, chat.Now.Choices.IndexOf("keduanya"));

        chat.Press("keduanya");
        Assert.Equal(0, chat.Presses(question, choice));
        chat.Says("lupa");
        Assert.Equal(1, chat.Presses(question, choice));
        Assert.Equal(1, chat.Presses(question, choice));
        Assert.Equal(1, chat.Presses(-1, -1));
        Assert.Equal(1, chat.Presses(-1, -1));
    }

    [Theory]
    [InlineData("mau daftar bantuan buat cucu sy 2 orang, bapa ibunya sdh meninggal", "yapi/parent_status")]
    [InlineData("suami sy meninggal bulan lalu, mau ajukan bantuan utk anak sy", "yapi/parent_status")]
    [InlineData("wali nya diganti, nenek udh meninggal", StepMap.Idle)]
    public void Who_tells_of_a_death_and_asks_for_aid_is_asked_the_first_question(string said, string place)
    {
        var chat = new Chat();

        chat.Says(said);

        Assert.Equal(place, chat.Now.Place);
    }

    [Theory]
    [InlineData("apa itu desil")]
    [InlineData("Desil itu apa?")]
    [InlineData("apa sih artinya")]
    public void Who_asks_back_what_a_word_means_is_helped(string said)
    {
        var chat = AtDesil();

        chat.Says(said);

        Assert.StartsWith("Desil (tingkat kesejahteraan) 1 paling kurang mampu", chat.Said, StringComparison.Ordinal);
        Assert.Equal(0, chat.Draft.Misses);
    }

    [Theory]
    [InlineData("batal")]
    [InlineData("petugas")]
    public void Not_after_all_leads_back_from_an_aside(string aside)
    {
        var chat = AtDesil();
        chat.Says(aside);

        chat.Says("tidak jadi");

        Assert.Equal("yapi/desil", chat.Now.Place);
    }

    [Fact]
    public void No_to_stopping_erases_nothing()
    {
        var chat = AtDesil();
        chat.Says("batal");

        chat.Says("tidak");

        Assert.Equal(StepMap.Cancelling, chat.Now.Place);
        Assert.Contains("yapi", chat.Now.Drafts.Keys);
    }

    [Fact]
    public void However_long_one_is_stuck_at_the_verdict_the_officer_stands_there_once()
    {
        var chat = new Chat();
        chat.Command("daftar");
        chat.Press("masih_ada");

        for (var i = 0; i < 4; i++) chat.Says("lho bu");

        Assert.Contains(Everywhere.Cancel, chat.Now.Choices);
        Assert.Single(chat.Now.Choices, Everywhere.Officer);
    }

    // Whatever people send, in any order, the conversation stands at a question that can be answered. Presses are weighted to lead on.
    [Fact]
    public void Any_messages_leave_a_question_that_can_be_answered()
    {
        string[] words =
        [
            "ya", "tidak", "12-3-2014", "24-9-2007", "1 januari 2001", "lupa", "3673011203140001", "3604014508720003", "3673011203140007", "Siti Aminah",
            "0812-3456-7890", "sukawana", "pabuaran", "ciruas", "kasemen", "unyur", "Kp. Kebon RT 2 RW 5", "Kp. Kebon", "2", "7", "batal", "kembali", "kembali",
            "menu", "bantuan", "petugas", "sudah", "belum punya", "Serang", "/daftar", "🙂", "perbaiki",
        ];
        var steps = new HashSet<string>();
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 999]).Array[1, 120].Sample(
            moves =>
            {
                var chat = new Chat();
                chat.Command("daftar");
                foreach (var (kind, n) in moves)
                {
                    if (kind < 6 && chat.Now.Choices.Length > 0) chat.Press(chat.Now.Choices[n % Math.Max(1, chat.Now.Choices.Count(c => !Everywhere.IsEverywhere(c)))]);
                    else if (kind == 6) chat.Photo();
                    else if (kind == 7 && n % 20 == 0) chat.Command("daftar");
                    else chat.Says(words[n % words.Length]);

                    steps.Add(chat.Now.Place);
                    Assert.True(Talk.Map.Has(chat.Now.Place));
                    if (chat.Now.Drafts.TryGetValue("yapi", out var draft))
                    {
                        var next = Course.Next(Yapi.Flow, draft, new(2025, 9, 23));
                        Assert.True(next is null || Yapi.Flow.Find(next.Value.Step.Name) is not null);
                    }

                    Assert.NotEqual(StepMap.Idle, chat.Now.Choices.IsEmpty ? StepMap.Idle : "");
                }
            },
            iter: 300,
            threads: 1);

        Assert.True(steps.Count > 10, $"only {steps.Count} places were reached");
    }

    private static Chat AtDesil()
    {
        var chat = new Chat();
        chat.Command("daftar");
        chat.Press("keduanya");
        chat.Says("12-3-2014");
        chat.Press("benar");
        chat.Press("ya");
        chat.Press("tidak_ada");
        return chat;
    }

    private static Chat Consenting(string desil, string relation)
    {
        var chat = AtDesil();
        chat.Press(desil);
        if (desil == "tidak_tahu") chat.Press("ya");
        chat.Press("tidak_ada");
        chat.Press("tidak");
        chat.Press(relation);
        return chat;
    }

    private static Chat ToMoreChildren()
    {
        var chat = Consenting("2", "kakek_nenek");
        chat.Press("boleh");
        chat.Press("di_kantor");
        chat.Press("sendiri");
        chat.Says("Siti Aminah");
        chat.Says("3604014508720003");
        chat.Says("3673011203140007");
        chat.Says("0812-3456-7890");
        chat.Says("unyur");
        chat.Says("Kp. Kebon RT 2 RW 5");
        chat.Press("di_kantor");
        Child(chat, "Ahmad Fauzi", "laki_laki", "3673011203140001");
        return chat;
    }

    private static Chat Reviewed(bool secondChild = false)
    {
        var chat = ToMoreChildren();
        if (secondChild)
        {
            chat.Press("ya");
            chat.Says("12 Maret 2016");
            chat.Press("benar");
            chat.Press("tidak_ada");
            Child(chat, "Nur Aini", "perempuan", "3673015203160001");
        }

        chat.Press("tidak");
        foreach (var _ in Enumerable.Range(0, 5)) chat.Press("di_kantor");
        chat.Press("lewati");
        Assert.Equal("yapi/!review", chat.Now.Place);
        return chat;
    }

    private static IEnumerable<string> Offered(Chat chat) =>
        chat.Now.Choices.Where(c => c.StartsWith("mend:", StringComparison.Ordinal)).Select(c => c["mend:".Length..].Split('#')[0]);

    private static void Child(Chat chat, string name, string sex, string nik)
    {
        chat.Says(name);
        chat.Press(sex);
        chat.Says("Serang");
        chat.Says(nik);
        chat.Press("di_kantor");
        chat.Press("lewati");
        Assert.Equal("yapi/more_children", chat.Now.Place);
    }

    /// <summary>A chat with the engine, without channel and store.</summary>
    private sealed class Chat
    {
        private static readonly ChatKey Key = new("test", "1");

        public Conversation Now { get; private set; } = new() { Chat = Key };

        public int Messages { get; private set; }

        public List<WorkOrder> Orders { get; } = [];

        /// <summary>The last message, in words.</summary>
        public string Said { get; private set; } = "";

        /// <summary>Where one is: the first line of the question, which is the last thing said.</summary>
        public string Heading { get; private set; } = "";

        public Draft Draft => Now.Drafts["yapi"];

        public void Command(string name) => Take(new Incoming.Command(Key, Id, name, ""));

        public void Says(string text) => Take(text.StartsWith('/') ? new Incoming.Command(Key, Id, text[1..], "") : new Incoming.Words(Key, Id, text));

        public void Photo() => Take(new Incoming.Picture(Key, Id, new FileRef("f" + Id, 300_000, SentAs.Picture, null), null));

        public void Odd(OddKind kind) => Take(new Incoming.Odd(Key, Id, kind));

        public void Press(string choice)
        {
            var at = Now.Choices.IndexOf(choice);
            Assert.True(at >= 0, $"{choice} is no button at {Now.Place}: {string.Join(", ", Now.Choices)}");
            Take(new Incoming.Press(Key, Id, Now.Question, at));
        }

        public void Refuses(WorkOrder order) => Take(new Incoming.FileRefused(Key, Id, order.Id, new PhotoRefusal.PhotoDamaged()));

        /// <returns>How many messages it drew.</returns>
        public int Presses(int question, int choice) => Take(new Incoming.Press(Key, Id, question, choice));

        private string Id => $"m{Messages}";

        private int Take(Incoming message)
        {
            var needs = Talk.Needs(Now, message, Now_());
            var known = new Known { Random = [.. Enumerable.Range(0, needs.RandomBytes).Select(i => (byte)((Messages * 31) + i & 255))] };
            var effects = Talk.Decide(Now, message, known, Now_());
            Messages++;
            Now = effects.After with { Revision = Now.Revision + 1 };
            Orders.AddRange(effects.Orders);
            if (effects.Says is [.., var last])
            {
                Said = string.Join("\n", last.Parts.Select(p => Known(p)));
                Heading = Known(last.Parts[^1]).Split('\n')[0];
            }

            return effects.Says.Length;
        }

        private static DateTimeOffset Now_() => YapiConversationTests.Now;

        // Words of the engine that other people are still writing are shown by their keys.
        private static string Known(Say say)
        {
            try
            {
                return Wording.Render(say, Language.Indonesian, YapiConversationTests.Now).Text;
            }
            catch (CannotSay)
            {
                return string.Join("\n", say.Values.SelectMany(v => v.Value switch
                {
                    SayValue.Text(var inner) => [Known(inner)],
                    SayValue.Lines(var items, _) => items.Select(Known),
                    SayValue.Words(var words) => [words],
                    _ => (IEnumerable<string>)[],
                }));
            }
        }
    }
}
