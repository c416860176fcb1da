using BansosBot.Domain.Conversations;
using CsCheck;
using static BansosBot.Tests.Programmes.YapiWays;

namespace BansosBot.Tests.Programmes;

/// <summary>What people say and press besides the answer.</summary>
public sealed class YapiOddInputTests
{
    [Fact]
    public void An_old_button_is_answered_each_time_and_only_the_second_press_on_a_new_one_is_silent()
    {
        var chat = new YapiChat();
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
    [InlineData("wali nya diganti, nenek udh meninggal", StepMap.ToOfficer)]     // a change in what was filed, not an application
    public void Who_tells_of_a_death_and_asks_for_aid_is_asked_the_first_question(string said, string place)
    {
        var chat = new YapiChat();

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
        var chat = new YapiChat();
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
                var chat = new YapiChat();
                chat.Command("daftar");
                foreach (var (kind, n) in moves)
                {
                    if (kind < 6 && chat.Now.Choices.Length > 0) chat.Press(chat.Now.Choices[n % Math.Max(1, chat.Now.Choices.Count(c => !Everywhere.IsEverywhere(c)))]);
                    else if (kind == 6) chat.Photo();
                    else if (kind == 7 && n % 20 == 0) chat.Command("daftar");
                    else chat.Says(words[n % words.Length]);

                    steps.Add(chat.Now.Place);
                    Assert.True(YapiChat.Talk.Map.Has(chat.Now.Place));
                    if (chat.Now.Drafts.TryGetValue("yapi", out var draft))
                    {
                        var next = Course.Next(YapiChat.Yapi.Flow!, draft, new(2025, 9, 23));
                        Assert.True(next is null || YapiChat.Yapi.Flow!.Find(next.Value.Step.Name) is not null);
                    }

                    Assert.NotEqual(StepMap.Idle, chat.Now.Choices.IsEmpty ? StepMap.Idle : "");
                }
            },
            iter: 300,
            threads: 1);

        Assert.True(steps.Count > 10, $"only {steps.Count} places were reached");
    }
}
