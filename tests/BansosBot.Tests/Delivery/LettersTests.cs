using BansosBot.Delivery;
using BansosBot.Domain.Conversations;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Delivery;

/// <summary>Buttons that open the bot at Telegram, before and after it has told its name.</summary>
public sealed class LettersTests
{
    private static readonly Outgoing InGroup = Shipped.Talk.Decide(new() { Chat = Chat(1) }, new Incoming.InGroup(Chat(1), "1", IsCommand: true), Known.Nothing, Tuesday).Says[0];

    private static readonly Outgoing Asked = InGroup with { Question = 1 };

    [Fact]
    public void Once_the_name_is_known_they_are_links()
    {
        foreach (var message in (Outgoing[])[InGroup, Asked])
            Assert.Equal("https://t.me/bansosbot?start=menu", Assert.Single(Assert.Single(Written(message, "bansosbot").Buttons)).Link);
    }

    [Fact]
    public void Before_it_is_known_a_page_says_so_and_the_button_asks_again()
    {
        var letter = Written(Asked, name: null);

        Assert.Contains("muat ulang halaman ini", letter.Words.Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single(Assert.Single(letter.Buttons)).Link);
    }

    [Fact]
    public void Before_it_is_known_a_group_hears_nothing_of_a_page_and_gets_no_button_that_leads_nowhere()
    {
        var letter = Written(InGroup, name: null);

        Assert.DoesNotContain("halaman", letter.Words.Text, StringComparison.Ordinal);
        Assert.Empty(letter.Buttons);
    }

    private static Letter Written(Outgoing message, string? name) => new Letters(Shipped.Words, TimeProvider.System, () => name, _ => null).Write(message);
}
