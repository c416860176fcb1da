using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Tests.Conversations.Kinds;

/// <summary>NIK, KK, phone, amount, name, free text: read, compared with what was said before, shown.</summary>
public sealed class NumberKindTests
{
    private const string Boy = "3673011203140001";          // 12-03-2014, Kec. Serang
    private static readonly NikKind Child = new(NikOf.Child, "born", "sex", "kelurahan");
    private static readonly NikKind Guardian = new(NikOf.Guardian, null, null, null);
    private static readonly KkKind KkNumber = new();

    private static readonly (string, Answer)[] Agreeing =
    [
        ("born#1", new Answer.Day(new(2014, 3, 12))), ("sex#1", new Answer.Chosen("laki_laki")),
        ("kelurahan", new Answer.InKelurahan(Wilayah.KelurahanByCode("36.73.01.1007")!)),
    ];

    [Fact]
    public void A_NIK_that_agrees_with_the_answers_is_taken_at_once() =>
        Assert.Equal("taken", Child.Read(Asked.Of(Child, null, 1, Agreeing), "3673 0112 0314 0001").Became());

    [Theory]
    [InlineData("born#1", "NikSense.BirthDate")]
    [InlineData("sex#1", "NikSense.Sex")]
    [InlineData("kelurahan", "NikSense.Region")]
    public void What_differs_is_asked_in_words_and_never_refused(string step, string doubt)
    {
        Answer other = step switch
        {
            "born#1" => new Answer.Day(new(2013, 5, 1)),
            "sex#1" => new Answer.Chosen("perempuan"),
            _ => new Answer.InKelurahan(Wilayah.KelurahanByCode("36.73.02.1001")!),
        };
        var q = Asked.Of(Child, null, 1, [.. Agreeing.Where(a => a.Item1 != step), (step, other)]);

        var reading = Child.Read(q, Boy);
        var question = Child.ToConfirm(q, reading.Understood());

        Assert.Equal("confirm", reading.Became());
        Assert.Equal("Kind.Nik.ConfirmDoubts", question.Key);
        Assert.Equal(doubt, Assert.Single(Assert.IsType<SayValue.Lines>(question.Values.Single(v => v.Name == "catatan").Value).Items).Key);
        Assert.DoesNotContain(Boy, question.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_for_a_digit_is_asked_about_with_the_number_as_it_was_read()
    {
        var reading = Assert.IsType<Domain.Conversations.Reading.Confirm>(Child.Read(Asked.Of(Child, null, 1, Agreeing), "3673O11203140001"));

        Assert.Equal("Kind.Nik.ConfirmDoubts", reading.Question?.Key);
        Assert.Equal(new SayValue.Words("3673 0112 0314 0001"), reading.Question!.Values.Single(v => v.Name == "nomor").Value);
        Assert.Equal("Nik.LettersForDigits", Assert.Single(Assert.IsType<SayValue.Lines>(reading.Question.Values.Single(v => v.Name == "catatan").Value).Items).Key);
    }

    [Fact]
    public void One_number_belongs_to_one_person_of_an_application()
    {
        var same = new Answer.OwnNik(Asked.NikOf(Boy));

        Assert.Equal("Refusal.NikSameAsGuardian", Child.Read(Asked.Of(Child, null, 2, ("guardian_nik", same)), Boy).Became());
        Assert.Equal("Kind.Nik.SameAsSibling", Child.Read(Asked.Of(Child, null, 2, ("asked#1", same)), Boy).Became());
        Assert.Equal("Refusal.NikSameAsKk", Guardian.Read(Asked.Of(Guardian, null, 0, ("kk", new Answer.OwnKk(Asked.KkOf(Boy)))), Boy).Became());
        Assert.Equal("Refusal.KkSameAsNik", KkNumber.Read(Asked.Of(KkNumber, null, 0, ("guardian_nik", same)), Boy).Became());
    }

    [Fact]
    public void The_same_number_may_be_typed_again_when_its_own_answer_is_mended() =>
        Assert.Equal("taken", Child.Read(Asked.Of(Child, null, 2, [("asked#2", new Answer.OwnNik(Asked.NikOf(Boy)))]), Boy).Became());

    [Theory]
    [InlineData("367301120314001", "Refusal.NikNotSixteenDigits")]
    [InlineData("1111111111111111", "Refusal.NikIsAnExample")]
    [InlineData("belum ada", "Refusal.NikWithoutDigits")]
    [InlineData("9903011203140001", "Refusal.NikUnknownProvince")]
    public void What_is_no_NIK_is_refused_with_its_reason(string typed, string sentence) =>
        Assert.Equal(sentence, Guardian.Read(Asked.Of(Guardian), typed).Became());

    [Fact]
    public void An_odd_KK_number_is_asked_about()
    {
        var reading = KkNumber.Read(Asked.Of(KkNumber), "3673015203140001");         // the day of a woman's NIK

        Assert.Equal("confirm", reading.Became());
        Assert.Equal("Kind.Kk.ConfirmDoubts", KkNumber.ToConfirm(Asked.Of(KkNumber), reading.Understood()).Key);
    }

    [Theory]
    [InlineData("140007", "taken")]
    [InlineData("14 00 07", "taken")]
    [InlineData("6 angka terakhirnya 140007 bu", "taken")]
    [InlineData("3673011203140007", "taken")]
    [InlineData(Boy, "Kind.KkLastSix.IsNik")]
    [InlineData("140001", "confirm")]                                        // the NIK ends so too
    [InlineData("14007", "Refusal.KkLastSixWrongLength")]
    [InlineData("367301120314000", "Refusal.KkLastSixWrongLength")]
    [InlineData("14O007", "Refusal.KkLastSixHasLetters")]
    [InlineData("hilang", "Refusal.KkLastSixWithoutDigits")]
    [InlineData("3673011203140007 3673011203140008", "Refusal.KkMoreThanOne")]
    public void The_end_of_a_KK_number(string typed, string became)
    {
        var kind = new KkLastSixKind();
        var reading = kind.Read(Asked.Of(kind, null, 0, ("nik", new Answer.OwnNik(Asked.NikOf(Boy)))), typed);

        Assert.Equal(became, reading.Became());
        if (became == "taken") Assert.Equal("140007", Assert.IsType<Answer.KkEnd>(reading.Understood()).Digits.Reveal());
    }

    [Fact]
    public void A_number_that_proves_something_is_shown_masked()
    {
        var secret = Asked.Of(Guardian).Step with { IsSecret = true };
        var six = KkLastSix.Of(Asked.KkOf("3673011203140007"));

        Assert.Equal(new Say("Kind.Number", ("nomor", "3673**********01")), Guardian.Shown(secret, new Answer.OwnNik(Asked.NikOf(Boy))));
        Assert.Equal(new Say("Kind.Number", ("nomor", "****07")), new KkLastSixKind().Shown(secret, new Answer.KkEnd(six)));
        Assert.DoesNotContain("1400", six.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_typed_a_number_sees_it_whole_in_fours_but_it_never_prints()
    {
        var shown = Child.Shown(Asked.Of(Child).Step, new Answer.OwnNik(Asked.NikOf(Boy)));

        Assert.Equal(new Say("Kind.Number", ("nomor", "3673 0112 0314 0001")), shown);
        Assert.DoesNotContain("0314", shown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Sixteen_digits_are_no_card_number_where_a_NIK_or_KK_is_asked()
    {
        Assert.Equal(BansosBot.Domain.Reading.AskedFor.NikOrKk, Child.AskedFor);
        Assert.Equal(BansosBot.Domain.Reading.AskedFor.NikOrKk, KkNumber.AskedFor);
        Assert.Equal(BansosBot.Domain.Reading.AskedFor.Other, new PhoneKind().AskedFor);
    }

    [Theory]
    [InlineData("0812-3456-7890", "taken")]
    [InlineData("+62 812 3456 7890", "taken")]
    [InlineData("0254 201234", "taken")]
    [InlineData("0812345", "Refusal.PhoneWrongLength")]
    [InlineData("tidak punya", "Refusal.PhoneWithoutDigits")]
    public void Phones(string typed, string became) => Assert.Equal(became, new PhoneKind().Read(Asked.Of(new PhoneKind()), typed).Became());

    [Fact]
    public void A_landline_is_taken_with_a_word()
    {
        var reading = Assert.IsType<Domain.Conversations.Reading.Taken>(new PhoneKind().Read(Asked.Of(new PhoneKind()), "0254 201234"));

        Assert.Equal("Kind.Phone.Landline", Assert.Single(reading.Notes).Key);
    }

    [Theory]
    [InlineData("200rb", "taken")]
    [InlineData("1,5 juta", "taken")]
    [InlineData("200", "confirm")]
    [InlineData("banyak", "Refusal.AmountNotUnderstood")]
    public void Amounts(string typed, string became) => Assert.Equal(became, new AmountKind().Read(Asked.Of(new AmountKind()), typed).Became());

    [Theory]
    [InlineData("Sukinah", "taken")]
    [InlineData("siti aminah", "confirm")]                                   // the guardian's own name for the child
    [InlineData("Siti 2", "Refusal.NameHasDigits")]
    [InlineData("tidak tahu", "Refusal.NameNotGiven")]
    public void Names(string typed, string became)
    {
        var kind = new PersonNameKind("guardian_name");
        var guardian = ((Outcome<PersonName>.Ok)PersonName.Parse("Siti Aminah")).Value;

        Assert.Equal(became, kind.Read(Asked.Of(kind, null, 1, ("guardian_name", new Answer.Name(guardian))), typed).Became());
    }

    [Theory]
    [InlineData("Serang", "taken")]
    [InlineData("12345678901", "Kind.FreeText.TooLong")]
    [InlineData("...", "Kind.FreeText.Empty")]
    [InlineData("🙂", "Kind.FreeText.Empty")]
    public void Free_text_is_bounded(string typed, string became) => Assert.Equal(became, new FreeTextKind(10).Read(Asked.Of(new FreeTextKind(10)), typed).Became());
}
