using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Tests.Conversations.Kinds;

/// <summary>What people answer in English, whatever stands on the buttons.</summary>
public sealed class EnglishAnswersTests
{
    private static readonly YesNoKind Criterion = new(AllowsDoNotKnow: true);

    [Theory]
    [InlineData("Yes", YesNoKind.Yes)]
    [InlineData("That's right!", YesNoKind.Yes)]
    [InlineData("yeah", YesNoKind.Yes)]
    [InlineData("nope", YesNoKind.No)]
    [InlineData("That is wrong", YesNoKind.No)]
    [InlineData("I don't know", Answer.DoNotKnow)]
    [InlineData("not sure", Answer.DoNotKnow)]
    public void Yes_and_no(string said, string answer) => Assert.Equal(answer, Taken(Criterion, said));

    [Theory]
    [InlineData("not yet", YesNoKind.No)]
    [InlineData("yes, since last year", YesNoKind.Yes)]
    [InlineData("sorry I really don't know", Answer.DoNotKnow)]
    public void Yes_and_no_in_a_sentence_is_asked_back(string said, string answer) =>
        Assert.Equal(new Answer.Chosen(answer), Assert.IsType<BansosBot.Domain.Conversations.Reading.Confirm>(Criterion.Hear(Asked.Of(Criterion), new Heard.Text(said))).Answer);

    [Theory]
    [InlineData("yes, I agree", ConsentKind.Agrees)]
    [InlineData("I do not agree", ConsentKind.Refuses)]
    [InlineData("no", ConsentKind.Refuses)]
    public void Consent(string said, string answer) => Assert.Equal(answer, Taken(new ConsentKind(new PreCheck("yapi", [])), said));

    [Theory]
    [InlineData("one more", YesNoKind.Yes)]
    [InlineData("That's all", YesNoKind.No)]
    public void Another_child(string said, string answer) => Assert.Equal(answer, Taken(new MoreChildrenKind(3), said));

    [Theory]
    [InlineData("none")]
    [InlineData("not yet")]
    [InlineData("I don't know")]
    public void A_NIK_that_is_not_there_yet(string said) => Assert.Equal(Answer.DoNotKnow, Taken(new NikKind(NikOf.Child, null, null, null, IsOptional: true), said));

    [Fact]
    public void Papers()
    {
        var (papers, none) = (new DocumentsKind(3, IsOptional: false), Asked.Of(new DocumentsKind(3, IsOptional: false)));
        var begun = none with { SoFar = new Answer.Papers([new("w1", null)], AtOffice: false) };

        Assert.Equal(new Answer.Papers([], AtOffice: true).AtOffice, Assert.IsType<Answer.Papers>(papers.Hear(none, new Heard.Text("I'll show it at the office")).Understood()).AtOffice);
        Assert.Equal("Kind.Documents.Lacking", papers.Hear(none, new Heard.Text("I don't have it")).Became());
        Assert.Equal("taken", papers.Hear(begun, new Heard.Text("done")).Became());
        Assert.Equal("taken", new DocumentsKind(1, IsOptional: true).Hear(Asked.Of(new DocumentsKind(1, IsOptional: true)), new Heard.Text("skip it")).Became());
    }

    [Theory]
    [InlineData("My name is Siti Aminah", "Siti Aminah")]
    [InlineData("his full name is Ahmad Fauzi", "Ahmad Fauzi")]
    public void A_name(string said, string name) =>
        Assert.Equal(name, Assert.IsType<Answer.Name>(new PersonNameKind(null).Hear(Asked.Of(new PersonNameKind(null)), new Heard.Text(said)).Understood()).Called.Reveal());

    [Fact]
    public void No_name() => Assert.Equal("Refusal.NameNotGiven", new PersonNameKind(null).Hear(Asked.Of(new PersonNameKind(null)), new Heard.Text("I don't know")).Became());

    private static string Taken(QuestionKind kind, string said) =>
        Assert.IsType<Answer.Chosen>(Assert.IsType<BansosBot.Domain.Conversations.Reading.Taken>(kind.Hear(Asked.Of(kind), new Heard.Text(said))).Answer).Choice;
}
