using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Figures;
using BansosBot.Domain.Registry;
using BansosBot.Figures;
using BansosBot.Tests.Storage;
using BansosBot.Tests.Transcripts;
using SkiaSharp;

namespace BansosBot.Tests.Figures;

/// <summary>The picture of a recap: what stands on it is looked at by people; here, that it is as large as telephones take it, and that what is hidden changes it.</summary>
public sealed class RecapPictureTests
{
    [Theory]
    [InlineData(RecapFor.Staff, 6)]
    [InlineData(RecapFor.Public, 6)]
    [InlineData(RecapFor.Staff, 1)]
    public void It_is_as_large_as_Telegram_takes_a_photo_and_letters_are_drawn(RecapFor @for, int kecamatan)
    {
        var png = RecapPicture.Of(Invent(@for, kecamatan, most: 400), Word);

        using var picture = SKBitmap.Decode(png);
        Assert.Equal(1_080, picture.Width);
        Assert.InRange(picture.Width + picture.Height, 0, 10_000);         // Bot API, sendPhoto: width and height together at most 10,000, ratio at most 20
        Assert.InRange(picture.Height, 900, 4_000);
        Assert.InRange(png.Length, 1, 1_000_000);
        // The title is drawn: a program without its fonts draws nothing, and fails nowhere.
        Assert.Contains(Enumerable.Range(48, 600), x => Enumerable.Range(50, 50).Any(y => picture.GetPixel(x, y) != SKColors.White));
        if (Environment.GetEnvironmentVariable("BANSOSBOT_PICTURES") is { Length: > 0 } folder) File.WriteAllBytes(Path.Combine(folder, $"rekap-{@for}-{kecamatan}.png"), png);
    }

    [Fact]
    public void Where_nothing_is_counted_there_is_a_picture_too() => Assert.NotEmpty(RecapPicture.Of(Invent(RecapFor.Staff, 6, most: 1), Word));

    [Fact]
    public void What_anybody_may_read_shows_no_number_under_five_and_no_other_exactly()
    {
        var recap = Invent(RecapFor.Public, 6, most: 400);

        Assert.Equal([0, null, null, 5, 5, 10, 100], ((int[])[0, 1, 4, 5, 7, 8, 102]).Select(recap.Shown));
        Assert.Equal([0, 1, 4, 102], ((int[])[0, 1, 4, 102]).Select((recap with { For = RecapFor.Staff }).Shown));
    }

    private static Recap Invent(RecapFor @for, int kecamatan, int most)
    {
        var random = new Random(5);
        var area = Wilayah.AllKecamatan[..kecamatan];
        return new(Invented.Tuesday, @for, area, [.. from k in area from s in OpenWork.Counted let open = s == Stage.Active ? 3 * random.Next(most) : random.Next(most) * random.Next(3) select new Figure(k, s, open, open / 9 * random.Next(2), random.Next(most) / 6)]);
    }

    private static string Word(Say say) => Shipped.Words.Render(say, Language.Indonesian, Invented.Tuesday).Text;
}
