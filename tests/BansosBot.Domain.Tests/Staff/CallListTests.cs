using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tests.Staff;

/// <summary>When a family is called: by what is known of its homes a while after it was told something.</summary>
public sealed class CallListTests
{
    private static readonly DateTimeOffset Told = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Office Office = new("Dinas Sosial Kota Serang", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), new(20, 0), new(7, 0));

    private static readonly Application Case = new()
    {
        Id = "case1",
        NumberPrefix = "YAPI",
        Number = CaseNumber.Of("YAPI", 2025, 1),
        Programme = "yapi",
        ProgrammeVersion = 1,
        Stage = Stage.Verified,
        StageSince = Told,
        SubmittedAt = Told,
        Receipt = ReceiptCode.Of(new byte[ReceiptCode.RandomBytes]),
        Answers = ImmutableDictionary<string, Answer>.Empty,
        ChildName = ((Outcome<PersonName>.Ok)PersonName.Parse("Putri")).Value,
        ChildBorn = new(2014, 3, 12),
        Kelurahan = Wilayah.AllKelurahan[0],
        Homes = [],
        FiledForOthers = false,
        Consent = new("yapi", 1, Told, null),
        History = [new(Stage.Submitted, Told), new(Stage.Verified, Told)],
    };

    [Theory]
    [InlineData("tele:reached", "told")]
    [InlineData("tele:gone", "call")]
    [InlineData("", "call")]
    [InlineData("tele:gone page:before", "wait")]       // until nobody opened the page for three days
    [InlineData("page:before", "wait")]
    [InlineData("page:after", "told")]
    [InlineData("page:gone", "call")]
    [InlineData("tele:gone page:after", "told")]
    public void A_while_after(string homes, string expected) => Assert.Equal(expected, After(homes, TimeSpan.FromHours(1)));

    [Theory]
    [InlineData("page:before", "call")]
    [InlineData("page:after", "told")]
    public void When_a_page_was_opened_or_not_for_three_days(string homes, string expected) => Assert.Equal(expected, After(homes, CallList.PageUnseenMax));

    private static string After(string homes, TimeSpan later)
    {
        ImmutableArray<HomeReached> reached = [.. homes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((h, n) => h.Split(':') is [var channel, var how]
            ? new HomeReached(new(channel, $"{n}"), how != "gone", how == "after" ? Told.AddMinutes(1) : Told.AddDays(-1)) : null!)];
        var a = Case with { Homes = [.. reached.Select(h => new Home(h.Chat, Told, IsFiler: true))], ToldAt = Told };
        var scene = new Scene(new Talk(Office) { SharedChannels = ["page"] }, new() { Chat = ChatKey.Office }, new Incoming.Due(ChatKey.Office, "1", DueKind.LookAtHomes, a.Id), Known.Nothing with { Cases = [a], Homes = reached }, Told + later);
        CallList.Come(scene, (Incoming.Due)scene.Message);
        return scene.Effects() switch
        {
            { Writes: [Write.PutCase { Case.ToCall: { } call }], Dues: [], Audit: [_] } => call.Step == a.History.Length ? "call" : "other step",
            { Writes: [], Dues: [{ At: { } at }] } => at == Told + CallList.PageUnseenMax ? "wait" : "other instant",
            { Writes: [], Dues: [] } => "told",
            _ => "else",
        };
    }
}
