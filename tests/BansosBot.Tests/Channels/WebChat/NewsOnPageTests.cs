using BansosBot.Delivery;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Channels.WebChat;

/// <summary>News on a page, with a button of their own.</summary>
public sealed class NewsOnPageTests
{
    private static readonly Letters Letters = new(Shipped.Words, TimeProvider.System, () => null, _ => null);

    [Fact]
    public void The_question_that_is_open_keeps_its_buttons_below_that_of_the_news()
    {
        var asked = To(Chat(1)) with { Buttons = [[new(new Say("Anywhere.Button.Menu"), 0)]], Question = 5 };
        var news = To(Chat(1)) with { Buttons = NewsChoice.Row(NewsChoice.Correct, new Say("CaseNews.Button.Correct")) };

        Assert.Equal(["0:0", "5:0"], Chosen(asked, news, news));
        Assert.Equal(["6:0"], Chosen(asked, news, asked with { Question = 6 }));
        Assert.Equal(["0:0"], Chosen(news));
    }

    private static IEnumerable<string> Chosen(params Outgoing[] said) =>
        new BansosBot.Channels.WebChat.Transcript([.. said.Select((s, i) => new Bubble(Tuesday.AddMinutes(i), null, s))], Letters).Choices().SelectMany(row => row).Select(c => c.Value);
}
