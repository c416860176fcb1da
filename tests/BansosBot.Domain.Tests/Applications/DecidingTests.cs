using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tests.Applications;

/// <summary>Given a case, when something is done to it, then.</summary>
public sealed class DecidingTests
{
    private static readonly Office Office = new("Dinas Sosial", TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"), new(20, 0), new(7, 0));
    private static readonly ServiceStandard Standard = new(AnswerDays: 3, VisitDays: 14, CorrectionCalendarDays: 14);
    private static readonly DateTimeOffset Tuesday = new(2025, 9, 23, 2, 0, 0, TimeSpan.Zero);
    private static readonly Officer Petugas = Of("p", Role.Petugas), Verifikator = Of("v", Role.Verifikator), Second = Of("v2", Role.Verifikator), Head = Of("b", Role.KepalaBidang), Signs = Of("d", Role.KepalaDinas);

    [Fact]
    public void Taken_up_it_is_promised_by_the_visit_and_stays_in_the_hands_that_took_it()
    {
        var after = Does(Petugas, Held(Petugas), new Doing.TakeUp());

        Assert.Equal((Stage.InVerification, new DateOnly(2025, 10, 13), "p"), (after.Stage, after.PromisedBy, after.HeldBy(Tuesday)));
        Assert.Equal(new StageReached(Stage.InVerification, Tuesday, "p"), after.History[^1]);
    }

    [Fact]
    public void Asked_to_mend_the_family_has_fourteen_days_and_the_items_and_then_it_is_nobodys()
    {
        var asked = Does(Petugas, Held(Petugas, Stage.InVerification), new Doing.AskForCorrection([new("kk_photo", CorrectionReason.PhotoUnclear)]));

        Assert.Equal((Stage.NeedsCorrection, new DateOnly(2025, 10, 7), null), (asked.Stage, asked.PromisedBy, asked.HeldBy(Tuesday)));
        Assert.Equal("kk_photo", Assert.Single(asked.ToCorrect).Step);

        var mended = Done(Deciding.OfItself(asked, new Doing.Correct(asked.Answers.Add("address", new Answer.Free("Kp. Baru"))), Standard, Office, Tuesday.AddDays(5)));
        Assert.Equal((Stage.InVerification, 0), (mended.Stage, mended.ToCorrect.Length));
        Assert.Contains("address", mended.Answers.Keys);
    }

    [Fact]
    public void A_case_that_comes_back_late_is_promised_anew()
    {
        var asked = Held(Petugas, Stage.NeedsCorrection);

        var mended = Done(Deciding.OfItself(asked, new Doing.Correct([]), Standard, Office, Tuesday.AddDays(60)));

        Assert.Equal(Office.WorkingDaysAfter(Office.DayOf(Tuesday.AddDays(60)), 3), mended.PromisedBy);
    }

    [Fact]
    public void Who_verified_does_not_endorse_and_another_does()
    {
        var verified = Does(Verifikator, Held(Verifikator, Stage.InVerification), new Doing.Verify());
        Assert.Equal((Stage.Verified, new DateOnly(2025, 9, 30)), (verified.Stage, verified.PromisedBy));

        var asHead = Of("v", Role.KepalaBidang);
        Assert.IsType<MayNot.DidTheStepBefore>(Refused(asHead, HeldBy(verified, asHead), new Doing.Endorse()));
        Assert.Equal(Stage.Endorsed, Does(Head, HeldBy(verified, Head), new Doing.Endorse()).Stage);
    }

    [Fact]
    public void A_refusal_may_be_objected_to_for_twenty_one_working_days_and_is_heard_and_decided_by_others()
    {
        var refused = Does(Verifikator, Held(Verifikator, Stage.InVerification), new Doing.Refuse(RefusalReason.AddressNotFound));
        Assert.Equal((Stage.RefusedByOffice, RefusalReason.AddressNotFound, (DateOnly?)null), (refused.Stage, refused.RefusedFor, refused.PromisedBy));
        var until = Deciding.AppealUntil(refused, Office);
        Assert.Equal(new DateOnly(2025, 10, 22), until);

        var late = new DateTimeOffset(until.AddDays(1), new(3, 0), TimeSpan.Zero);
        Assert.IsType<AppealTooLate>(Assert.IsType<Outcome<Decided>.No>(Deciding.OfItself(refused, new Doing.Appeal("Rumah kami di gang belakang"), Standard, Office, late)).Why);
        var appealed = Done(Deciding.OfItself(refused, new Doing.Appeal("Rumah kami di gang belakang"), Standard, Office, late.AddDays(-1)));
        Assert.Equal((Stage.Appealed, "Rumah kami di gang belakang", RefusalReason.AddressNotFound), (appealed.Stage, appealed.Objection, appealed.RefusedFor));

        var heard = Does(Head, HeldBy(appealed, Head), new Doing.TakeUpAppeal());
        Assert.Equal((Stage.InVerification, null), (heard.Stage, heard.HeldBy(Tuesday)));
        Assert.IsType<MayNot.DidTheStepBefore>(Refused(Verifikator, HeldBy(heard, Verifikator), new Doing.Verify()));
        Assert.IsType<MayNot.DidTheStepBefore>(Refused(Verifikator, HeldBy(heard, Verifikator), new Doing.Refuse(RefusalReason.TooOld)));
        Assert.Equal((Stage.Verified, null), (Does(Second, HeldBy(heard, Second), new Doing.Verify()) is var v ? v.Stage : default, Does(Second, HeldBy(heard, Second), new Doing.Verify()).RefusedFor));
    }

    [Fact]
    public void A_refused_objection_is_the_last_one_keeps_its_reason_and_is_refused_by_another()
    {
        var refused = Does(Verifikator, Held(Verifikator, Stage.InVerification), new Doing.Refuse(RefusalReason.AddressNotFound));
        var appealed = Done(Deciding.OfItself(refused, new Doing.Appeal("Rumah kami di gang belakang") { Papers = new([new("w", "doc")], AtOffice: false) }, Standard, Office, Tuesday));
        Assert.Equal("doc", Assert.Single(appealed.Documents()));
        var asHead = Of("v", Role.KepalaBidang);
        Assert.IsType<MayNot.DidTheStepBefore>(Refused(asHead, HeldBy(appealed, asHead), new Doing.RefuseAppeal()));

        var final = Does(Head, HeldBy(appealed, Head), new Doing.RefuseAppeal());

        Assert.Equal((Stage.RefusedByOffice, RefusalReason.AddressNotFound, true), (final.Stage, final.RefusedFor, final.WasAppealed));
        Assert.IsType<AppealedAlready>(Assert.IsType<Outcome<Decided>.No>(Deciding.OfItself(final, new Doing.Appeal("Lagi"), Standard, Office, Tuesday)).Why);
    }

    [Fact]
    public void A_lapsed_case_keeps_what_it_lacks_and_what_comes_late_opens_it_again_with_old_and_new()
    {
        var (old, mended) = (Nik("3673011203140001"), Nik("3673011203140009"));
        var held = Held(Petugas, Stage.InVerification);
        var asked = Does(Petugas, held with { ChildNik = old, Answers = held.Answers.Add("person_nik", new Answer.OwnNik(old)), ForReview = ["desil"] }, new Doing.AskForCorrection([new("person_nik", CorrectionReason.NikWrong)]));
        var lapsed = Done(Deciding.OfItself(asked, new Doing.Lapse(), Standard, Office, Tuesday.AddDays(15)));
        Assert.Equal((Stage.Lapsed, "person_nik"), (lapsed.Stage, Assert.Single(lapsed.ToCorrect).Step));

        var back = Done(Deciding.OfItself(lapsed, new Doing.Correct(ImmutableDictionary<string, Answer>.Empty.Add("person_nik", new Answer.OwnNik(mended))), Standard, Office, Tuesday.AddDays(20)));

        Assert.Equal((Stage.InVerification, mended, "desil", 0), (back.Stage, back.ChildNik, Assert.Single(back.ForReview), back.ToCorrect.Length));
        Assert.Equal(new Mended("person_nik", CorrectionReason.NikWrong, new Answer.OwnNik(old), Tuesday.AddDays(20)), Assert.Single(back.Mended));
    }

    [Fact]
    public void A_visit_moves_nothing_and_is_not_recorded_ahead()
    {
        var visited = Does(Petugas, Held(Petugas, Stage.InVerification), new Doing.RecordVisit(new(2025, 9, 22), "Rumah kontrakan, tinggal dengan nenek."));

        Assert.Equal(Stage.InVerification, visited.Stage);
        Assert.Equal("p", Assert.Single(visited.Visits).By);
        Assert.IsType<VisitInTheFuture>(Refused(Petugas, Held(Petugas, Stage.InVerification), new Doing.RecordVisit(new(2025, 9, 24), "")));
    }

    [Fact]
    public void What_stands_in_the_way_is_named()
    {
        var a = Held(Petugas, Stage.InVerification);
        Assert.IsType<MayNot.AnotherHoldsIt>(Refused(Verifikator, a, new Doing.Verify()));
        Assert.IsType<MayNot.NobodyHoldsIt>(Refused(Verifikator, a with { Held = null }, new Doing.Verify()));
        Assert.IsType<MayNot.NobodyHoldsIt>(Refused(Petugas, a with { Held = new("p", Tuesday - Holding.IdleMax) }, new Doing.AskForCorrection([new("kk_photo", CorrectionReason.PhotoUnclear)])));
        Assert.IsType<MayNot.NotTheirRole>(Refused(Petugas, a, new Doing.Verify()));
        Assert.IsType<MayNot.NotAtThisStage>(Refused(Petugas, a, new Doing.TakeUp()));
        Assert.IsType<MayNot.NotHere>(Refused(Petugas with { LeftAt = Tuesday }, a, new Doing.AskForCorrection([])));
        Assert.IsType<MayNot.NotTheirArea>(Refused(Petugas with { Area = [Wilayah.AllKecamatan.First(k => k != a.Kelurahan.Kecamatan)] }, a, new Doing.AskForCorrection([])));
        Assert.IsType<MayNot.OwnHousehold>(Refused(Petugas, a with { Homes = [new(Petugas.Chat, Tuesday, IsFiler: true)] }, new Doing.AskForCorrection([])));
    }

    [Fact]
    public void The_audit_is_told_who_did_what_in_codes()
    {
        var decided = Assert.IsType<Outcome<Decided>.Ok>(Deciding.By(Verifikator, Whose.Theirs, Held(Verifikator, Stage.InVerification), new Doing.Refuse(RefusalReason.DoubleAid), Standard, Office, Tuesday)).Value;

        Assert.Equal((Act.Refused, "DoubleAid"), (decided.Act, decided.Detail));
    }

    private static Application Does(Officer officer, Application a, Doing doing) => Done(Deciding.By(officer, Permissions.WhoseIs(a, officer, Tuesday), a, doing, Standard, Office, Tuesday));

    private static Refusal Refused(Officer officer, Application a, Doing doing) =>
        Assert.IsType<Outcome<Decided>.No>(Deciding.By(officer, Permissions.WhoseIs(a, officer, Tuesday), a, doing, Standard, Office, Tuesday)).Why;

    private static Application Done(Outcome<Decided> outcome) => Assert.IsType<Outcome<Decided>.Ok>(outcome).Value.After;

    private static Application Held(Officer officer, Stage stage = Stage.Submitted) => HeldBy(Given(stage), officer);

    private static Application HeldBy(Application a, Officer officer) => a with { Held = new(officer.Id, Tuesday) };

    private static Nik Nik(string digits) => Assert.IsType<Outcome<Nik>.Ok>(Domain.Registry.Nik.Parse(digits)).Value;

    private static Officer Of(string id, Role role) => new() { Id = id, Chat = new("telegram", "officer-" + id), CalledAs = id, Role = role, Since = Tuesday };

    private static Application Given(Stage stage) => new()
    {
        Id = "case1",
        NumberPrefix = "YAPI",
        Programme = "yapi",
        ProgrammeVersion = 1,
        Stage = stage,
        StageSince = Tuesday,
        SubmittedAt = Tuesday,
        Receipt = ReceiptCode.Of(new byte[ReceiptCode.RandomBytes]),
        Answers = ImmutableDictionary<string, Answer>.Empty,
        ChildName = Assert.IsType<Outcome<PersonName>.Ok>(PersonName.Parse("Putri Invented")).Value,
        ChildBorn = new(2014, 3, 12),
        Kelurahan = Wilayah.AllKelurahan[3],
        Homes = [new(new("telegram", "1"), Tuesday, IsFiler: true)],
        FiledForOthers = false,
        Consent = new("yapi", 1, Tuesday, null),
        History = [new(Stage.Submitted, Tuesday)],
    };
}
