using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Documents;
using BansosBot.Programmes;
using BansosBot.Texts;
using CsCheck;

namespace BansosBot.Tests.Programmes;

/// <summary>A chat with the engine, without channel and store.</summary>
internal sealed class YapiChat
{
    public static readonly ShippedProgramme Yapi = ProgrammeFiles.Read().Programmes.Single(p => p.Programme.Name == "yapi");

    private static readonly ApplyErrand Form = new(Yapi.Programme, Yapi.Flow!);

    public static readonly Talk Talk = new(
        new Office("Dinas Sosial Kota Serang", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), new(20, 0), new(7, 0)), Form, new ApplyDeskErrand(Form));

    private static readonly Wording Wording = new(TextBook.Shipped(ProgrammeFiles.Read().Texts), OfficeTime.Wib);
    private static readonly DateTimeOffset At = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly ChatKey Key = new("test", "1");

    public Conversation Now { get; private set; } = new() { Chat = Key };

    public int Messages { get; private set; }

    public List<WorkOrder> Orders { get; } = [];

    /// <summary>What the last message wanted to know.</summary>
    public Needs Needed { get; private set; } = Needs.Nothing;

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
        var needs = Needed = Talk.Needs(Now, message, At);
        var known = new Known { Random = [.. Enumerable.Range(0, needs.RandomBytes).Select(i => (byte)((Messages * 31) + i & 255))] };
        var effects = Talk.Decide(Now, message, known, At);
        Messages++;
        Now = effects.After with { Revision = Now.Revision + 1 };
        Orders.AddRange(effects.Orders);
        if (effects.Says is [.., var last])
        {
            Said = string.Join("\n", last.Parts.Select(p => InWords(p)));
            Heading = InWords(last.Parts[^1]).Split('\n')[0];
        }

        return effects.Says.Length;
    }

    private static string InWords(Say say) => Wording.Render(say, Language.Indonesian, At).Text;
}
