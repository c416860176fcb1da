using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Domain.Staff;

namespace BansosBot.Tests.Walk;

/// <summary>Lists that officers send: taken by whoever may, refused to the others, asked about, shown, taken in, dropped, and what workers say of them.</summary>
internal static class WalkedLists
{
    private static readonly ChatKey Own = World.Empty.Chat.Chat, Shared = new("shared", "1");

    private static readonly BroughtList Kept = new() { Work = "w1", By = "o1", Name = "daftar.xlsx", Document = "dok1" };

    private static readonly BroughtList Shown = Kept with
    {
        Use = ListUse.Recipients,
        Programme = "yapi",
        Period = new(2025, 2),
        File = new('a', 64),
        Shown = [new(0, "NIK", Holds.Nik), new(1, "NAMA", Holds.Name)],
    };

    public static void Explore(Explorer walk, string except)
    {
        foreach (var desk in (World[])[Desk(Role.Verifikator), Desk(Role.Petugas), Desk(Role.Verifikator, area: true), Desk(Role.Verifikator, Shared), Desk(Role.Verifikator) with { Chat = Desk(Role.Verifikator).Chat with { AtDesk = false } }])
        {
            foreach (var bytes in (long[])[10_000, 30_000_000])
                foreach (var list in (BroughtList?[])[null, Kept, Kept with { IsUnderWay = true }]) Sends(walk, With(desk, list), bytes);
        }

        var at = Desk(Role.Verifikator);
        string[] choices = ["", ":use=Recipients", ":use=Answer", ":use=Payments", ":of=yapi", ":for=2025", ":for=2025/2", ":wrong", ":column=A", ":means=A=Kk", ":back", ":again", ":yes", ":no"];
        BroughtList?[] lists = [null, Kept, Kept with { Use = ListUse.Recipients }, Kept with { Use = ListUse.Payments }, Shown, Shown with { IsUnderWay = true }];
        walk.Explore(lists.Select(l => Offers(With(at, l), choices)), Sending.WhatLeads, except: except);
        walk.Explore([Offers(With(Desk(Role.Petugas), Shown), choices)], Sending.WhatLeads, except: except);

        // What a worker says: to whoever sits there, is at something else, was put out, or has dropped it.
        var busy = at with { Chat = at.Chat with { AtDesk = false } };
        var gone = at with { Officers = World.Empty.Officers };
        foreach (var world in (World[])[at, busy, gone])
        {
            foreach (var list in (BroughtList?[])[null, Kept with { IsUnderWay = true }, Shown with { IsUnderWay = true }, Shown with { IsUnderWay = true, IsConfirmed = true }])
            {
                var from = With(world, list);
                Come(walk, from, new Incoming.ListKept(Own, from.NextId, "w1", "dok2"));
                Come(walk, from, new Incoming.ListGoesOn(Own, from.NextId, "w1", "5.000 dari 9.000 orang tersimpan."));
                foreach (var fate in Enum.GetValues<ListFate>())
                    foreach (var report in (string?[])[null, "dok3"])
                        Come(walk, from, new Incoming.ListTold(Own, from.NextId, "w1", fate, "Baru: 3.", report, [new(0, "NIK", Holds.Nik)], new('a', 64), null));
            }
        }
    }

    private static World Desk(Role role, ChatKey? chat = null, bool area = false) => World.Empty with
    {
        Chat = World.Empty.Chat with { Chat = chat ?? Own, Officer = "o1", AtDesk = true, Question = 1 },
        Officers = World.Empty.Officers.Add("o1", new() { Id = "o1", Chat = chat ?? Own, CalledAs = "Bu Rina", Role = role, Since = World.Start, Area = area ? [Domain.Registry.Wilayah.AllKecamatan[0]] : [] }),
    };

    private static World With(World world, BroughtList? list) => world with { Chat = world.Chat with { List = list } };

    private static World Offers(World w, IEnumerable<string> choices) => w with { Chat = w.Chat with { Choices = [.. choices.Select(c => $"{Everywhere.Go}{ListDeskErrand.Called}{c}"), Everywhere.Menu] } };

    private static void Sends(Explorer walk, World from, long bytes) =>
        Come(walk, from, new Incoming.Picture(from.Chat.Chat, from.NextId, new("berkas", bytes, SentAs.File, null) { Name = "daftar.xlsx" }, null));

    private static void Come(Explorer walk, World from, Incoming message) => walk.Send(new(from, null, ""), new($"({message.GetType().Name})", message));
}
