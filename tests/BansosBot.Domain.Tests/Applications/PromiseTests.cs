using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tests.Applications;

/// <summary>A day that was promised, and what comes of it when it is over.</summary>
public sealed class PromiseTests
{
    private static readonly DateTimeOffset Tuesday = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly ServiceStandard Standard = new(AnswerDays: 3, VisitDays: 14, CorrectionCalendarDays: 14);
    private static readonly Office Office = new("Dinas Sosial", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), new(20, 0), new(7, 0)) { Holidays = new HashSet<DateOnly> { new(2025, 9, 29) } };

    [Theory]
    [InlineData(Stage.Submitted, "2025-10-02")]
    [InlineData(Stage.InVerification, "2025-10-14")]
    [InlineData(Stage.Verified, "2025-10-06")]
    [InlineData(Stage.Appealed, "2025-10-13")]
    public void A_broken_promise_gives_way_to_another_in_working_days(Stage stage, string then)
    {
        var friday = Tuesday.AddDays(3);        // its Monday is a holiday

        var late = Promise.Broken(At(stage, promised: new(2025, 9, 25)), Standard, Office, friday)!;

        Assert.Equal((new DateOnly(2025, 9, 25), DateOnly.Parse(then, System.Globalization.CultureInfo.InvariantCulture)), (late.LateSince, late.PromisedBy));
        Assert.True(late.WasTold(Notice.Late));
    }

    [Fact]
    public void The_promised_day_itself_counts_until_midnight_in_serang()
    {
        var a = At(Stage.Submitted, promised: new(2025, 9, 23));

        Assert.Null(Promise.Broken(a, Standard, Office, Tuesday.AddHours(14.9)));
        Assert.NotNull(Promise.Broken(a, Standard, Office, Tuesday.AddHours(15)));
    }

    [Fact]
    public void It_is_told_once_for_a_stage_and_again_where_that_stage_is_reached_again()
    {
        var late = Promise.Broken(At(Stage.InVerification, promised: new(2025, 9, 22)), Standard, Office, Tuesday)!;
        Assert.Null(Promise.Broken(late, Standard, Office, Tuesday.AddDays(90)));

        var asked = Done(late, new Doing.AskForCorrection([new("kk_photo", CorrectionReason.PhotoUnclear)]), Tuesday);
        Assert.Null(asked.LateSince);
        var back = Done(asked, new Doing.Correct([]), Tuesday.AddDays(1));

        Assert.NotNull(Promise.Broken(back, Standard, Office, Tuesday.AddDays(90)));
    }

    [Fact]
    public void Only_what_the_office_promised_is_late()
    {
        foreach (var stage in Enum.GetValues<Stage>().Where(s => !Promise.IsOurs(s))) Assert.Null(Promise.Broken(At(stage, promised: new(2025, 9, 1)), Standard, Office, Tuesday));
        Assert.Null(Promise.Broken(At(Stage.Verified, promised: null), Standard, Office, Tuesday));
    }

    [Theory]
    [InlineData("2007-12-22", -1, "")]
    [InlineData("2007-12-22", 0, "90")]
    [InlineData("2007-12-22", 59, "90")]
    [InlineData("2007-12-22", 60, "30")]
    [InlineData("2007-12-22", 83, "7")]
    [InlineData("2007-12-22", 89, "7")]
    [InlineData("2007-12-22", 90, "")]
    public void The_nearest_of_ninety_thirty_and_seven_days_before_is_told(string born, int daysAfterTuesday, string told)
    {
        var a = At(Stage.Active, promised: null) with { ChildBorn = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture) };
        var ends = TooOld.EndsOn(a, Yapi)!.Value;
        var today = new DateOnly(2025, 9, 23).AddDays(daysAfterTuesday);

        var notice = TooOld.ToTell(a, ends, today);

        Assert.Equal(told.Length == 0 ? null : Enum.Parse<Notice>($"EndsIn{told}Days"), notice);
        if (notice is { } once) Assert.Null(TooOld.ToTell(a.Telling(once, Tuesday), ends, today));
    }

    [Fact]
    public void The_clock_looks_at_it_on_each_of_these_mornings_and_on_the_birthday()
    {
        var a = At(Stage.Active, promised: null) with { ChildBorn = new(2008, 2, 29) };
        var ends = TooOld.EndsOn(a, Yapi)!.Value;
        List<string> mornings = [];
        for (var now = Tuesday; mornings.Count < 4;)
        {
            now = TooOld.At(a, ends, Office, now);
            mornings.Add(TimeZoneInfo.ConvertTime(now, Office.Zone).ToString("yyyy-MM-dd HH.mm", System.Globalization.CultureInfo.InvariantCulture));
            if (TooOld.ToTell(a, ends, Office.DayOf(now)) is { } notice) a = a.Telling(notice, now);
        }

        Assert.Equal(["2025-12-01 07.00", "2026-01-30 07.00", "2026-02-22 07.00", "2026-03-01 07.00"], mornings);
    }

    [Fact]
    public void Who_is_paid_for_the_first_time_within_those_days_hears_of_it_the_next_morning()
    {
        var a = At(Stage.Active, promised: null) with { ChildBorn = new(2007, 10, 30) };

        Assert.Equal(new DateTimeOffset(2025, 9, 24, 0, 0, 0, TimeSpan.Zero), TooOld.At(a, TooOld.EndsOn(a, Yapi)!.Value, Office, Tuesday));
        Assert.Null(TooOld.EndsOn(a, Yapi with { EndsAtAge = null }));
        Assert.Null(TooOld.EndsOn(a, null));
    }

    [Theory]
    [InlineData("2025-09-23 07.29", "2025-09-23 07.30", false)]
    [InlineData("2025-09-23 07.30", "2025-09-24 07.30", true)]
    [InlineData("2025-09-26 12.00", "2025-09-30 07.30", true)]
    [InlineData("2025-09-28 12.00", "2025-09-30 07.30", false)]
    [InlineData("2025-09-29 09.00", "2025-09-30 07.30", false)]
    [InlineData("2025-09-23 21.00", "2025-09-24 07.30", false)]
    public void The_office_opens_on_working_days_at_half_past_seven(string now, string next, bool isOpen)
    {
        static DateTimeOffset Wib(string at) => new(DateTime.ParseExact(at, "yyyy-MM-dd HH.mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

        Assert.Equal(Wib(next), Office.OpensAfter(Wib(now)));
        Assert.Equal(isOpen, Office.IsOpenFrom(Wib(now)));
        Assert.Equal(8, TimeZoneInfo.ConvertTime((Office with { QuietUntil = new(8, 0) }).OpensAfter(Wib(now)), Office.Zone).Hour);
    }

    [Theory]
    [InlineData(Stage.Submitted, "PromiseOver 2025-09-26 07")]
    [InlineData(Stage.InVerification, "PromiseOver 2025-09-26 07")]
    [InlineData(Stage.Verified, "PromiseOver 2025-09-26 07")]
    [InlineData(Stage.Appealed, "PromiseOver 2025-09-26 07")]
    [InlineData(Stage.NeedsCorrection, "CorrectionReminder 2025-09-24 20, CaseLapse 2025-09-26 07")]
    [InlineData(Stage.Active, "TooOld 2031-12-13 07")]
    [InlineData(Stage.Endorsed, "")]
    [InlineData(Stage.Lapsed, "")]
    [InlineData(Stage.Withdrawn, "")]
    public void A_case_that_is_moved_is_waited_for_by_what_belongs_to_its_stage_and_by_nothing_else(Stage stage, string expected)
    {
        var flow = new Flow { Name = "yapi", Version = 1, KeepsDraft = true, Programme = Yapi, Steps = [new() { Name = "a", Kind = new FreeTextKind(10), Part = Part.Form, TextKey = "A" }] };
        var scene = new Scene(new Talk(Office with { QuietFrom = new(21, 0) }, new ApplyErrand(Yapi, flow)), new() { Chat = ChatKey.Office }, new Incoming.Words(ChatKey.Office, "1", ""), Known.Nothing, Tuesday);

        CaseClock.Set(scene, At(stage, promised: new(2025, 9, 25)));

        var dues = scene.Effects().Dues;
        Assert.All(dues, d => Assert.True(d is { OfOffice: true, About: "case1" }));
        Assert.Equal([DueKind.PromiseOver, DueKind.CorrectionReminder, DueKind.CaseLapse, DueKind.TooOld], dues.Select(d => d.Kind));
        Assert.Equal(expected, string.Join(", ", dues.Where(d => d.At is not null).Select(d => $"{d.Kind} {TimeZoneInfo.ConvertTime(d.At!.Value, Office.Zone).ToString("yyyy-MM-dd HH", System.Globalization.CultureInfo.InvariantCulture)}")));
    }

    private static readonly Programme Yapi = new() { Name = "yapi", Service = Service.Application, Version = 1, EndsAtAge = 18 };

    private static Application Done(Application a, Doing doing, DateTimeOffset at) =>
        Assert.IsType<Outcome<Decided>.Ok>(doing is Doing.AskForCorrection ? Deciding.By(new() { Id = "p", Chat = new("test", "p"), CalledAs = "Bu Rina", Role = Role.Petugas, Since = Tuesday }, Whose.Theirs, a, doing, Standard, Office, at) : Deciding.OfItself(a, doing, Standard, Office, at)).Value.After;

    private static Application At(Stage stage, DateOnly? promised) => new()
    {
        Id = "case1",
        NumberPrefix = "YAPI",
        Number = CaseNumber.Of("YAPI", 2025, 1),
        Programme = "yapi",
        ProgrammeVersion = 1,
        Stage = stage,
        StageSince = Tuesday,
        PromisedBy = promised,
        SubmittedAt = Tuesday,
        Receipt = ReceiptCode.Of(new byte[ReceiptCode.RandomBytes]),
        Answers = ImmutableDictionary<string, Answer>.Empty,
        ChildName = ((Outcome<PersonName>.Ok)PersonName.Parse("Putri")).Value,
        ChildBorn = new(2014, 3, 12),
        Kelurahan = Wilayah.AllKelurahan[0],
        Homes = [new(new("test", "1"), Tuesday, IsFiler: true)],
        FiledForOthers = false,
        Consent = new("yapi", 1, Tuesday, null),
        History = [new(Stage.Submitted, Tuesday), new(stage, Tuesday)],
    };
}
