using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Walk;

/// <summary>Cases that were taken over from a list: how they come, and what is done with them when nobody has a chat for them.</summary>
internal static class WalkedRecipients
{
    private static readonly RecipientList List = new("l1", "yapi", new(2025, 2), World.Start, 3);

    /// <param name="whole">A case with an answer to each step that it asks.</param>
    /// <param name="desk">A head of the office at the desk.</param>
    public static void Explore(Explorer walk, Application whole, World desk)
    {
        Come(walk);
        AtTheDesk(walk, whole with { Homes = [new(new("walk", "2"), World.Start, IsFiler: true)] }, desk);
        Joined(walk, whole);
        Called(walk, whole with { Homes = [], Consent = null, FromList = new(List.Id, 1), ReceiptIsVoid = true, Stage = Stage.Active, PromisedBy = null, History = [new(Stage.Active, World.Start)] }, desk);
    }

    private static void Come(Explorer walk)
    {
        var person = Invented.Recipient(1) with { List = List.Id, Details = null };
        PersonOfList[] rows = [new(1, person, []), new(2, person, [Stage.Active]), new(3, person with { Row = 3 }, [Stage.Ended]), new(4, null, []), new(5, person with { Kelurahan = null }, [])];
        RowsOfList?[] found = [new(List, ListState.Valid, [.. rows]), new(List, ListState.Valid, []), new(List, ListState.Past, [.. rows]), new(List with { Programme = "sembako" }, ListState.Valid, [.. rows]), null];
        foreach (var portion in found)
        {
            foreach (var about in (string[])["l1:0:0:0:0:0", "l1:5:1:1:1:2", "l1:5:1:1:0:0", "l1", "l1:x:0:0:0:0"]) Due(walk, World.Empty with { ListRows = portion }, DueKind.ListGoesOn, about);
        }
    }

    // What comes by itself to who has no chat: an officer reads it, and calls.
    private static void Called(Explorer walk, Application listed, World desk)
    {
        foreach (var ahead in (int[])[90, 0]) Due(walk, With(World.Empty, listed with { ChildBorn = new DateOnly(2025, 9, 23).AddDays(ahead).AddYears(-18) }), DueKind.TooOld, listed.Id);
        var soon = listed with { Id = "waits", Number = CaseNumber.Of("YAPI", 2025, 1), ChildBorn = new DateOnly(2025, 9, 23).AddDays(60).AddYears(-18), ToCall = new(1, World.Start) };
        walk.Explore([Offers(With(desk, soon.Telling(Notice.EndsIn90Days, World.Start)), "go:deskcall:waits")], Sending.WhatLeads, except: "yapi");
    }

    // Codes, guardians and ends at each desk; found by the child's NIK.
    private static void AtTheDesk(Explorer walk, Application whole, World desk)
    {
        var a = whole with { Id = "waits", Number = CaseNumber.Of("YAPI", 2025, 1), PromisedBy = null };
        foreach (var role in (Role[])[Role.Petugas, Role.KepalaBidang, Role.Admin])
        {
            var sits = desk with { Officers = desk.Officers.SetItem("o1", desk.Officers["o1"] with { Role = role }) };
            string[] opens = ["go:deskcode:waits", "go:deskguardian:waits", EndDeskErrand.Opens("waits"), EndDeskErrand.Opens("none"), $"{CaseDeskErrand.Opens("waits")}:proposeagain", $"{Everywhere.Go}{FindCaseErrand.Called}:{a.ChildNik!.Reveal()}", $"{Everywhere.Go}{FindCaseErrand.Called}:3673025203140002"];
            Application[] standing =
            [
                a with { Stage = Stage.Active }, a with { Stage = Stage.Active, Held = new("o1", World.Start), Handed = new(a.Receipt, "o1", World.Start) }, a with { Stage = Stage.RefusedByMinistry, Held = new("o1", World.Start) },
                a with { Stage = Stage.Ended, GuardianChanges = [new(GuardianReason.Sick, new(2025, 9, 1), null, "o1", World.Start)] },
                a with { Stage = Stage.Active, GuardianChanges = [new(GuardianReason.Moved, new(2025, 9, 1), a.ChildName, "o1", World.Start)], Homes = [new(World.Empty.Chat.Chat, World.Start, IsFiler: true)] },
            ];
            // With everything that can come in there: before it is come to by what leads only.
            if (role == Role.Petugas) walk.Explore([Offers(With(sits, standing[1]), "go:deskguardian:waits")], except: "yapi", within: "deskguardian");
            var page = sits with { Chat = sits.Chat with { Chat = new("shared", "1") }, Officers = sits.Officers.SetItem("o1", sits.Officers["o1"] with { Chat = new("shared", "1") }) };
            walk.Explore([.. standing.Select(c => Offers(With(sits, c), opens)), Offers(With(page, standing[0]), "go:deskcode:waits")], Sending.WhatLeads, except: "yapi");
        }
    }

    // A guardian with a code from the counter, the first of this case and one beside another; a chat that a case was taken from.
    private static void Joined(Explorer walk, Application whole)
    {
        var handed = whole with { Id = "handed", Homes = [], ReceiptIsVoid = true, Stage = Stage.Active, Handed = new(whole.Receipt, "o1", World.Start) };
        foreach (var world in (World[])[With(World.Empty, handed), With(With(World.Empty, handed), whole with { Receipt = handed.Receipt, Stage = Stage.Ended }), With(World.Empty, handed with { Handed = handed.Handed with { At = World.Start - HandedCode.GoodFor } })])
            walk.Explore([Offers(world, StatusErrand.OpenByCode)], Sending.WhatLeads, except: "yapi");
        var chat = World.Empty.Chat.Chat;
        foreach (var a in (Application[])[handed, handed with { Homes = [new(chat, World.Start, IsFiler: true)] }])
        {
            var world = With(World.Empty with { Chat = World.Empty.Chat with { Cases = [a.Id] } }, a);
            walk.Send(new(world, null, ""), new("(bukan rumahnya lagi)", new Incoming.Due(chat, world.NextId, DueKind.HomeGone, a.Id)));
        }
    }

    private static World Offers(World world, params IEnumerable<string> choices) => world with { Chat = world.Chat with { Question = 1, Choices = [.. choices, Everywhere.Menu] } };

    private static void Due(Explorer walk, World world, DueKind kind, string about) =>
        walk.Send(new(world, null, ""), new($"({kind} {about})", new Incoming.Due(ChatKey.Office, world.NextId, kind, about)));

    private static World With(World world, Application a) => world with { Cases = world.Cases.SetItem(a.Id, a) };
}
