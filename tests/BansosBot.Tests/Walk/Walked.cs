using System.Collections.Immutable;
using BansosBot.Demo;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Figures;
using BansosBot.Domain.Ministry;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;
using BansosBot.Texts;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Walk;

/// <summary>The walk of the shipped conversation, done once for all tests that look at it. These are one collection: who waits for the walk would keep a processor from the others.</summary>
internal static class Walked
{
    private static readonly Lazy<Explorer> Once = new(Walk);
    private static readonly OtherKinds Others = new();

    public static Talk Talk { get; } = new(Shipped.Talk.Office, [.. Shipped.Talk.Errands, Others]) { SharedChannels = ["shared"] };

    public static TextBook Texts { get; } = TextBook.Shipped([.. Shipped.Texts, .. OtherKinds.Texts]);

    public static Explorer All => Once.Value;

    private static Explorer Walk()
    {
        var walk = new Explorer(Talk, new Wording(Texts, OfficeTime.Wib));
        walk.Explore([World.Empty]);
        walk.Explore([Others.Begun], except: "yapi");

        // Drafts that an older version of the flow left at the summary, each without one answer.
        foreach (var form in Shipped.Programmes.Select(p => p.Flow).OfType<Flow>())
            walk.Explore(WithoutOneAnswer(form, walk.Places.First(p => p.World.Chat.Place == StepMap.Review(form) && !p.World.Orders.Any()).World), Sending.WhatLeads);
        var flow = Shipped.Flow;
        var reviewed = walk.Places.First(p => p.World.Chat.Place == StepMap.Review(flow) && p.World.Draft!.Children > 1 && !p.World.Orders.Any()).World;
        walk.Explore(WithoutOneAnswer(flow, reviewed), Sending.WhatLeads);

        // Cases in every stage: one's own, a helper's, another chat's, two siblings.
        var filed = walk.Places.First(p => p.World.Cases.Count == 1 && p.World.Chat.Place == StepMap.Idle).World;
        var own = filed.Cases.Values.Single();
        walk.Code = own.Receipt.Reveal();
        var home = new Home(new("walk", "2"), World.Start, IsFiler: true);
        // What a family is asked to mend, and may object to: before it is come to by what leads only.
        var (told, whole) = (reviewed.Draft!, own with { Programme = flow.Name, Number = CaseNumber.Of("YAPI", 2025, 1), ChildNik = Read(Nik.Parse("3673011203140001")), Kelurahan = Wilayah.AllKelurahan.Single(k => k.Name == "Unyur") });
        whole = whole with { Answers = Course.Stops(flow, told, Talk.Office.DayOf(World.Start)).Where(s => s.Child <= 1 && told.Answers.ContainsKey(s.Key)).ToImmutableDictionary(s => s.Step.Name, s => told.Answers[s.Key]) };
        foreach (var (starts, with, within) in ToTheFamily.Of(flow, whole, home)) walk.Explore(starts, with, except: flow.Name, within);
        ToTheFamily.Say(walk, flow, whole);
        WalkedClock.Say(walk, whole);
        foreach (var stage in Enum.GetValues<Stage>())
        {
            var now = own with { Stage = stage };
            walk.Explore([With(filed, now)], Sending.WhatLeads, except: flow.Name);
            walk.Explore([With(filed, now with { FiledForOthers = !own.FiledForOthers })], Sending.WhatLeads, except: flow.Name);
        }

        walk.Explore([filed with { Chat = filed.Chat with { Cases = [] }, Cases = filed.Cases.SetItem(own.Id, own with { Homes = [home] }) }], except: flow.Name);
        walk.Explore([filed with { Cases = filed.Cases.SetItem(own.Id, own with { Homes = own.Homes.Add(home) }) }], except: flow.Name);
        var sibling = own with { Id = "sibling", Number = CaseNumber.Of("YAPI", 2025, 2) };
        walk.Explore([filed with { Chat = filed.Chat with { Cases = [own.Id, sibling.Id] }, Cases = filed.Cases.SetItem(sibling.Id, sibling) }], except: flow.Name);

        // Who has no code: a case in every stage that the proof fits, a list, none yet; too many wrong ones of this chat, of the NIK, of everybody.
        var proven = own with
        {
            Programme = flow.Name,
            ChildNik = Read(Nik.Parse("3673011203140001")),
            Kelurahan = Wilayah.AllKelurahan.Single(k => k.Name == "Unyur"),
            Answers = own.Answers.SetItem("kk_number", new Answer.OwnKk(Read(NomorKk.Parse("3673011203140007")))),
            Homes = [home],
        };
        var proof = proven.Proof!;
        var stranger = World.Empty with { Cases = World.Empty.Cases.SetItem(proven.Id, proven) };
        var (list, older) = (new RecipientList("list1", flow.Name, new(2025, 2), World.Start, 2), new RecipientList("list2", "gone", new(2024, null), World.Start, 1));
        var listed = World.Empty with { Lists = World.Empty.Lists.SetItem(list, [proof]).SetItem(older, [proof]) };
        walk.Explore(Enum.GetValues<Stage>().Select(stage => With(stranger, proven with { Stage = stage })), Sending.WhatLeads, except: flow.Name);
        walk.Explore([listed, With(listed, proven), stranger with { Lists = World.Empty.Lists.SetItem(older, []) }], except: flow.Name);
        World[] closed =
        [
            listed with { WrongLookUps = World.Empty.WrongLookUps.SetItem(proof, 5) },
            listed with { Chat = World.Empty.Chat with { WrongLookUps = [.. Enumerable.Repeat(World.Start, 5)] } },
            listed with { Chat = World.Empty.Chat with { LookUps = [.. Enumerable.Repeat(World.Start, Conversation.LookUpsMax)] } },
            listed with { LookUpCounts = LookUpCounts.None with { Hour = World.Start, Misses = LookUpCounts.MissesMax - 1 } },
            listed with { LookUpCounts = LookUpCounts.None with { Day = new(World.Start.UtcDateTime.Date, TimeSpan.Zero), InDay = LookUpCounts.DayMax - 1 } },
            listed with { LookUpCounts = LookUpCounts.None with { PausedUntil = World.Start.AddMinutes(7) } },
        ];
        walk.Explore(closed, Sending.WhatLeads, except: flow.Name);
        walk.Explore([World.Empty with { Chat = World.Empty.Chat with { WrongProofs = [.. Enumerable.Repeat(World.Start, 5)] } }], except: flow.Name);

        // The office has written schedules: of several aids, changed, cancelled, over, many; with as many wishes as one chat may have, and lists to look into.
        var today = Talk.Office.DayOf(World.Start);
        string[] asked = ["cipocok", "36.73.01.1008", "unyur", "kota", "taktakan", "@36.73.05?", "yapi", "yapi@kota", "yapi@36.73.01.1004", "sembako-anak-disabilitas@36.73.06", "yapi@36.73.02", "sembako-anak-disabilitas@kota", "sembako-anak-disabilitas@36.73.01.1008", "sembako-anak-disabilitas@36.73.05"];
        var written = World.Empty with
        {
            Schedules = [.. DemoSchedules.Around(Talk.Office, today), .. Enumerable.Range(1, 4).Select(n => Invented.Schedule(n, today.AddDays(n), new Audience.InKecamatan([Wilayah.KecamatanByCode("36.73.03")!]))), Invented.Schedule(10, today.AddDays(3)) with { Programme = "lain" }, Invented.Schedule(9, today.AddDays(1), new Audience.InKelurahan([.. Wilayah.AllKelurahan.Take(12)]))],
            Chat = World.Empty.Chat with { Question = 1, Choices = [.. asked.Select(a => $"{Everywhere.Go}schedule:{a}"), $"{Everywhere.Go}schedule:yapi@36.73.03", $"{Everywhere.Go}schedule:yapi@36.73.03.1001", $"{Everywhere.Go}wish", Everywhere.Menu] },
        };
        walk.Explore([written], Sending.WhatLeads, except: flow.Name);
        walk.Explore([written with { Wishes = [.. Wilayah.AllKelurahan.Take(Wish.InChatMax).Select(k => new Wish("yapi", new Area.OfKelurahan(k), World.Start))], Lists = listed.Lists }], Sending.WhatLeads, except: flow.Name);

        // A phone that others use too, left alone with a case, and with a draft at its summary.
        var (shared, longAgo) = (new ChatKey("shared", "1"), World.Start - Locking.IdleMax);
        walk.Explore([filed with { Chat = filed.Chat with { Chat = shared, TouchedAt = longAgo }, Cases = filed.Cases.SetItem(own.Id, own with { Homes = [new(shared, longAgo, IsFiler: true)] }) }], except: flow.Name);
        walk.Explore([reviewed with { Chat = reviewed.Chat with { Chat = shared, TouchedAt = longAgo } }], Sending.WhatLeads);

        // A link that takes a draft and a case along from there, opened by somebody new, by one with a draft of their own, while a photo is on its way;
        // with wishes, and for wishes alone.
        var there = new JoiningOffer(reviewed.Chat with { Chat = shared, Cases = [own.Id] }, [own with { Homes = [new(shared, World.Start, IsFiler: true)] }], [], World.Start.AddHours(1));
        var coming = walk.Places.First(p => p.World.Orders.Any()).World.Chat with { Chat = shared };
        ImmutableArray<Wish> wished = [new("yapi", new Area.WholeCity(), World.Start)];
        World[] opened = [World.Empty with { Offer = there }, filed with { Chat = reviewed.Chat with { Cases = [own.Id] }, Offer = there }, World.Empty with { Offer = there with { From = coming } },
            World.Empty with { Offer = there with { Wishes = wished } }, World.Empty with { Offer = there with { From = new() { Chat = shared }, Cases = [], Wishes = wished } }];
        walk.Explore(opened.Select(w => walk.Send(new(w, null, ""), new("(tautan)", new Incoming.Command(w.Chat.Chat, w.NextId, "start", JoiningOffer.Prefix + Inputs.Joining.Reveal())))!.World), Sending.WhatLeads);

        // Who works here: each role at its desk, with a case in every stage that they hold, that another holds, that nobody holds, that is theirs as a
        // family's; with more than a page; nothing at all; invited, invited too late; put out meanwhile.
        var atDesk = World.Empty with { Chat = World.Empty.Chat with { Officer = "o1", AtDesk = true, Question = 1 } };
        foreach (var role in Enum.GetValues<Role>())
        {
            var desk = atDesk with { Officers = atDesk.Officers.Add("o1", Works("o1", role, World.Empty.Chat.Chat)).Add("o2", Works("o2", Role.Verifikator, home.Chat) with { Area = [proven.Kelurahan.Kecamatan] }) };
            World Offers(World w, params IEnumerable<string> choices) => w with { Chat = w.Chat with { Choices = [.. choices, Everywhere.Menu] } };
            walk.Explore([Offers(desk, DeskErrand.Opens), Offers(desk, QueueErrand.Of(QueueOf.Late)), Offers(desk with { Chat = desk.Chat with { AtDesk = false } }, DeskErrand.Opens)], role is Role.Admin or Role.Petugas ? Sending.Everything : Sending.WhatLeads, except: flow.Name);
            // The note of a visit, with everything that can come in there: before it is come to by what leads only.
            if (role == Role.Petugas) walk.Explore([Offers(With(desk, proven with { Id = "waits", Stage = Stage.InVerification, Number = CaseNumber.Of("YAPI", 2025, 1), Held = new("o1", World.Start) }), $"{CaseDeskErrand.Opens("waits")}:visit")], except: flow.Name);
            foreach (var stage in Enum.GetValues<Stage>())
            {
                var waits = (stage == Stage.InVerification ? whole with { Homes = [home] } : proven) with { Id = "waits", Stage = stage, StageSince = World.Start, Number = CaseNumber.Of("YAPI", 2025, 1), ForReview = [ApplyErrand.NoNik, "desil", "pkh"], MayBeDouble = true, PromisedBy = new(2025, 9, 22) };
                Application[] standing = [waits, waits with { Held = new("o1", World.Start) }, waits with { Held = new("o2", World.Start), PromisedBy = null }, waits with { Homes = [new(World.Empty.Chat.Chat, World.Start, IsFiler: true)] },
                    waits with { Held = new("o1", World.Start), LateSince = new(2025, 9, 15), RefusedFor = RefusalReason.TooOld, Objection = "Belum 18 tahun.", Visits = [new(new(2025, 9, 20), "Rumah kontrakan.", "o2", World.Start)], History = [new(Stage.RefusedByOffice, World.Start, "o1"), new(Stage.Appealed, World.Start), new(Stage.Verified, World.Start, "o1")] }];
                walk.Explore(standing.Select(c => Offers(With(desk, c), CaseDeskErrand.Opens(c.Id), $"{CaseDeskErrand.Opens(c.Id)}:hold", $"{CaseDeskErrand.Opens(c.Id)}:takeup", $"{CaseDeskErrand.Opens(c.Id)}:visit", $"{CaseDeskErrand.Opens(c.Id)}:verify", $"{CaseDeskErrand.Opens(c.Id)}:endorse", $"{CaseDeskErrand.Opens(c.Id)}:refuse", $"{CaseDeskErrand.Opens(c.Id)}:reopen", $"{CaseDeskErrand.Opens(c.Id)}:takeupappeal", $"{CaseDeskErrand.Opens(c.Id)}:refuseappeal", CorrectionDeskErrand.Opens(c.Id), CorrectionDeskErrand.Opens("none"), QueueErrand.Of(QueueOf.Nobodys), QueueErrand.Of(QueueOf.Theirs), QueueErrand.Of(QueueOf.Late))), Sending.WhatLeads, except: flow.Name);
            }

            var many = Enumerable.Range(1, 10).Aggregate(desk, (w, n) => With(w, proven with { Id = $"case{n}", Stage = Turns.Of(role) is [var first, ..] ? first : Stage.Submitted, Number = CaseNumber.Of("YAPI", 2025, n) }));
            walk.Explore([Offers(many, QueueErrand.Of(QueueOf.Nobodys), CaseDeskErrand.Opens("case2"), CaseDeskErrand.Opens("none")), Offers(many with { Officers = many.Officers.SetItem("o1", many.Officers["o1"] with { Area = [Wilayah.AllKecamatan.First(k => k != proven.Kelurahan.Kecamatan)] }) }, CaseDeskErrand.Opens("case1"))], Sending.WhatLeads, except: flow.Name);
            walk.Explore([Offers(many with { Officers = many.Officers.SetItem("o1", many.Officers["o1"] with { LeftAt = World.Start }) }, QueueErrand.Of(QueueOf.Nobodys))], Sending.WhatLeads, except: flow.Name);
        }

        // Photos of a case, seen by who may and asked for on a page; what is proposed to the ministry, signed, and led on.
        var paper = proven with { Id = "waits", Stage = Stage.Endorsed, Number = CaseNumber.Of("YAPI", 2025, 1), Answers = proven.Answers.SetItem("kk_photo", new Answer.Papers([new("w1", "doc1"), new("w2", "doc2")], AtOffice: false)) };
        var head = With(atDesk with { Officers = atDesk.Officers.Add("o1", Works("o1", Role.KepalaDinas, World.Empty.Chat.Chat)) }, paper);
        World At(World w, params IEnumerable<string> choices) => w with { Chat = w.Chat with { Choices = [.. choices, Everywhere.Menu] } };
        string[] papers = ["go:deskpapers:waits", "go:deskpapers:waits:kk_photo", "go:deskpapers:none"];
        walk.Explore([At(head, papers), At(head with { Chat = head.Chat with { Chat = shared }, Officers = head.Officers.SetItem("o1", Works("o1", Role.Petugas, shared)) }, papers), At(head with { Officers = head.Officers.SetItem("o1", Works("o1", Role.Auditor, World.Empty.Chat.Chat)) }, papers)], Sending.WhatLeads, except: flow.Name);
        var holding = With(atDesk with { Officers = atDesk.Officers.Add("o1", Works("o1", Role.Petugas, World.Empty.Chat.Chat)).Add("o2", Works("o2", Role.Verifikator, new("walk", "9"))) }, paper with { Stage = Stage.InVerification, Held = new("o1", World.Start) });
        string[] hands = ["go:deskhand:waits", "go:deskhand:waits:o2", "go:deskhand:none"];
        walk.Explore([At(holding, hands), At(holding with { Officers = holding.Officers.Remove("o2") }, hands), At(head, hands), At(With(holding, paper with { Id = "other", Held = new("o2", World.Start) }), hands)], Sending.WhatLeads, except: flow.Name);
        // Notes in a case, and cases that go before others.
        var divided = head with { Officers = head.Officers.SetItem("o1", Works("o1", Role.KepalaBidang, World.Empty.Chat.Chat)).Add("o2", Works("o2", Role.Verifikator, new("walk", "9"))) };
        walk.Explore([At(With(divided, paper with { Notes = [new("Menelepon.", "o2", World.Start, null)], Stage = Stage.InVerification, Held = new("o2", World.Start) }), CaseDeskErrand.Opens("waits"), "go:desknote:waits")], except: flow.Name);
        walk.Explore([At(divided, "go:deskfirst:waits"), At(With(divided, paper with { GoesFirst = new(PrecedenceReason.Disaster, "o1", World.Start) }), "go:deskfirst:waits", CaseDeskErrand.Opens("waits"))], Sending.WhatLeads, except: flow.Name);
        Batch signed = new() { Number = "YAPI-U-2025-001", Programme = flow.Name, SignedAt = World.Start, By = "o1", Cases = ["waits", "gone"] };
        string[] signs = ["go:deskbatch", "go:deskbatch:yapi", "go:deskbatch:yapi:sign:1", "go:deskbatch:yapi:sign:9"];
        Proposable[] could = [Proposable.Nothing, new(["waits"], 3, 1_436, "YAPI", []), new(["waits"], 0, 2_000, "YAPI", [signed with { Moved = 2 }]), new(["waits"], 0, 0, "YAPI", [signed])];
        walk.Explore([.. could.Select(p => At(head with { Proposable = p }, signs)), At(head with { Officers = head.Officers.SetItem("o1", Works("o1", Role.Petugas, World.Empty.Chat.Chat)) }, signs)], Sending.WhatLeads, except: flow.Name);
        walk.Explore([At(head with { Batch = signed }, signs), At(With(head, paper with { Homes = [new(World.Empty.Chat.Chat, World.Start, IsFiler: true)] }) with { Batch = signed }, signs)], except: flow.Name);

        // The file of a batch: asked for by who may, too early, on a page, by who may not; drawn, and not.
        string[] files = ["go:deskbatchfile:YAPI-U-2025-001", "go:deskbatchfile:none"];
        var through = head with { Batch = signed with { Moved = 2 } };
        World[] asking = [At(through, files), At(head with { Batch = signed }, files), At(head, files), At(through with { Chat = through.Chat with { Chat = shared }, Officers = head.Officers.SetItem("o1", Works("o1", Role.KepalaDinas, shared)) }, files), At(through with { Officers = head.Officers.SetItem("o1", Works("o1", Role.Petugas, World.Empty.Chat.Chat)) }, files)];
        walk.Explore(asking, Sending.WhatLeads, except: flow.Name);
        ProposalRefusal[] refusals = [new NoSuchBatch("YAPI-U-2025-009"), new NoSuchBatch(null), new BatchNotComplete(signed.Number, 1, 2), new BatchOfNobody(signed.Number), new BatchDoesNotOpen(signed.Number, 1), new ProposalColumnsWrong(), new ProposalFileFailed()];
        foreach (var from in (World[])[through, through with { Officers = World.Empty.Officers }])
        {
            walk.Send(new(from, null, ""), new("(berkas usulan)", new Incoming.ProposalsDrawn(from.Chat.Chat, from.NextId, "w1", "dok1", signed.Number, 2, new('a', 64))));
            foreach (var why in refusals) walk.Send(new(from, null, ""), new($"(berkas usulan: {why.GetType().Name})", new Incoming.NotDrawn(from.Chat.Chat, from.NextId, "w1", why)));
        }

        // The call list: a case in every stage, called in vain before, with a number and without, moved since it was read, and not on the list.
        string[] calls = ["go:queue:ToCall", "go:deskcall:waits", "go:deskcall:waits:said:0", "go:deskcall:waits:said:1", "go:deskcall:waits:nobody:0", "go:deskcall:none"];
        Application Calls(Application a, int unanswered) => a with { Id = "waits", Number = CaseNumber.Of("YAPI", 2025, 1), Homes = [], ToCall = new ToCall(0, World.Start) { Unanswered = [.. Enumerable.Repeat(World.Start, unanswered)] } };
        walk.Explore([.. Enum.GetValues<Stage>().Select(s => At(With(divided, Calls(whole, 1) with { Stage = s }), calls)), At(With(divided, Calls(whole, 3)), calls), At(With(divided, Calls(paper, 0)), calls), At(With(divided, Calls(paper, 0) with { ToCall = null }), calls),
            At(With(divided with { Officers = divided.Officers.SetItem("o1", Works("o1", Role.Auditor, World.Empty.Chat.Chat)) }, Calls(whole, 0)), calls)], Sending.WhatLeads, except: flow.Name);

        // Interests at each point: followed up by who holds them, and read by the family.
        Referral passed = new("PKBM Contoh", new(2025, 9, 20), "o1");
        Interest?[] followed = [null, new(World.Start, "o1"), new(World.Start, "o1") { Referral = passed }, new(World.Start, "o1") { Referral = passed with { Accepted = true } }, new(World.Start, "o1") { Referral = passed with { Accepted = false } }];
        string[] follows = [CaseDeskErrand.Opens("waits"), .. ((string[])["contact", "refer", "answer", "answer:yes", "answer:no", "close", .. InterestDeskErrand.Reasons.Select(r => $"close:{r}")]).Select(act => $"go:deskinterest:waits:{act}"), "go:deskinterest:none:contact"];
        Application Interested(Interest? interest, Stage stage) => whole with { Id = "waits", Programme = "kejar-paket", Number = CaseNumber.Of("KJP", 2025, 1), Stage = stage, Interest = interest, Homes = [home], PromisedBy = new(2025, 9, 30), Held = new("o1", World.Start) };
        walk.Explore([.. from interest in followed from stage in (Stage[])[Stage.Submitted, Stage.InVerification, Stage.Ended] select At(With(holding, Interested(interest, stage)), follows)], Sending.WhatLeads, except: flow.Name);
        walk.Explore([At(With(holding, Interested(followed[1], Stage.InVerification)), follows)], except: flow.Name, within: "deskrefer");
        walk.Explore(from interest in followed from stage in (Stage[])[Stage.InVerification, Stage.Ended] select With(World.Empty with { Chat = World.Empty.Chat with { Question = 1, Cases = ["waits"], Choices = [$"{Everywhere.Go}status", Everywhere.Menu] } }, Interested(interest, stage) with { Homes = [new(World.Empty.Chat.Chat, World.Start, IsFiler: true)] }), Sending.WhatLeads, except: flow.Name);

        // The list of interests: nobody, some, taken, asked for again, by who may not; drawn.
        string[] listing = ["go:interestlist", "go:interestlist:kejar-paket", "go:interestlist:kejar-paket:take:1", "go:interestlist:kejar-paket:take:9", "go:deskbatchfile:KJP-M-2025-001"];
        var (follower, listed1) = (divided with { Officers = divided.Officers.SetItem("o1", Works("o1", Role.Verifikator, World.Empty.Chat.Chat)) }, signed with { Number = "KJP-M-2025-001", Of = BatchOf.Interests, Programme = "kejar-paket", Cases = ["waits"], Moved = 1 });
        var someone = With(follower, Interested(followed[1], Stage.InVerification));
        walk.Explore([At(follower, listing), At(someone, listing), At(someone with { Batch = listed1 }, listing), At(someone with { Batch = listed1, Officers = head.Officers }, listing)], Sending.WhatLeads, except: flow.Name);
        walk.Send(new(someone with { Batch = listed1 }, null, ""), new("(daftar peminat)", new Incoming.ProposalsDrawn(someone.Chat.Chat, someone.NextId, "w1", "dok1", listed1.Number, 1, new('a', 64))));

        // Figures: of the whole city and of one kecamatan, for officers and for anybody, on a page, of nothing; drawn, not drawn, and by who may not.
        string[] recaps = ["go:recap:Staff", "go:recap:Public"];
        World[] counting = [At(head, recaps), At(head with { Officers = head.Officers.SetItem("o1", head.Officers["o1"] with { Area = [Wilayah.AllKecamatan[0]] }) }, recaps), At(head with { Cases = World.Empty.Cases }, recaps),
            At(head with { Chat = head.Chat with { Chat = shared }, Officers = head.Officers.SetItem("o1", Works("o1", Role.Petugas, shared)) }, recaps), At(head with { Officers = head.Officers.SetItem("o1", Works("o1", Role.Auditor, World.Empty.Chat.Chat)) }, recaps)];
        walk.Explore(counting, Sending.WhatLeads, except: flow.Name);
        foreach (var from in (World[])[head, head with { Officers = World.Empty.Officers }])
        {
            foreach (var @for in Enum.GetValues<RecapFor>()) walk.Send(new(from, null, ""), new("(rekap)", new Incoming.RecapDrawn(from.Chat.Chat, from.NextId, "w1", "dok1", "dok2", @for, World.Start)));
            walk.Send(new(from, null, ""), new("(rekap gagal)", new Incoming.NotDrawn(from.Chat.Chat, from.NextId, "w1", new RecapFailed())));
        }

        // Payments of a case, and why the ministry refused it: read by the guardian and at the desk; a list that moves a case that is still as it was.
        Domain.Registry.Lists.Payment[] ends = [Domain.Registry.Lists.Payment.Paid, Domain.Registry.Lists.Payment.Failed];
        CasePayment[] payments =
        [
            .. from end in ends from period in (Period[])[new(2025, null), new(2025, 2)] from fuller in (bool[])[false, true]
               select new CasePayment(period, end) { Months = fuller ? "Juli-September" : null, Amount = fuller ? new Rupiah(600_000) : null, FetchBy = fuller ? new(2025, 10, 1) : null, FetchAt = fuller ? "Bank contoh" : null, Cause = fuller ? "lain" : null },
            .. Enum.GetValues<PaymentFault>().Select(f => new CasePayment(new(2025, 2), Domain.Registry.Lists.Payment.Failed) { Fault = f }),
        ];
        var mine = whole with { Homes = [new(World.Empty.Chat.Chat, World.Start, IsFiler: true)], Stage = Stage.Active };
        World Reads(Application a) => With(World.Empty with { Chat = World.Empty.Chat with { Question = 1, Cases = [a.Id], Choices = [$"{Everywhere.Go}status", Everywhere.Menu] } }, a);
        walk.Explore([.. payments.Select(p => Reads(mine with { Payments = [p] })), Reads(mine with { Stage = Stage.RefusedByMinistry, MinistryWhy = "Data tidak padan." })], Sending.WhatLeads, except: flow.Name);
        walk.Explore([At(With(head, paper with { Stage = Stage.RefusedByMinistry, MinistryWhy = "Data tidak padan.", Payments = [payments[0]] }), CaseDeskErrand.Opens("waits"))], Sending.WhatLeads, except: flow.Name);
        foreach (var row in (ListedCase[])[new("waits") { Ruling = Domain.Registry.Lists.Ruling.Approved }, new("waits") { Ruling = Domain.Registry.Lists.Ruling.Refused, Why = "x" }, new("waits") { Payment = payments[0] }, new("gone")])
        {
            foreach (var stage in Enum.GetValues<Stage>())
                walk.Send(new(With(head, paper with { Stage = stage }), null, ""), new("(daftar kembali)", new Incoming.CasesListed(head.Chat.Chat, head.NextId, "", new('a', 64), [row])));
        }

        WalkedLists.Explore(walk, flow.Name);
        WalkedRecipients.Explore(walk, whole, head);
        WalkedMessages.Explore(walk, walk.Places.First(p => p.World.Chat.Place == "yapi/guardian_ktp" && p.World.Draft is { Misses: 0, Children: 1 } && !p.World.Orders.Any()).World, flow.Name);
        var invited = World.Empty with { Invitation = new(Role.Petugas, "Bu Rina", [], "", World.Start.AddHours(1)) };
        World[] invitedTo = [invited, invited with { Invitation = invited.Invitation! with { Until = World.Start } }, invited with { Chat = invited.Chat with { Chat = shared } }, atDesk with { Invitation = invited.Invitation, Officers = atDesk.Officers.Add("o1", Works("o1", Role.Petugas, World.Empty.Chat.Chat)) }];
        walk.Explore(invitedTo.Select(w => walk.Send(new(w, null, ""), new("(undangan)", new Incoming.Command(w.Chat.Chat, w.NextId, "start", Invitation.Prefix + Inputs.Joining.Reveal())))!.World), Sending.WhatLeads, except: flow.Name);
        return walk;
    }

    private static Officer Works(string id, Role role, ChatKey chat) => new() { Id = id, Chat = chat, CalledAs = "Bu Rina", Role = role, Since = World.Start };

    private static IEnumerable<World> WithoutOneAnswer(Flow flow, World reviewed) => reviewed.Draft!.Answers.Keys.Select(key => reviewed with
    {
        Chat = reviewed.Chat with { Drafts = reviewed.Chat.Drafts.SetItem(flow.Name, reviewed.Draft with { Version = flow.Version - 1, Answers = reviewed.Draft.Answers.Remove(key), Trail = reviewed.Draft.Trail.Remove(key) }) },
    });

    private static T Read<T>(Domain.Outcome<T> outcome) => ((Domain.Outcome<T>.Ok)outcome).Value;

    private static World With(World world, Application a) => world with { Cases = world.Cases.SetItem(a.Id, a) };

    /// <summary>A flow of the kinds that no shipped programme asks for; a programme file may.</summary>
    private sealed class OtherKinds : Errand
    {
        public static readonly ImmutableArray<TextEntry> Texts =
        [
            .. ((string[])["Ask", "Again", "Help", "Name"]).Select(k => new TextEntry(Language.Indonesian, $"Walk.Income.{k}", "Berapa penghasilan keluarga?", "walk")),
            .. ((string[])["Ask", "Again", "Help", "Name", "HowToGet"]).Select(k => new TextEntry(Language.Indonesian, $"Walk.Payslip.{k}", "Kirim foto slip gaji.", "walk")),
        ];

        public override string Name => "otherkinds";

        public override Flow Flow { get; } = new()
        {
            Name = "otherkinds",
            Version = 1,
            KeepsDraft = true,
            HasReview = true,
            Steps =
            [
                new() { Name = "income", Kind = new AmountKind(), Part = Part.Form, TextKey = "Walk.Income" },
                new() { Name = "payslip", Kind = new DocumentsKind(1, IsOptional: false), Part = Part.Form, TextKey = "Walk.Payslip" },
            ],
        };

        /// <summary>At its first step.</summary>
        public World Begun => World.Empty with
        {
            Chat = World.Empty.Chat with
            {
                Place = StepMap.At(Flow, "income"),
                Choices = [Everywhere.Menu],
                Drafts = World.Empty.Chat.Drafts.SetItem(Name, new Draft { Flow = Name, Version = 1, Id = "otherkinds" }),
            },
        };

        public override void Open(Scene scene, string argument) => throw new NotSupportedException("The walk begins in it.");

        public override void Finish(Scene scene, Draft draft)
        {
            scene.Forget(Name);
            scene.Move(Move.Menu);
            scene.Ask([new Say("Menu.WhatDoYouNeed")], [[new(Everywhere.Officer, new Say("Menu.Button.Officer"))]]);
        }
    }
}
