using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;

namespace BansosBot.Domain.Tests.Conversations.Kinds;

public sealed class DocumentsKindTests
{
    private static readonly DocumentsKind Needed = new(PagesMost: 2, IsOptional: false);
    private static readonly DocumentsKind Optional = new(PagesMost: 2, IsOptional: true);
    private static readonly FileRef Photo = new("at", 300_000, SentAs.Picture, null);

    [Fact]
    public void Each_photo_is_a_page_until_all_are_there()
    {
        var q = Asked.Of(Needed);
        var first = Assert.IsType<Domain.Conversations.Reading.Collected>(Needed.ReadPicture(q, Photo, "w1"));
        q = q with { SoFar = first.SoFar };
        var second = Assert.IsType<Domain.Conversations.Reading.Collected>(Needed.ReadPicture(q, Photo, "w2"));
        q = q with { SoFar = second.SoFar };

        Assert.Equal(("Kind.Documents.Got", "Kind.Documents.GotLast"), (first.Reply.Key, second.Reply.Key));
        Assert.Equal("Kind.Documents.Enough", Needed.ReadPicture(q, Photo, "w3").Became());
        Assert.Equal(new Answer.Papers([new("w1", null), new("w2", null)], AtOffice: false), Needed.Read(q, "udah semua").Understood());
    }

    [Fact]
    public void A_paper_that_is_lacking_is_shown_at_the_office_and_how_to_get_it_is_said()
    {
        var reading = Assert.IsType<Domain.Conversations.Reading.Taken>(Needed.ReadChoice(Asked.Of(Needed), "di_kantor"));

        Assert.Equal(new Answer.Papers([], AtOffice: true), reading.Answer);
        Assert.Equal(new Say("Kind.Documents.AtOffice", ("cara", new Say("Test.asked.HowToGet"))), Assert.Single(reading.Notes));
    }

    [Fact]
    public void Buttons_are_those_that_fit()
    {
        var withPage = Asked.Of(Needed) with { SoFar = new([new("w1", null)], AtOffice: false) };

        Assert.Equal(["di_kantor"], Needed.Choices(Asked.Of(Needed)).Select(c => c.Name));
        Assert.Equal(["sudah_semua"], Needed.Choices(withPage).Select(c => c.Name));
        Assert.Equal(["lewati"], Optional.Choices(Asked.Of(Optional)).Select(c => c.Name));
        Assert.Equal("Kind.Documents.PhotoPlease", Needed.ReadChoice(Asked.Of(Needed), "sudah_semua").Became());
        Assert.Equal("Kind.Documents.PhotoPlease", Needed.ReadChoice(Asked.Of(Needed), "lewati").Became());
        Assert.Equal(new Answer.Papers([], AtOffice: false), Optional.ReadChoice(Asked.Of(Optional), "lewati").Understood());
    }

    [Theory]
    [InlineData("belum punya pak", "Kind.Documents.Lacking")]
    [InlineData("hilang", "Kind.Documents.Lacking")]
    [InlineData("3673011203140001", "Kind.Documents.PhotoPlease")]
    [InlineData("", "Kind.Documents.PhotoPlease")]
    public void Words_get_a_helpful_sentence(string typed, string sentence) => Assert.Equal(sentence, Needed.Read(Asked.Of(Needed), typed).Became());

    [Theory]
    [InlineData("image/heic", "Refusal.PhotoIsHeic")]
    [InlineData("IMAGE/HEIF", "Refusal.PhotoIsHeic")]
    [InlineData("application/pdf", "Refusal.PhotoIsPdf")]
    [InlineData("video/mp4", "Refusal.PhotoIsVideo")]
    [InlineData("image/gif", "Refusal.PhotoMoves")]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Refusal.PhotoIsOfficeFile")]
    [InlineData("audio/ogg", "Refusal.PhotoIsNoPhoto")]
    [InlineData("image/jpeg", "collected")]
    [InlineData("image/webp", "collected")]
    [InlineData("application/octet-stream", "collected")]        // a worker looks at the content
    [InlineData(null, "collected")]
    public void A_declared_type_that_cannot_be_kept_is_answered_at_once(string? type, string became) =>
        Assert.Equal(became, Needed.ReadPicture(Asked.Of(Needed), new("at", 1, SentAs.File, type), "w").Became());

    [Fact]
    public void Other_kinds_want_no_picture() => Assert.Equal("Odd.PictureNotAsked", new PhoneKind().ReadPicture(Asked.Of(new PhoneKind()), Photo, "w").Became());

    [Theory]
    [InlineData("ya", 1, "taken")]
    [InlineData("ada", 1, "taken")]
    [InlineData("cukup", 1, "taken")]
    [InlineData("ya", 3, "Kind.MoreChildren.Enough")]
    [InlineData("mungkin", 1, "Kind.YesNo.NotOne")]
    public void More_children_up_to_the_bound(string typed, int child, string became)
    {
        var kind = new MoreChildrenKind(ChildrenMost: 3);

        Assert.Equal(became, kind.Read(Asked.Of(kind, null, child), typed).Became());
    }
}
