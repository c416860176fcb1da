using BansosBot.Domain;
using BansosBot.Texts;

namespace BansosBot.Tests.Texts;

public sealed class TextBookTests
{
    [Fact]
    public void A_key_written_twice_is_named_with_both_places()
    {
        TextBook book = TextBook.Of(
        [
            Book.Entry(Language.Indonesian, "A.B", "satu", "menu.id.yaml:3"),
            Book.Entry(Language.Indonesian, "A.B#list", "dua", "programmes/yapi.yaml:9"),
        ]);

        Assert.Equal("programmes/yapi.yaml:9: A.B: It is also at menu.id.yaml:3 [duplicate]", Assert.Single(book.Mistakes).ToString());
    }

    [Fact]
    public void Sentences_of_a_programme_may_not_replace_shipped_ones()
    {
        TextBook book = TextBook.Shipped([Book.Entry(Language.Indonesian, "Menu.Greeting", "Halo", "programmes/x.yaml:1")]);

        Assert.Equal("duplicate", Assert.Single(book.Mistakes).Rule);
    }

    [Theory]
    [InlineData("su", "A.B", "halo {nami}")]
    [InlineData("en", "A.B", "hello")]
    [InlineData("jaseng", "A.C", "tidak ada di Indonesia")]
    public void A_translation_has_an_Indonesian_text_with_the_same_placeholders(string language, string key, string text)
    {
        TextBook book = TextBook.Of(
        [
            Book.Entry(LanguageCode.Read(language)!.Value, key, text),
            Book.Entry(Language.Indonesian, "A.B", "halo {nama}"),
        ]);

        Assert.Equal("agreement", Assert.Single(book.Mistakes).Rule);
    }

    [Theory]
    [InlineData("A B")]
    [InlineData("A..B")]
    [InlineData(".A")]
    [InlineData("")]
    [InlineData("A#lang")]
    [InlineData("A#list#label")]
    public void A_key_that_no_code_could_name_is_a_mistake(string key)
    {
        Assert.Contains(TextBook.Of([Book.Entry(Language.Indonesian, key, "x")]).Mistakes, m => m.Rule == "key");
    }

    [Fact]
    public void An_empty_text_is_a_mistake()
    {
        Assert.Equal("empty", Assert.Single(TextBook.Of([Book.Entry(Language.Indonesian, "A.B", " \n")]).Mistakes).Rule);
    }

    [Fact]
    public void Words_cannot_be_made_from_a_broken_book_and_all_its_mistakes_are_told()
    {
        TextBook book = Book.Of(("A.B", "*"), ("A.C", "{"));

        var broken = Assert.Throws<TextsBroken>(() => new Wording(book, OfficeTime.Wib));

        Assert.Equal(2, broken.Mistakes.Count);
        Assert.Equal(2, broken.Message.Split('\n').Length);
    }

    [Fact]
    public void A_book_without_the_words_for_values_is_refused()
    {
        var broken = Assert.Throws<TextsBroken>(() => new Wording(TextBook.Of([]), OfficeTime.Wib));

        Assert.Equal(Wording.ValueKeys.Length, broken.Mistakes.Count);
    }
}
