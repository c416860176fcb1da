using BansosBot.Domain;
using BansosBot.Texts;

namespace BansosBot.Tests.Texts;

public sealed class WordingTests
{
    [Fact]
    public void Every_kind_of_value_has_its_words()
    {
        var day = new DateOnly(2025, 9, 23);

        Assert.Equal("Siti *Aminah*", Book.Said(new SayValue.Words("Siti *Aminah*")));
        Assert.Equal("1.436", Book.Said(new SayValue.Number(1436)));
        Assert.Equal("Selasa, 23 September 2025", Book.Said(new SayValue.Day(day)));
        Assert.Equal("12 Maret 2014", Book.Said(new SayValue.PaperDay(new DateOnly(2014, 3, 12))));
        Assert.Equal("Selasa, 23 September 2025 pukul 09.00 WIB", Book.Said(new SayValue.Moment(Book.Now)));
        Assert.Equal("3 hari", Book.Said(new SayValue.Length(TimeSpan.FromDays(3))));
        Assert.Equal("lusa", Book.Said(new SayValue.Nearby(day.AddDays(2))));
        Assert.Equal("2 jam yang lalu", Book.Said(new SayValue.Around(Book.Now.AddHours(-2.5))));
        Assert.Equal("ke-2", Book.Said(new SayValue.Ordinal(2)));
        Assert.Equal("Rp200.000", Book.Said(new SayValue.Money(new Rupiah(200_000))));
        Assert.Equal("dua ratus ribu rupiah", Book.Said(new SayValue.MoneyInWords(new Rupiah(200_000))));
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "KTP")]
    [InlineData(2, "KTP dan KK")]
    [InlineData(3, "KTP, KK, dan akta")]
    public void Several_are_joined_as_in_a_sentence(int count, string words)
    {
        var wording = new Wording(Book.Of(("T.All", "{x}"), ("T.1", "KTP"), ("T.2", "KK"), ("T.3", "akta")), OfficeTime.Wib);
        Say[] items = [new("T.1"), new("T.2"), new("T.3")];

        var together = new SayValue.Together([.. items.Take(count)]);

        Assert.Equal(words, wording.Render(new Say("T.All", ("x", together)), Language.Indonesian, Book.Now).Text);
    }

    [Fact]
    public void Several_on_lines_have_a_bullet_each_and_keep_their_bold()
    {
        var wording = new Wording(Book.Of(("T.All", "Bawa:\n{x}"), ("T.1", "KTP *asli*"), ("T.2", "KK")), OfficeTime.Wib);

        Worded worded = wording.Render(
            new Say("T.All", ("x", new SayValue.Lines([new("T.1"), new("T.2")]))), Language.Indonesian, Book.Now);

        Assert.Equal("Bawa:\n• KTP asli\n• KK", worded.Text);
        Assert.Equal("asli", worded.Text[worded.Bold[0].Start..worded.Bold[0].End]);
    }

    [Fact]
    public void What_the_store_assigned_is_said_and_what_it_has_not_is_our_mistake()
    {
        var wording = new Wording(Book.Of(("T.Receipt", "Nomor {nomor}.")), OfficeTime.Wib);
        var say = new Say("T.Receipt", ("nomor", new SayValue.Assigned(Given.CaseNumber, 1)));

        Worded worded = wording.Render(say, Language.Indonesian, Book.Now, a => a.Which == 1 ? "YAPI-2025-000123" : null);

        Assert.Equal("Nomor YAPI-2025-000123.", worded.Text);
        var cannot = Assert.Throws<CannotSay>(() => wording.Render(say, Language.Indonesian, Book.Now));
        Assert.Equal(("T.Receipt", "nomor"), (cannot.Key, cannot.Placeholder));
    }

    [Fact]
    public void A_missing_text_or_value_is_named_by_key_and_never_with_a_value()
    {
        var wording = new Wording(Book.Of(("T.Text", "{nama} {alamat}")), OfficeTime.Wib);

        var noText = Assert.Throws<CannotSay>(() => wording.Render(new Say("T.Typo"), Language.Indonesian, Book.Now));
        var noValue = Assert.Throws<CannotSay>(
            () => wording.Render(new Say("T.Text", ("nama", "Rahasia")), Language.Indonesian, Book.Now));
        var impossible = Assert.Throws<CannotSay>(() => Book.Said(new SayValue.Length(TimeSpan.FromDays(-77))));

        Assert.Equal("T.Typo: no text in any language", noText.Message);
        Assert.Equal("T.Text, {alamat}: no value was given", noValue.Message);
        Assert.DoesNotContain("77", impossible.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_language_lacks_is_said_in_Indonesian_with_Indonesian_dates()
    {
        TextBook book = Book.Shipped(
        [
            Book.Entry(Language.Indonesian, "T.Both", "Sampai {batas}: {isi}"),
            Book.Entry(Language.English, "T.Both", "Until {batas}: {isi}"),
            Book.Entry(Language.Indonesian, "T.Only", "mulai {hari}"),
        ]);
        var day = new DateOnly(2025, 9, 23);

        Worded worded = new Wording(book, OfficeTime.Wib).Render(
            new Say("T.Both", ("batas", day), ("isi", new Say("T.Only", ("hari", day)))), Language.English, Book.Now);

        Assert.Equal("Until Tuesday, 23 September 2025: mulai Selasa, 23 September 2025", worded.Text);
    }

    [Fact]
    public void Amounts_are_written_as_on_papers_here_in_every_language()
    {
        TextBook book = Book.Shipped(
        [
            Book.Entry(Language.Indonesian, "T.Sum", "{x} ({y})"), Book.Entry(Language.English, "T.Sum", "{x} ({y})"),
        ]);
        var sum = new Rupiah(200_000);

        Worded worded = new Wording(book, OfficeTime.Wib).Render(
            new Say("T.Sum", ("x", sum), ("y", new SayValue.MoneyInWords(sum))), Language.English, Book.Now);

        Assert.Equal("Rp200.000 (dua ratus ribu rupiah)", worded.Text);
    }

    [Theory]
    [InlineData("Asia/Jakarta", "Rabu, 24 September 2025 pukul 00.30 WIB")]
    [InlineData("Asia/Makassar", "Rabu, 24 September 2025 pukul 01.30 WITA")]
    [InlineData("Asia/Jayapura", "Rabu, 24 September 2025 pukul 02.30 WIT")]
    [InlineData("Etc/UTC", "Selasa, 23 September 2025 pukul 17.30 UTC+0")]
    public void An_instant_is_a_day_and_hour_of_the_office(string zone, string words)
    {
        var wording = new Wording(Book.Of(("T.At", "{x}")), new OfficeTime(TimeZoneInfo.FindSystemTimeZoneById(zone)));
        var at = new DateTimeOffset(2025, 9, 23, 17, 30, 0, TimeSpan.Zero);

        Assert.Equal(words, wording.Render(new Say("T.At", ("x", new SayValue.Moment(at))), Language.Indonesian, Book.Now).Text);
    }
}
