using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Documents;
using BansosBot.Domain.Proposals;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;
using BansosBot.Domain.Tickets;
using BansosBot.Storage;
using static BansosBot.Tests.Storage.Invented;

namespace BansosBot.Tests.Storage;

public sealed class StoredJsonTests
{
    [Fact]
    public void A_conversation_with_every_kind_of_answer_comes_back_as_it_went()
    {
        var c = Full(Chat(1));

        var back = Back(c, StoredJson.Conversation);

        Same(c, back);
        foreach (var (step, answer) in c.Drafts["yapi"].Answers) Assert.Equal(answer, back.Drafts["yapi"].Answers[step]);
    }

    [Fact]
    public void What_is_false_or_nothing_comes_back_as_false_and_nothing()
    {
        var c = new Conversation { Chat = Chat(1), IsReachable = false, Place = "" };

        var back = Back(c, StoredJson.Conversation);

        Same(c, back);
        Assert.False(back.IsReachable);
        Assert.True(Back(c with { IsReachable = true }, StoredJson.Conversation).IsReachable);
    }

    [Fact]
    public void Every_kind_of_answer_has_a_name_in_the_stored_text()
    {
        var kinds = typeof(Answer).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Answer)));

        Assert.Equal(kinds.OrderBy(t => t.Name), Answers(1).Values.Select(a => a.GetType()).Distinct().OrderBy(t => t.Name));
    }

    [Fact]
    public void A_case_comes_back_as_it_went()
    {
        var a = Case(1, Chat(1), Stage.NeedsCorrection) with
        {
            Number = CaseNumber.Of("YAPI", 2025, 7),
            QueueNumber = 9,
            MayBeDouble = true,
            ForReview = ["umur"],
            Held = new("o1", Tuesday),
            ToCorrect = [new("kk_photo", CorrectionReason.PhotoUnclear)],
            Mended = [new("kk_photo", CorrectionReason.WrongDocument, new Answer.Papers([new("w", null)], false), Tuesday), new("phone", CorrectionReason.PhoneDead, null, Tuesday)],
            Notes = [new("Menelepon.", "o1", Tuesday, new(2025, 9, 26)), new("Datang.", "o1", Tuesday, null)],
            GoesFirst = new(PrecedenceReason.Disaster, "o1", Tuesday),
            RefusedFor = RefusalReason.TooOld,
            MinistryWhy = "Data tidak padan.",
            Payments =
            [
                new(new(2025, 1), Payment.Paid) { Months = "Januari-Maret", Amount = new Rupiah(600_000) },
                new(new(2025, 2), Payment.Failed) { Fault = PaymentFault.NotFetched, Cause = "kartu belum diambil", FetchBy = new(2025, 10, 1), FetchAt = "Bank contoh" },
            ],
            Objection = "Belum 18.",
            Visits = [new(new(2025, 9, 23), "Ada.", "o1", Tuesday)],
            LateSince = new(2025, 9, 22),
            EndedFor = EndReason.Adopted,
            Notices = [new(Notice.Late, 1, Tuesday)],
        };

        Same(a, Back(a, StoredJson.Application));
        Same(Case(2, Chat(1)), Back(Case(2, Chat(1)), StoredJson.Application));
        var listed = Case(3, Chat(1), Stage.Active) with { Homes = [], Consent = null, FromList = new("l1", 7), ReceiptIsVoid = true };
        Same(listed, Back(listed, StoredJson.Application));
    }

    [Fact]
    public void Answers_to_steps_that_were_called_otherwise_are_found_under_their_present_name()
    {
        // As version 1 of the orphan assistance stored it: a second child's birth date to be confirmed, pages of a photo on their way.
        var old = Full(Chat(1)) with
        {
            Place = "yapi/child_nik!",
            CameFrom = "yapi/child_name",
            Drafts = ImmutableDictionary<string, Draft>.Empty.Add("yapi", new()
            {
                Flow = "yapi",
                Version = 1,
                Id = "d1",
                Trail = ["parent_status", "child_birth_date#1", "child_name#2"],
                Answers = ImmutableDictionary<string, Answer>.Empty.Add("child_birth_date#1", new Answer.Day(new(2014, 3, 12))).Add("child_name#2", Answers(1)["person_name"]).Add("child_nickname", new Answer.Free("x")),
            }),
        };

        var present = StoredNames.Present(Back(old, StoredJson.Conversation));

        Assert.Equal(("yapi/person_nik!", "yapi/person_name"), (present.Place, present.CameFrom));
        Assert.Equal(["birth_date#1", "child_nickname", "person_name#2"], present.Drafts["yapi"].Answers.Keys.Order());
        Assert.Equal(["parent_status", "birth_date#1", "person_name#2"], present.Drafts["yapi"].Trail);
        var filed = Case(1, Chat(1)) with { Answers = ImmutableDictionary<string, Answer>.Empty.Add("child_birth_date", new Answer.Day(new(2014, 3, 12))) };
        Assert.Equal("birth_date", Assert.Single(StoredNames.Present(filed).Answers).Key);
    }

    [Fact]
    public void A_hand_out_of_every_kind_comes_back_as_it_went()
    {
        var where = new Spot(Line("Kantor Contoh"));
        HandOut[] ways = [new HandOut.AtBank(where), new HandOut.AtPost(where with { Address = Line("Jl. Contoh") }), new HandOut.AtOffice(where with { Landmark = Line("masjid") }), new HandOut.AtHome()];
        Audience[] audiences = [new Audience.Everybody(), new Audience.InKecamatan([.. Wilayah.AllKecamatan.Take(2)]), new Audience.InKelurahan([.. Wilayah.AllKelurahan.Take(3)])];
        ScheduleState[] states =
            [new ScheduleState.Draft(), new ScheduleState.Approved(), new ScheduleState.Announced(), new ScheduleState.Changed(Line("hujan")), new ScheduleState.Cancelled(Line("banjir")), new ScheduleState.Done()];
        foreach (var (family, written) in (IEnumerable<(Type, IEnumerable<object>)>)[(typeof(HandOut), ways), (typeof(Audience), audiences), (typeof(ScheduleState), states)])
            Assert.Equal(family.GetNestedTypes().Where(t => t.IsSubclassOf(family)).OrderBy(t => t.Name), written.Select(w => w.GetType()).OrderBy(t => t.Name));

        foreach (var (how, audience, state) in from w in ways from a in audiences from s in states select (w, a, s))
        {
            var schedule = Schedule(1, new(2025, 9, 23), audience) with { How = how, State = state, Covers = null, Round = null, Contact = null };
            Same(schedule, Back(schedule, StoredJson.Schedule));
        }
    }

    [Fact]
    public void A_message_with_every_kind_of_value_comes_back_as_it_went()
    {
        var inner = new Say("Inner", ("x", "y"));
        SayValue[] values =
        [
            new SayValue.Words("*a* \"b\""), new SayValue.Number(-3), new SayValue.Day(new(2025, 9, 23)), new SayValue.PaperDay(new(2014, 3, 12)), new SayValue.Moment(Tuesday),
            new SayValue.Hours(Tuesday, Tuesday.AddHours(4)), new SayValue.Months(new(2025, 11, 1), new(2026, 1, 1)), new SayValue.Length(TimeSpan.FromDays(3)), new SayValue.Nearby(new(2025, 9, 24)), new SayValue.Around(Tuesday), new SayValue.Ordinal(2),
            new SayValue.Money(new Rupiah(200_000)), new SayValue.MoneyInWords(new Rupiah(200_000)), new SayValue.Text(inner), new SayValue.Together([inner, inner]), new SayValue.Lines([]),
        ];
        var storable = typeof(SayValue).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(SayValue)) && t != typeof(SayValue.Assigned));
        Assert.Equal(storable.OrderBy(t => t.Name), values.Select(v => v.GetType()).OrderBy(t => t.Name));
        var said = To(Chat(1)) with
        {
            Parts = [new Say("Empty"), new Say("All", values.Select((v, i) => new Slot($"v{i}", v)).ToImmutableArray())],
            Buttons = [[new(inner, 0), new(inner, -1, "https://example.org")], []],
            Question = 4,
            Place = "album:kk",
            NotBefore = Tuesday,
            Attachment = new("data.json", [new("a", "b", "c")]),
            Document = new("0123456789abcdef0123456789abcdef", "kk-1.jpg"),
            IsFarewell = true,
            IsNews = true,
        };

        var back = Back(said, StoredJson.Outgoing);

        Same(said, back);
        Assert.Equal(said.Parts, back.Parts);
    }

    [Fact]
    public void Every_kind_of_incoming_message_can_be_parked()
    {
        Incoming[] all =
        [
            new Incoming.Words(Chat(1), "1", "halo"), new Incoming.Command(Chat(1), "2", "start", ""), new Incoming.Press(Chat(1), "3", -1, 0),
            new Incoming.Picture(Chat(1), "4", new("file", 3, SentAs.File, "image/png"), "album"), new Incoming.Odd(Chat(1), "5", OddKind.Poll), new Incoming.InGroup(Chat(1), "6", true),
            new Incoming.Reachable(Chat(1), "7", false), new Incoming.Due(Chat(1), "8", DueKind.DraftExpiry, "draft1"), new Incoming.FileKept(Chat(1), "9", "work", "doc", true, false),
            new Incoming.FileDelayed(Chat(1), "11", "work"), new Incoming.FileRefused(Chat(1), "10", "work", new PhotoRefusal.PhotoCutOff()),
            new Incoming.RecapDrawn(Chat(1), "14", "work", "doc1", "doc2", Domain.Figures.RecapFor.Public, Tuesday), new Incoming.ProposalsDrawn(Chat(1), "12", "work", "doc", "YAPI-U-2026-001", 3, new string('a', 64)), new Incoming.NotDrawn(Chat(1), "13", "work", new PhotoRefusal.PhotoCutOff()),
            new Incoming.CasesListed(Chat(1), "14", "o1", new string('a', 64), [new("case1") { Ruling = Ruling.Refused, Why = "x" }, new("case2") { Payment = new(new(2025, 2), Payment.Paid) }]),
            new Incoming.ListKept(Chat(1), "15", "work", "doc"), new Incoming.ListGoesOn(Chat(1), "16", "work", "5 dari 9"),
            new Incoming.ListTold(Chat(1), "17", "work", ListFate.CanCome, "Baru: 3", "doc", [new(0, "NIK", Holds.Nik) { IsConfirmed = true }], new string('a', 64), "l1"),
        ];
        Assert.Equal(typeof(Incoming).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Incoming))).OrderBy(t => t.Name), all.Select(m => m.GetType()).OrderBy(t => t.Name));

        foreach (var message in all)
        {
            var back = Back(message, StoredJson.Incoming);
            if (message is Incoming.FileRefused refused) Assert.Equal((refused.Work, refused.Why.Sentence), (((Incoming.FileRefused)back).Work, ((Incoming.FileRefused)back).Why.Sentence));
            else if (message is Incoming.NotDrawn notDrawn) Assert.Equal((notDrawn.Work, notDrawn.Why.Sentence), (((Incoming.NotDrawn)back).Work, ((Incoming.NotDrawn)back).Why.Sentence));
            else if (message is Incoming.CasesListed listed) Assert.Equal(listed.Rows, ((Incoming.CasesListed)back).Rows);
            else if (message is Incoming.ListTold told) Assert.Equal((told with { Columns = [] }, told.Columns[0]), (((Incoming.ListTold)back) with { Columns = [] }, ((Incoming.ListTold)back).Columns[0]));
            else Assert.Equal(message, back);
        }
    }

    [Fact]
    public void A_list_that_was_sent_comes_back_with_its_order_and_an_order_of_before_has_none()
    {
        var order = new WorkOrder("w1", Chat(1), new("file", 3, SentAs.File, "text/csv") { Name = "daftar.csv" }) { List = List };

        var back = Back(order, StoredJson.WorkOrder);

        Assert.Equal((order.File, order.Id), (back.File, back.Id));
        Assert.Equal((List.Name, List.Use, List.Period, List.File, List.Columns["noinduk"], List.Shown[0]), (back.List!.Name, back.List.Use, back.List.Period, back.List.File, back.List.Columns["noinduk"], back.List.Shown[0]));
        Assert.Null(Back(order with { List = null }, StoredJson.WorkOrder).List);
        var bare = Back(order with { List = new BroughtList { Work = "w1", By = "o1", Name = "x" } }, StoredJson.WorkOrder).List!;
        Assert.Equal((0, true), (bare.Columns.Count, bare.Shown.IsEmpty));
    }

    [Fact]
    public void A_stored_value_that_is_no_longer_accepted_is_not_repeated_by_its_failure()
    {
        var text = JsonSerializer.Serialize(Full(Chat(1)), StoredJson.Conversation).Replace(Nik(1).Reveal(), "367307", StringComparison.Ordinal);

        var failure = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text, StoredJson.Conversation));

        Assert.DoesNotContain("367307", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>Members that need not stand in a stored text, with a value of which each of them has something to lose.</summary>
    public static TheoryData<Type, string> OptionalMembers()
    {
        var members = new TheoryData<Type, string>();
        foreach (var (type, _, _) in Everything())
            foreach (var property in type.GetProperties().Where(p => IsOptional(type, p))) members.Add(type, property.Name);
        return members;
    }

    [Theory]
    [MemberData(nameof(OptionalMembers))]
    public void A_text_older_than_a_member_reads_as_if_the_member_were_at_its_start(Type type, string member)
    {
        var (_, value, info) = Everything().Single(e => e.Type == type);
        var text = (JsonObject)JsonSerializer.SerializeToNode(value, info)!;
        var property = type.GetProperty(member)!;
        Assert.True(text.Remove(member), "It is not written: give it a value.");

        var back = JsonSerializer.Deserialize(text, info)!;

        var start = type.GetConstructor([]) is null ? property.PropertyType is { IsValueType: true } list && list.GetField("Empty")?.GetValue(null) is { } empty ? empty : property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null
            : property.GetValue(Activator.CreateInstance(type));
        Assert.Equivalent(start, property.GetValue(back), strict: true);
        foreach (var other in type.GetProperties().Where(p => p.Name != member && p.CanWrite))
            Assert.Equivalent(other.GetValue(value), other.GetValue(back), strict: true);
    }

    [Fact]
    public void Every_stored_record_whose_members_start_at_something_is_tried()
    {
        var tried = Everything().Select(e => e.Type).ToHashSet();
        var domain = typeof(Conversation).Assembly.GetTypes().Concat(typeof(OwnWords).Assembly.GetTypes());
        var stored = domain.Where(t => StoredJson.Conversation.Options.TypeInfoResolver!.GetTypeInfo(t, StoredJson.Conversation.Options) is { Kind: JsonTypeInfoKind.Object });

        Assert.Empty(stored.Where(t => t.GetConstructor([]) is not null && t.GetProperties().Any(p => IsOptional(t, p)) && !tried.Contains(t)).Select(t => t.Name));
    }

    [Fact]
    public void What_can_be_worked_out_is_not_stored()
    {
        foreach (var (type, value, info) in Everything())
            Assert.All((JsonObject)JsonSerializer.SerializeToNode(value, info)!, member => Assert.True(type.GetProperty(member.Key)!.CanWrite, $"{type.Name}.{member.Key}"));
    }

    // Once a draft's answers stood in its text twice, the second time as what is current.
    [Fact]
    public void A_draft_that_was_stored_with_what_can_be_worked_out_is_read()
    {
        var (_, value, info) = Everything().Single(e => e.Type == typeof(Draft));
        var older = (JsonObject)JsonSerializer.SerializeToNode(value, info)!;
        older["Current"] = new JsonObject { ["All"] = older["Answers"]!.DeepClone(), ["Child"] = 1 };

        Assert.Equivalent(value, JsonSerializer.Deserialize(older, info), strict: true);
    }

    private static (Type Type, object Value, JsonTypeInfo Info)[] Everything()
    {
        var full = Full(Chat(1)) with { Revision = 3, KeySlot = 4 };
        var said = To(Chat(1)) with
        {
            Buttons = [[new(new Say("A"), 0, "https://example.org")]],
            Question = 4,
            Place = "album:kk",
            NotBefore = Tuesday,
            Attachment = new("data.json", [new("a", "b", "c")]),
            Document = new("0123456789abcdef0123456789abcdef", "kk-1.jpg"),
            IsFarewell = true,
            IsNews = true,
        };
        var filed = Case(1, Chat(1)) with { Revision = 2, KeySlot = 5, Number = CaseNumber.Of("YAPI", 2025, 7), QueueNumber = 9, MayBeDouble = true, FromList = new("l1", 7), ReceiptIsVoid = true, Handed = new(Code(8), "o1", Tuesday), GuardianChanges = [new(GuardianReason.Died, new(2025, 9, 1), ((Answer.Name)Answers(1)["person_name"]).Called, "o1", Tuesday)], ForReview = ["umur"] } with
        {
            Held = new("o1", Tuesday),
            ToCorrect = [new("kk_photo", CorrectionReason.PhotoUnclear)],
            Visits = [new(new(2025, 9, 20), "Rumah kontrakan.", "o1", Tuesday)],
            Notes = [new("Menelepon.", "o1", Tuesday, null)],
            GoesFirst = new(PrecedenceReason.Disaster, "o1", Tuesday),
            RefusedFor = RefusalReason.AddressNotFound,
            MinistryWhy = "Data tidak padan.",
            Payments = [new(new(2025, 2), Payment.Paid)],
            Objection = "Rumah kami di gang belakang.",
            LateSince = new(2025, 9, 22),
            EndedFor = EndReason.TurnedEighteen,
            Notices = [new(Notice.EndsIn30Days, 9, Tuesday)],
            ToldAt = Tuesday,
            ToCall = new(2, Tuesday) { Unanswered = [Tuesday.AddDays(1)] },
            Interest = new(Tuesday, "o1") { Referral = new("PKBM Contoh", new(2025, 9, 20), "o1") { Accepted = true, AnsweredAt = Tuesday } },
        };
        var ticket = new Ticket("t", Chat(1), "", "x", Tuesday)
        {
            Report = new Say("A"),
            Revision = 2,
            Lines = [new("o1", "y", Tuesday) { Told = true }],
            Held = new("o1", Tuesday),
            AnswerBy = new(2025, 9, 26),
            LateSince = Tuesday,
            Case = "case1",
            ToCall = true,
            Closed = new(Tuesday, "o1", ByTelephone: true),
            Helped = Helped.Partly,
            Pledge = new("o1", [new(PledgeState.Noted, Tuesday, "o1"), new(PledgeState.HandedOver, Tuesday, "o1")]) { Bast = "460/12" },
            Sealed = true,
            Named = [new("o2", Role.KepalaBidang)],
            OwesSorry = true,
        };
        return
        [
            (typeof(Conversation), full, StoredJson.Conversation), (typeof(Draft), full.Drafts["yapi"], StoredJson.Conversation.Options.GetTypeInfo(typeof(Draft))),
            (typeof(Outgoing), said, StoredJson.Outgoing), (typeof(Application), filed, StoredJson.Application),
            (typeof(Ticket), ticket, StoredJson.Ticket), (typeof(TicketLine), ticket.Lines[0], StoredJson.Conversation.Options.GetTypeInfo(typeof(TicketLine))), (typeof(Recipient), Recipient(1) with { Details = Details }, StoredJson.Recipient),
            (typeof(RowDetails), Details, StoredJson.Recipient.Options.GetTypeInfo(typeof(RowDetails))),
            (typeof(RowSource), new RowSource("ab", 7) { Sheet = "Kasemen" }, StoredJson.Recipient.Options.GetTypeInfo(typeof(RowSource))),
            (typeof(ListDecision), new ListDecision("list1", 1, Undecided.Lookalike, new("Kasemen", 7), ListRule.MaybeSamePerson) { Row = 3, OtherList = "list0", OtherRow = 4 }, StoredJson.ListDecision),
            (typeof(Officer), new Officer { Id = "o1", Revision = 2, KeySlot = 5, Chat = Chat(1), CalledAs = "Bu Rina", Role = Role.Petugas, Area = [Invented.Kelurahan.Kecamatan], Since = Tuesday, LeftAt = Tuesday }, StoredJson.Officer),
            (typeof(Batch), new Batch { Number = "YAPI-U-2025-001", Revision = 2, Programme = "yapi", SignedAt = Tuesday, By = "o1", Cases = ["case1", "case2"], Moved = 1, Left = ["case1"] }, StoredJson.Batch),
            (typeof(BroughtList), List, StoredJson.WorkOrder.Options.GetTypeInfo(typeof(BroughtList))),
            (typeof(Schedule), Schedule(1, new(2025, 9, 23)) with { Revision = 2 }, StoredJson.Schedule),
            (typeof(Button), said.Buttons[0][0], StoredJson.Conversation.Options.GetTypeInfo(typeof(Button))),
        ];
    }

    private static readonly RowDetails Details = new()
    {
        Born = new(2014, 3, 12),
        Sex = Sex.Female,
        Street = "Kp. Baru",
        Rt = "002",
        Rw = "005",
        Kecamatan = Invented.Kelurahan.Kecamatan,
        GuardianName = Invented.Ok(PersonName.Parse("Sukinah")),
        GuardianNik = Nik(3),
        Relation = "Nenek",
        Phone = Invented.Ok(PhoneNumber.Parse("081234567890")),
        Orphan = OrphanOf.Both,
        Programme = "YAPI",
        Round = "2",
        Amount = new Rupiah(200_000),
        Payment = Payment.Failed,
        Remark = "sudah cair",
    };

    private static bool IsOptional(Type type, PropertyInfo p) =>
        p.CanWrite && p.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is null
        && !type.GetConstructors().Any(c => c.GetParameters().Any(a => a.Name == p.Name && !a.HasDefaultValue));

    internal static Conversation Full(Domain.Conversations.ChatKey chat) => new()
    {
        Chat = chat,
        Language = Language.English,
        Place = "yapi/person_nik",
        CameFrom = "yapi/kk",
        Question = 9,
        Choices = ["ya", "tidak"],
        Labels = ["ya", "tidak"],
        LastPress = new(8, 0),
        Drafts = ImmutableDictionary<string, Draft>.Empty.Add("yapi", Draft("yapi", 1)),
        Cases = ["case1"],
        Consents = [new("yapi", 1, Tuesday, Tuesday.AddDays(1))],
        WrongProofs = [Tuesday],
        WrongLookUps = [Tuesday],
        LookUps = [Tuesday],
        Officer = "o1",
        AtDesk = true,
        Ticket = "t1",
        List = List,
        AskedToRateAt = Tuesday,
        Seen = [new("1.5", Tuesday), new("web-a b", Tuesday)],
        IsReachable = false,
        LeftAt = Tuesday,
        SessionName = "web-a b",
        TouchedAt = Tuesday,
    };

    private static readonly BroughtList List = new()
    {
        Work = "w1",
        IsUnderWay = true,
        By = "o1",
        Name = "daftar.xlsx",
        Document = "doc",
        Use = ListUse.Payments,
        Programme = "yapi",
        Period = new(2025, 2),
        Columns = ImmutableDictionary<string, Holds>.Empty.Add("noinduk", Holds.Nik),
        Shown = [new(0, "NO INDUK", Holds.Nik)],
        File = new string('a', 64),
        Before = "l1",
        IsConfirmed = true,
    };

    private static T Back<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type)!;
}
