using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Schedules;
using BansosBot.Domain.Staff;

namespace BansosBot.Tests.Storage;

/// <summary>Invented people, chats and cases for the tests of the stores.</summary>
internal static class Invented
{
    public static readonly DateTimeOffset Tuesday = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);

    public static ChatKey Chat(int n, string channel = "telegram") => new(channel, $"{7_000 + n}");

    public static T Ok<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Ok>(outcome).Value;

    /// <summary>A child of Kota Serang, born 12 March 2014.</summary>
    public static Nik Nik(int n) => Ok(Domain.Registry.Nik.Parse($"367301120314{1 + ((n - 1) % 9_999):D4}"));

    public static ReceiptCode Code(int n) => ReceiptCode.Of([0, 0, 0, 0, (byte)((n >> 16) & 255), (byte)((n >> 8) & 255), (byte)(n & 255)]);

    public static LinkCode Joining(int n) => LinkCode.Of([.. Code(n).Reveal().Select(c => (byte)c), 0, 0]);

    /// <summary>Of the KK that all of these families share: 100001 for 1.</summary>
    public static KkLastSix KkEnd(int n) => Ok(KkLastSix.Parse($"10{n:D4}"));

    /// <summary>What finds the case or the row of child <paramref name="n"/>.</summary>
    public static LookUpProof Proof(int n) => new(Nik(n), KkEnd(1), Kelurahan);

    /// <summary>Child n was looked up with the KK of nobody else, and this was known of wrong ones before.</summary>
    public static Write.LookedUp LookedUp(int n, DateTimeOffset at, bool missed = true, int before = 0, LookUpAlarm alarm = LookUpAlarm.None) =>
        new(Chat(1).Channel, Proof(n) with { Kk = KkEnd(n) }, at, missed, new(before, before), alarm);

    public static RecipientList List(string id = "list1", int year = 2025, int? round = 2) => new(id, "yapi", new(year, round), Tuesday, 3);

    public static Recipient Recipient(int n, string list = "list1") =>
        new(list, n, Ok(PersonName.Parse("Putri Ayu Lestari")), Nik(n), Ok(NomorKk.Parse("3673010101100001")), Kelurahan, new(new string('a', 64), n + 4));

    public static Kelurahan Kelurahan => Wilayah.AllKelurahan[3];

    public static ImmutableDictionary<string, Answer> Answers(int n) => ImmutableDictionary.CreateRange<string, Answer>(
    [
        new("parent_status", new Answer.Chosen("ayah")),
        new("birth_date#2", new Answer.Day(new(2014, 3, 12))),
        new("person_nik", new Answer.OwnNik(Nik(n))),
        new("kk", new Answer.OwnKk(Ok(NomorKk.Parse("3673010101100001")))),
        new("person_name", new Answer.Name(Ok(PersonName.Parse("Putri Ayu Lestari")))),
        new("phone", new Answer.Phone(Ok(PhoneNumber.Parse("081234567890")))),
        new("kelurahan", new Answer.InKelurahan(Kelurahan)),
        new("address", new Answer.Street(Address.Of(new("Kp. Baru No. 3", "002", null))!)),
        new("income", new Answer.Money(new Rupiah(0))),
        new("note", new Answer.Free("baris satu\nbaris \"dua\" 😀")),
        new("kk_photo", new Answer.Papers([new("work1", null), new("work2", "doc2")], false)),
        new("ktp_photo", new Answer.Papers([], true)),
        new("code", new Answer.Receipt(Code(n))),
        new("joining", new Answer.Joining(Joining(n))),
        new("kk_end", new Answer.KkEnd(KkEnd(1))),
    ]);

    public static Draft Draft(string flow, int n) => new()
    {
        Flow = flow,
        Version = 3,
        Id = $"draft{n}",
        Answers = Answers(n),
        Child = 2,
        Children = 3,
        Unconfirmed = new Answer.Day(new(2010, 1, 2)),
        Narrowed = "36.73.01",
        Asked = "desil",
        Misses = 2,
        Trail = ["a", "b#2"],
        StartedAt = Tuesday,
        TouchedAt = Tuesday.AddMinutes(3),
        WasReminded = true,
    };

    /// <summary>A petugas of all the city, in a chat of their own.</summary>
    public static Officer Works(int n, Role role = Role.Petugas) => new() { Id = $"officer{n}", Chat = Chat(100 + n), CalledAs = $"Bu Rina {n}", Role = role, Since = Tuesday.AddMinutes(n) };

    public static Application Case(int n, ChatKey home, Stage stage = Stage.Submitted) => new()
    {
        Id = $"case{n}",
        NumberPrefix = "YAPI",
        Programme = "yapi",
        ProgrammeVersion = 1,
        Stage = stage,
        StageSince = Tuesday,
        SubmittedAt = Tuesday,
        PromisedBy = new(2025, 9, 30),
        Receipt = Code(n),
        Answers = Answers(n),
        ChildNik = Nik(n),
        ChildName = Ok(PersonName.Parse("Putri Ayu Lestari")),
        ChildBorn = new(2014, 3, 12),
        Kelurahan = Kelurahan,
        Homes = [new(home, Tuesday, IsFiler: true)],
        FiledForOthers = false,
        Consent = new("yapi", 1, Tuesday, null),
        History = [new(Stage.Submitted, Tuesday)],
    };

    public static OfficeWords Line(string text) => OfficeWords.Of(text) ?? throw new ArgumentException("No line for everybody.", nameof(text));

    /// <summary>A hand-out with everything that one can bear, of all programmes the orphan assistance; for everybody where nothing else is said.</summary>
    public static Schedule Schedule(int n, DateOnly on, Audience? audience = null) => new()
    {
        Id = $"schedule{n}",
        Programme = "yapi",
        Round = 2,
        Covers = Months.Of(new(2025, 11, 20), new(2026, 1, 3)),
        On = on,
        Between = Hours.Of(new(8, 30), new(12, 0))!,
        How = new HandOut.AtPost(new(Line("Kantor Pos Contoh"), Line("Jl. Contoh No. 1"), Line("dekat lapangan"))),
        For = audience ?? new Audience.Everybody(),
        Bring = [Line("KTP asli"), Line("KK asli")],
        Contact = Line("Pak Contoh, 0254-000000"),
        Note = Line("antre menurut nomor undangan"),
        State = new ScheduleState.Announced(),
        Version = 1,
    };

    public static Outgoing To(ChatKey chat, string key = "Menu.WhatDoYouNeed", params ReadOnlySpan<Slot> values) =>
        new() { To = chat, Language = Language.Indonesian, Parts = [new Say(key, values)] };

    /// <summary>Equal in what is stored, arrays and dictionaries by their content.</summary>
    public static void Same<T>(T expected, T actual) => Assert.Equivalent(expected, actual, strict: true);
}
