using BansosBot.Channels.WebChat;
using BansosBot.Domain.Conversations;

namespace BansosBot.Tests.Transcripts;

/// <summary>Thirty people who come to ask, not to apply (docs/ASKERS.md): approved after reading aloud, and the same words in every channel.</summary>
public sealed class AskersTests(AskersHouse house) : IClassFixture<AskersHouse>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static TheoryData<string> All => [.. Transcript.NamesIn(Asker.Folder)];

    public static TheoryData<string> OnPage => [.. Transcript.NamesIn(Asker.Folder).Where(n => Asker.Read(n).IsOnPage)];

    [Fact]
    public void There_are_thirty() => Assert.True(All.Count >= 30);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Asks_and_is_answered_as_approved(string name)
    {
        foreach (var who in Asker.Read(name).Turns().Select(t => t.Who).Distinct()) await house.Hall.SaysAsync($"{name} {who}", (chat, id) => new Incoming.Command(chat, id, "start", ""));

        await Transcript.VerifyInAsync(house.Hall, Asker.Folder, name);
    }

    [Theory]
    [MemberData(nameof(All))]
    public Task Is_answered_the_same_over_Telegram(string name) => house.HeldAtOnce("telegram", name, AtTelegramAsync);

    [Theory]
    [MemberData(nameof(OnPage))]
    public Task Is_answered_the_same_on_the_web_page(string name) => house.HeldAtOnce(WebChatDoor.ChannelName, name, OnPageAsync);

    private async Task AtTelegramAsync(string name)
    {
        var person = house.AtTelegram(name);
        person.Says("/start");
        await person.NextAsync(Patience);

        foreach (var (_, said, replies) in Asker.Read(name).Turns())
        {
            person.Says(said);
            foreach (var reply in replies) Assert.Equal(reply, await person.NextAsync(Patience));
        }

        person.Says("/menu");       // whatever else was said would come before it
        Assert.Matches("(Apa yang bisa kami bantu|How can we help you)", await person.NextAsync(Patience));
    }

    private async Task OnPageAsync(string name)
    {
        using var visit = house.OnPage();
        var (asker, onlyHere) = (Asker.Read(name), new HashSet<string>());
        var page = await visit.BeginAsync();

        foreach (var (_, said, replies) in asker.Turns())
        {
            page = said is ['[', .. var label, ']'] ? await visit.PressAsync(page, label) : await visit.WriteAsync(page, said);
            Assert.Equal(replies, page.Replies.Select(r => asker.WithoutPageButtons(r, onlyHere)));
        }

        Assert.Equal(asker.OnlyOnPage.Order(), onlyHere.Order());
    }
}
