using System.Text;
using BansosBot.Documents;
using BansosBot.Domain.Documents;
using BansosBot.Domain;
using BansosBot.Simulation;
using SkiaSharp;

namespace BansosBot.Tests.Documents;

public sealed class PhotoReaderTests
{
    [Fact]
    public void A_JPEG_a_PNG_and_a_WebP_are_kept_as_JPEG_of_the_same_size()
    {
        byte[][] sent = [TestPictures.Jpeg(), TestPictures.Png(), TestPictures.WebP()];

        foreach (byte[] photo in sent)
        {
            var kept = Kept(photo);

            Assert.Equal((800, 600), (kept.Width, kept.Height));
            AssertClean(kept);
        }
    }

    [Theory]
    [InlineData(4032, 3024, 2016, 1512)]
    [InlineData(3024, 4032, 1512, 2016)]
    [InlineData(2400, 1800, 2400, 1800)]     // between what is aimed at and what is let pass
    [InlineData(2600, 1950, 2275, 1706)]     // 7/8, by the decoder
    [InlineData(7000, 420 * 7, 2000, 840)]   // 3/8 is 2625: shrunk once more
    public void A_large_JPEG_is_kept_at_about_2000_pixels(int width, int height, int keptWidth, int keptHeight)
    {
        var kept = Kept(TestPictures.Jpeg(width, height, quality: 60));

        Assert.InRange(kept.Width, keptWidth - 1, keptWidth + 1);
        Assert.InRange(kept.Height, keptHeight - 1, keptHeight + 1);
        AssertClean(kept);
    }

    [Theory]
    [InlineData(2600, 2000)]
    [InlineData(5500, 2000)]                 // halved, and shrunk once more
    public void A_large_PNG_is_shrunk_to_2000_pixels(int width, int keptWidth)
    {
        var kept = Kept(TestPictures.Blank(width, width / 2));

        Assert.Equal((keptWidth, keptWidth / 2), (kept.Width, kept.Height));
        AssertClean(kept);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Each_of_the_eight_orientations_is_kept_upright_without_EXIF(int orientation)
    {
        using var upright = TestPictures.WithCorners(720, 480);
        byte[] stored = TestPictures.Encode(TestPictures.StoredFor(upright, orientation), SKEncodedImageFormat.Jpeg);
        byte[] sent = TestPictures.WithExif(stored, orientation);
        Assert.Equal((SKEncodedOrigin)orientation, OriginOf(sent));            // the test's EXIF is read as EXIF

        var kept = Kept(sent);

        Assert.Equal((720, 480), (kept.Width, kept.Height));
        using var seen = SKBitmap.Decode(kept.Jpeg.Span);
        AssertNear(TestPictures.TopLeft, seen.GetPixel(10, 10));
        AssertNear(TestPictures.TopRight, seen.GetPixel(709, 10));
        AssertNear(TestPictures.BottomLeft, seen.GetPixel(10, 469));
        AssertNear(TestPictures.BottomRight, seen.GetPixel(709, 469));
        AssertClean(kept);
    }

    [Fact]
    public void A_large_photo_on_its_side_is_shrunk_and_upright()
    {
        using var upright = TestPictures.WithCorners(2100, 3000);
        byte[] sent = TestPictures.WithExif(TestPictures.Encode(TestPictures.StoredFor(upright, 6), SKEncodedImageFormat.Jpeg), 6);

        var kept = Kept(sent);

        Assert.Equal(2250, kept.Height);                                       // 6/8 of 3,000
        using var seen = SKBitmap.Decode(kept.Jpeg.Span);
        AssertNear(TestPictures.TopLeft, seen.GetPixel(10, 10));
        AssertNear(TestPictures.BottomLeft, seen.GetPixel(10, kept.Height - 10));
    }

    [Fact]
    public void Nothing_of_EXIF_profile_comment_or_what_follows_the_picture_is_kept()
    {
        byte[] secret = "RAHASIA-APAPUN"u8.ToArray();
        byte[] sent = TestPictures.WithExif(TestPictures.Jpeg(), orientation: 1);
        sent = TestPictures.WithSegment(sent, 0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. secret]);
        sent = TestPictures.WithSegment(sent, 0xED, [.. "Photoshop 3.0\0"u8, .. secret]);
        sent = TestPictures.WithSegment(sent, 0xFE, secret);
        sent = [.. sent, .. "PK\x03\x04"u8, .. secret];
        Assert.True(Contains(sent, "RAHASIA-KAMERA") && Contains(sent, "RAHASIA-LOKASI") && Contains(sent, "RAHASIA-APAPUN"));

        var kept = Kept(sent);

        Assert.False(Contains(kept.Jpeg.ToArray(), "RAHASIA"));
        Assert.False(Contains(kept.Jpeg.ToArray(), "Exif"));
        AssertClean(kept);
    }

    [Fact]
    public void What_is_transparent_is_kept_as_white()
    {
        using var empty = new SKBitmap(new SKImageInfo(500, 500, SKColorType.Rgba8888, SKAlphaType.Premul));

        var kept = Kept(TestPictures.Encode(empty.Copy(), SKEncodedImageFormat.Png));

        using var seen = SKBitmap.Decode(kept.Jpeg.Span);
        Assert.Equal(SKColors.White, seen.GetPixel(250, 250));
    }

    public static TheoryData<string, Type> OtherFiles() => new()
    {
        { "0000002066747970686569630000000068656963", typeof(PhotoRefusal.PhotoIsHeic) },
        { "00000018667479706D69663100000000686569636D696631", typeof(PhotoRefusal.PhotoIsHeic) },
        { "0000001C667479706D6966310000000061766966", typeof(PhotoRefusal.PhotoOfOtherKind) },
        { "255044462D312E370A", typeof(PhotoRefusal.PhotoIsPdf) },
        { "0D0A0D0A255044462D312E340A", typeof(PhotoRefusal.PhotoIsPdf) },
        { "47494638396101000100800000FFFFFF0000002C00000000010001000002024401003B", typeof(PhotoRefusal.PhotoMoves) },
        { "000000186674797069736F6D0000020069736F6D", typeof(PhotoRefusal.PhotoIsVideo) },
        { "00000014667479707174202000000000", typeof(PhotoRefusal.PhotoIsVideo) },
        { "1A45DFA3A34286810142F7810142F2", typeof(PhotoRefusal.PhotoIsVideo) },
        { "52494646000000004156492000000000", typeof(PhotoRefusal.PhotoIsVideo) },
        { "504B030414000600080000002100", typeof(PhotoRefusal.PhotoIsOfficeFile) },
        { "D0CF11E0A1B11AE10000", typeof(PhotoRefusal.PhotoIsOfficeFile) },
        { "424D3A000000000000003600", typeof(PhotoRefusal.PhotoOfOtherKind) },
        { "49492A0008000000", typeof(PhotoRefusal.PhotoOfOtherKind) },
        { "4F676753000200000000", typeof(PhotoRefusal.PhotoIsNoPhoto) },          // a voice note
        { "00000020667479704D344120000000004D344120", typeof(PhotoRefusal.PhotoIsNoPhoto) },
        { "48616C6F", typeof(PhotoRefusal.PhotoIsNoPhoto) },
        { "", typeof(PhotoRefusal.PhotoCutOff) },
        { "FFD8FF", typeof(PhotoRefusal.PhotoDamaged) },
        { "89504E470D0A1A0A", typeof(PhotoRefusal.PhotoDamaged) },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void What_is_no_photo_is_refused_by_its_content(string hex, Type refusal) =>
        Assert.IsType(refusal, Refused(Convert.FromHexString(hex)));

    [Fact]
    public void A_moving_WebP_is_refused_and_one_of_a_single_frame_is_not()
    {
        Assert.IsType<PhotoRefusal.PhotoMoves>(Refused(TestPictures.MovingWebP(frames: 2)));
        Assert.Equal(800, Kept(TestPictures.MovingWebP(frames: 1)).Width);
    }

    [Theory]
    [InlineData(240, 180, false)]
    [InlineData(1200, 399, false)]
    [InlineData(640, 480, true)]
    [InlineData(400, 400, true)]
    public void A_photo_is_too_small_below_400_pixels_on_its_shorter_side(int width, int height, bool kept)
    {
        byte[] sent = TestPictures.Jpeg(width, height);

        if (kept) Assert.Equal((width, height), (Kept(sent).Width, Kept(sent).Height));
        else Assert.IsType<PhotoRefusal.PhotoTooSmall>(Refused(sent));
    }

    [Fact]
    public void A_long_screenshot_is_refused_where_it_would_become_too_narrow()
    {
        Assert.Equal(2000, Kept(TestPictures.Blank(600, 3000)).Height);
        Assert.IsType<PhotoRefusal.PhotoTooLong>(Refused(TestPictures.Blank(600, 3001)));
    }

    [Fact]
    public void Ten_million_bytes_are_read_and_one_more_is_not()
    {
        byte[] photo = TestPictures.Jpeg();
        byte[] full = [.. photo, .. new byte[PhotoLimits.BytesMax - photo.Length]];

        Assert.Equal(800, Kept(full).Width);
        var refusal = Assert.IsType<PhotoRefusal.PhotoTooManyBytes>(Refused([.. full, 0]));
        Assert.Equal(new Say("Refusal.PhotoTooManyBytes", ("batasMegabita", 10)), refusal.Sentence);
    }

    [Fact]
    public void A_photo_that_ends_before_its_picture_is_told_apart_from_a_damaged_one()
    {
        byte[] jpeg = TestPictures.Jpeg(), png = TestPictures.Png(), webP = TestPictures.WebP();

        foreach (byte[] whole in (byte[][])[jpeg, png, webP])
            foreach (int percent in (int[])[30, 60, 90, 98])
                Assert.IsType<PhotoRefusal.PhotoCutOff>(Refused(whole[..(whole.Length * percent / 100)]));
        for (int i = png.Length / 2; i < png.Length / 2 + 100; i++) png[i] = (byte)(i % 251);
        Assert.IsType<PhotoRefusal.PhotoDamaged>(Refused(png));
    }

    [Fact]
    public void Every_refusal_has_a_sentence_of_short_sentences_that_says_how()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Repository.Root, "src/BansosBot/Texts/parts/photos.id.yaml"));
        var texts = lines.Where(l => l.StartsWith("Refusal.", StringComparison.Ordinal)).Select(l => l.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim('"'));
        var refusals = typeof(PhotoRefusal).GetNestedTypes().Select(t => "Refusal." + t.Name);

        Assert.Equal(refusals.Order(), texts.Keys.Order());
        foreach (string sentence in texts.Values.SelectMany(t => t.Split(". ")))
            Assert.InRange(sentence.Split(' ').Length, 2, 12);
        Assert.All(texts.Values, t => Assert.Contains("foto", t, StringComparison.OrdinalIgnoreCase));
    }

    internal static KeptPhoto Kept(byte[] sent) => Assert.IsType<Outcome<KeptPhoto>.Ok>(PhotoReader.Read(sent)).Value;

    internal static PhotoRefusal Refused(byte[] sent) =>
        Assert.IsAssignableFrom<PhotoRefusal>(Assert.IsType<Outcome<KeptPhoto>.No>(PhotoReader.Read(sent)).Why);

    /// <summary>A JPEG of the announced size, made of nothing but JFIF, tables, one frame and its scans, ending where it ends.</summary>
    internal static void AssertClean(KeptPhoto kept)
    {
        byte[] jpeg = kept.Jpeg.ToArray();
        Assert.Equal([0xFF, 0xD8], jpeg[..2]);
        Assert.Equal([0xFF, 0xD9], jpeg[^2..]);
        int at = 2;
        while (jpeg[at + 1] != 0xDA)
        {
            Assert.Equal(0xFF, jpeg[at]);
            Assert.Contains(jpeg[at + 1], (byte[])[0xE0, 0xDB, 0xC0, 0xC4]);
            if (jpeg[at + 1] == 0xE0) Assert.Equal(16, jpeg[at + 2] * 256 + jpeg[at + 3]);   // JFIF, without a thumbnail
            at += 2 + jpeg[at + 2] * 256 + jpeg[at + 3];
        }

        // Within the scan a marker is FF with something else than 00: only the end may come.
        for (int i = at + 2; i < jpeg.Length - 2; i++)
            if (jpeg[i] == 0xFF) Assert.Equal(0, jpeg[i + 1]);
        using var seen = SKBitmap.Decode(jpeg);
        Assert.Equal((kept.Width, kept.Height), (seen.Width, seen.Height));
        Assert.InRange(Math.Max(kept.Width, kept.Height), PhotoLimits.ShorterSideMin, PhotoLimits.LongSideKeptMax);
    }

    private static SKEncodedOrigin OriginOf(byte[] jpeg)
    {
        using var data = SKData.CreateCopy(jpeg);
        using var codec = SKCodec.Create(data);
        return codec.EncodedOrigin;
    }

    private static bool Contains(byte[] where, string what) => where.AsSpan().IndexOf(Encoding.ASCII.GetBytes(what)) >= 0;

    private static void AssertNear(SKColor wanted, SKColor seen)
    {
        int off = Math.Abs(wanted.Red - seen.Red) + Math.Abs(wanted.Green - seen.Green) + Math.Abs(wanted.Blue - seen.Blue);
        Assert.True(off < 40, $"wanted {wanted}, seen {seen}");
    }
}
