using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Tests.Conversations.Kinds;

public sealed class ChoiceKindTests
{
    private static readonly ChoiceKind WhoDied = new(
    [
        new("ayah", new Say("Ayah"), "ayah", "bapak"),
        new("ibu", new Say("Ibu"), "ibu", "emak"),
        new("keduanya", new Say("Keduanya"), "ayah dan ibu", "dua duanya"),
        new("tidak_tahu", new Say("Tidak tahu"), "tidak tahu"),
    ]);

    [Theory]
    [InlineData("ayah", "taken", "ayah")]
    [InlineData("AYAH!", "taken", "ayah")]
    [InlineData("dua-duanya", "taken", "keduanya")]
    [InlineData("bapaknya sudah meninggal", "confirm", "ayah")]            // inside a sentence: asked back
    [InlineData("ayah dan ibu meninggal", "confirm", "keduanya")]          // the longer phrase holds the shorter
    [InlineData("saya tidak tahu pak", "confirm", "tidak_tahu")]
    [InlineData("bapka", "confirm", "ayah")]                              // two letters swapped
    [InlineData("bapakk", "confirm", "ayah")]                              // a slip away
    public void What_is_meant_is_understood(string typed, string became, string choice)
    {
        var reading = WhoDied.Read(Asked.Of(WhoDied), typed);

        Assert.Equal((became, new Answer.Chosen(choice)), (reading.Became(), reading.Understood()));
    }

    [Theory]
    [InlineData("ayah, bukan emak", "Kind.OneOf.Several")]
    [InlineData("kucing", "Kind.OneOf.NotOne")]
    [InlineData("", "Kind.OneOf.NotOne")]
    [InlineData("🙂", "Kind.OneOf.NotOne")]
    [InlineData("ibukota", "Kind.OneOf.NotOne")]                           // a word that only begins so
    public void What_is_not_clear_is_never_picked(string typed, string sentence) =>
        Assert.Equal(sentence, WhoDied.Read(Asked.Of(WhoDied), typed).Became());

    [Fact]
    public void A_choice_that_is_gone_is_no_answer()
    {
        Assert.Equal("Kind.OneOf.NotOne", WhoDied.ReadChoice(Asked.Of(WhoDied), "paman").Became());
        Assert.Equal("Kind.NoLongerAChoice", WhoDied.Shown(Asked.Of(WhoDied).Step, new Answer.Chosen("paman")).Key);
    }
}

public sealed class YesNoKindTests
{
    private static readonly YesNoKind Criterion = new(AllowsDoNotKnow: true);
    private static readonly YesNoKind Plain = new(AllowsDoNotKnow: false);

    [Theory]
    [InlineData("ya", "taken", "ya")]
    [InlineData("Iya", "taken", "ya")]
    [InlineData("nggih", "taken", "ya")]
    [InlineData("g", "taken", "tidak")]
    [InlineData("ore", "taken", "tidak")]
    [InlineData("gak tau", "taken", "tidak_tahu")]
    [InlineData("kurang tahu pak", "confirm", "tidak_tahu")]
    [InlineData("iya bu sudah lama", "confirm", "ya")]
    [InlineData("belum", "confirm", "tidak")]
    [InlineData("tidak ada pak", "confirm", "tidak")]
    [InlineData("sudah", "confirm", "ya")]
    public void Yes_and_no_as_people_write_them(string typed, string became, string choice)
    {
        var reading = Criterion.Read(Asked.Of(Criterion), typed);

        Assert.Equal((became, new Answer.Chosen(choice)), (reading.Became(), reading.Understood()));
    }

    [Theory]
    [InlineData("mungkin")]
    [InlineData("12")]
    [InlineData("")]
    public void Neither_is_asked_again(string typed) => Assert.Equal("Kind.YesNo.NotOne", Criterion.Read(Asked.Of(Criterion), typed).Became());

    [Fact]
    public void Where_everybody_knows_there_is_no_do_not_know()
    {
        Assert.DoesNotContain(Plain.Choices(Asked.Of(Plain)), c => c.Name == Answer.DoNotKnow);
        Assert.Equal("Kind.YesNo.NotOne", Plain.ReadChoice(Asked.Of(Plain), Answer.DoNotKnow).Became());
    }
}

public sealed class DateKindTests
{
    private static readonly DateKind Child = new(DateOf.ChildBirth);

    [Theory]
    [InlineData("12-3-2014")]
    [InlineData("12 maret '14")]
    [InlineData("tgl 12 bln 3 th 2014")]
    public void A_birth_date_is_always_asked_back_in_words_with_the_age(string typed)
    {
        var reading = Child.Read(Asked.Of(Child), typed);

        Assert.Equal("confirm", reading.Became());
        Assert.Equal(new Answer.Day(new(2014, 3, 12)), reading.Understood());
        Assert.Equal(
            new Say("Date.EchoYears", ("tanggal", new SayValue.PaperDay(new(2014, 3, 12))), ("umur", 11)),
            Child.ToConfirm(Asked.Of(Child), reading.Understood()));
    }

    [Fact]
    public void A_month_over_twelve_is_asked_with_its_own_question()
    {
        var reading = Assert.IsType<Domain.Conversations.Reading.Confirm>(Child.Read(Asked.Of(Child), "03/25/2014"));

        Assert.Equal("Date.MonthTooLarge", reading.Question?.Key);
        Assert.Equal(new Answer.Day(new(2014, 3, 25)), reading.Answer);
    }

    [Theory]
    [InlineData("2014", "Date.OnlyYear")]
    [InlineData("umur 11 th", "Date.OnlyAge")]
    [InlineData("lupa", "Date.Unknown")]
    [InlineData("31-04-2014", "Refusal.DateHasNoSuchDay")]
    [InlineData("12-03-2031", "Refusal.DateInTheFuture")]
    [InlineData("kemarin sore", "Refusal.DateNotUnderstood")]
    public void What_is_no_whole_date_gets_one_helpful_sentence(string typed, string sentence) =>
        Assert.Equal(sentence, Child.Read(Asked.Of(Child), typed).Became());

    [Fact]
    public void The_day_of_a_paper_names_no_age()
    {
        var paper = new DateKind(DateOf.Paper);

        Assert.Equal("Anywhere.IsThisRight", paper.ToConfirm(Asked.Of(paper), new Answer.Day(new(2024, 5, 1))).Key);
    }
}
