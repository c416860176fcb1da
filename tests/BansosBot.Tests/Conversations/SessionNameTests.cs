using BansosBot.Domain.Conversations;
using BansosBot.Tests.Programmes;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Conversations;

/// <summary>Who prepared a browser for the next person, also by going some way in it, is out before that person tells anything of themselves.</summary>
public sealed class SessionNameTests
{
    private static readonly Talk Talk = new(Shipped.Talk.Office, Shipped.Talk.Errands) { SharedChannels = ["shared"] };
    private static readonly Conversation Page = new() { Chat = new("shared", "1"), TouchedAt = Tuesday };

    [Fact]
    public void A_message_for_the_officers_names_the_session_anew() =>
        Assert.Equal("m1", Named(Page with { Place = StepMap.ToOfficer }, "KTP saya hilang, bagaimana?"));

    [Fact]
    public void A_report_of_a_child_in_danger_does_before_it_asks() => Assert.Equal("m1", Named(Page, "anak tetangga dipukuli bapaknya tiap malam"));

    [Fact]
    public void A_draft_that_somebody_consented_to_and_left_does_when_it_is_gone_on_with()
    {
        var chat = YapiWays.ToMoreChildren();
        chat.Command("menu");
        var left = chat.Now with { Chat = Page.Chat, SessionName = "planted" };

        Assert.Equal("m1", Decided(left, new Incoming.Command(left.Chat, "m1", "daftar", "")).SessionName);
    }

    [Theory]
    [InlineData("menu")]
    [InlineData("bantuan apa saja yang ada")]
    [InlineData("cek bantuan yang cocok")]
    public void What_keeps_nothing_of_anybody_leaves_the_name(string said) => Assert.Equal("before", Named(Page with { SessionName = "before" }, said));

    [Fact]
    public void Elsewhere_there_is_no_session() => Assert.Null(Named(Page with { Chat = new("telegram", "1"), Place = StepMap.ToOfficer }, "KTP saya hilang, bagaimana?"));

    private static string? Named(Conversation before, string said) => Decided(before, new Incoming.Words(before.Chat, "m1", said)).SessionName;

    private static Conversation Decided(Conversation before, Incoming message) =>
        Talk.Decide(before, message, new Known { Random = [.. new byte[Talk.Needs(before, message, Tuesday).RandomBytes]] }, Tuesday).After;
}
