using BansosBot.Delivery;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Staff;
using BansosBot.Storage.LiteDb;
using BansosBot.Tests.Applications;
using BansosBot.Tests.Transcripts;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Staff;

/// <summary>People come in as officers, by invitations, and work in chats of their own.</summary>
public abstract class AtTheDesk : CasesAtHand
{
    protected IEnumerable<AuditEntry> Audit => ((LiteDbStore)Hall.Bot.Store).AuditEntries();

    protected Task<string> InviteAsync(Role role, string name) => Inviting.InviteAsync(Hall.Bot.Store, role, name, Hall.Clock);

    protected Task<IReadOnlyList<Letter>> StartsAsync(string person, string payload) => Hall.SaysAsync(person, (chat, id) => new Incoming.Command(chat, id, "start", payload));

    /// <returns>Their id.</returns>
    protected async Task<string> ComesInAsync(string person, Role role, string name, Domain.Registry.Kecamatan? area = null)
    {
        await StartsAsync(person, await InviteAsync(role, name));
        var id = (await ConversationAsync(new(Hall.ChannelName, person))).Officer!;
        if (area is null) return id;
        var officer = (await Hall.Bot.Store.LookUpAsync(ChatKey.Office, new() { Officer = id }, Stop)).Officer!;
        var office = await ConversationAsync(ChatKey.Office);
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(ChatKey.Office, "area" + id, ""), new() { After = office, Writes = [new Write.PutOfficer(officer with { Area = [area] })] }, Hall.Clock.GetUtcNow());
        return id;
    }

    protected async Task OpensAsync(string person, string id)
    {
        await CommandsAsync(person, "antrean");
        await PressAsync(person, "go:deskcase:" + id);
    }

    /// <summary>What the family's chat is sent by something that an officer does.</summary>
    protected async Task<string> FamilyHearsAsync(Func<Task> act)
    {
        await Hall.WaitsAsync("1", TimeSpan.Zero);
        await act();
        return Assert.Single(await Hall.WaitsAsync("1", TimeSpan.Zero)).Words.Text;
    }

    protected static Application Put(int n, Stage stage = Stage.Submitted) =>
        Case(n, Own, stage) with { Answers = Answers(n).Remove("kk_photo") };

    protected async Task OpensByNumberAsync(string person, int n)
    {
        await CommandsAsync(person, "petugas");
        await SaysAsync(person, $"YAPI-2025-{n:D6}");
        await PressAsync(person, $"go:deskcase:case{n}");
    }

    /// <summary>Presses a button that was shown before the role or the case changed.</summary>
    protected async Task<IReadOnlyList<Letter>> GoesAsync(string person, string choice)
    {
        await CommandsAsync(person, "petugas");
        await OffersAsync(person, choice);
        return await PressAsync(person, choice);
    }

    /// <summary>As if an old button of another life still stood open.</summary>
    protected async Task OffersAsync(string person, string choice)
    {
        var c = await ConversationAsync(new(Transcripts.Hall.ChannelName, person));
        await Hall.Bot.Store.ApplyAsync(new Incoming.Words(c.Chat, "offer" + c.Revision, ""), new() { After = c with { Choices = [choice], Labels = [""] } }, Hall.Clock.GetUtcNow());
    }

    protected static string Last(IReadOnlyList<Letter> letters) => letters[^1].Words.Text;

    protected Task<IReadOnlyList<Letter>> SendsPhotoAsync(string person)
    {
        var file = Hall.Picture(Pictures.Readable);
        return Hall.SaysAsync(person, (chat, id) => new Incoming.Picture(chat, id, file, null));
    }

    /// <summary>The button under news that came to this person.</summary>
    protected Task<IReadOnlyList<Letter>> PressesNewsAsync(string person, Letter news)
    {
        var button = Assert.Single(Assert.Single(news.Buttons));
        return Hall.SaysAsync(person, (chat, id) => new Incoming.Press(chat, id, news.Question, button.Choice));
    }

    protected async Task<Letter> NewsAsync(string person, Func<Task> act)
    {
        await Hall.WaitsAsync(person, TimeSpan.Zero);
        await act();
        return Assert.Single(await Hall.WaitsAsync(person, TimeSpan.Zero));
    }

    protected async Task<Application> CaseAsync() => (await CasesAsync(1))[0];
}
