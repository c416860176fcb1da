using BansosBot.Commands.Programmes;
using BansosBot.Domain;
using BansosBot.Simulation;
using BansosBot.Texts.Linting;
using BansosBot.Texts;

namespace BansosBot.Tests.Texts;

public sealed class ShippedTextsTests
{
    private static readonly TextBook Shipped = TextBook.Shipped();

    [Fact]
    public void Every_shipped_text_can_be_used()
    {
        Assert.True(Shipped.Mistakes.IsEmpty, string.Join('\n', Shipped.Mistakes));
        Assert.True(Shipped.Keys.Count() > 100);
    }

    [Fact]
    public void Every_shipped_text_can_be_read_by_the_person_it_is_for()
    {
        var found = Linter.Check(Shipped);

        Assert.True(found.IsEmpty, string.Join('\n', found));
    }

    [Fact]
    public void Every_shipped_text_is_there_in_English_too_and_a_planted_one_that_is_not_is_found()
    {
        Assert.Empty(Linter.Untranslated(TextBook.Shipped(Transcripts.Shipped.Texts), Language.English, own: _ => true));

        var planted = TextBook.Of([Book.Entry(Language.Indonesian, "T.A", "Ada."), Book.Entry(Language.Indonesian, "T.B", "Ada juga."), Book.Entry(Language.English, "T.A", "There.")]);
        Assert.Equal(("T.B", "translation"), Assert.Single(CheckCommand.Sentences(planted).Select(m => (m.Key, m.Rule))));
    }

    [Fact]
    public void Programmes_check_reads_every_sentence_as_the_linter_does() =>
        Assert.Equal(["english", "translation"], CheckCommand.Sentences(TextBook.Of([Book.Entry(Language.Indonesian, "Menu.Planted", "Silakan upload fotonya.")])).Select(m => m.Rule).Order(StringComparer.Ordinal));

    [Fact]
    public void Text_files_of_every_feature_are_inside_the_program()
    {
        var folder = Path.Combine(Repository.Root, "src", "BansosBot", "Texts");
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(f => "Texts/" + Path.GetRelativePath(folder, f).Replace('\\', '/'));

        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            typeof(Wording).Assembly.GetManifestResourceNames()
                .Where(n => n.StartsWith("Texts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    // Bot API, setMyDescription 0-512, setMyShortDescription 0-120, BotCommand.description 1-256 characters.
    [Theory]
    [InlineData("Bot.Description", 512)]
    [InlineData("Bot.ShortDescription", 120)]
    [InlineData("Command.", 256)]
    public void What_Telegram_shows_about_the_bot_fits(string keys, int lengthMax)
    {
        var wording = new Wording(Shipped, OfficeTime.Wib);
        var shown = Shipped.Keys.Where(k => k.StartsWith(keys, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(shown);
        Assert.All(
            shown,
            key => Assert.InRange(
                wording.Render(new Say(key, ("kantor", "Dinas Sosial Kota Serang")), Language.Indonesian, Book.Now).Text.Length, 1, lengthMax));
    }
}
