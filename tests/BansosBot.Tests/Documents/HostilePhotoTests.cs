using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Domain.Documents;
using CsCheck;

namespace BansosBot.Tests.Documents;

/// <summary>Alone, since memory is measured for the whole process.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;

[Collection(nameof(MeasuredAlone))]
public sealed class HostilePhotoTests
{
    private static readonly byte[][] Photos =
    [
        TestPictures.Jpeg(480, 440), TestPictures.Png(480, 440), TestPictures.WebP(480, 440),
        TestPictures.WithExif(TestPictures.Jpeg(480, 440), 6), TestPictures.MovingWebP(),
    ];

    [Fact]
    public void A_header_that_claims_a_billion_pixels_is_refused_before_memory_is_taken()
    {
        byte[][] bombs =
        [
            TestPictures.PngThatClaims(30_000, 30_000), TestPictures.PngThatClaims(5_000, 3_401),
            TestPictures.JpegThatClaims(65_000, 65_000), TestPictures.JpegThatClaims(8_000, 6_501),
            TestPictures.JpegThatClaims(5_000, 3_401, frame: 0xC2),             // progressive: held whole
        ];

        long grownMegabytes = PeakGrowthMegabytes(() =>
        {
            foreach (byte[] bomb in bombs)
                Assert.IsType<PhotoRefusal.PhotoTooManyPixels>(PhotoReaderTests.Refused(bomb));
        });

        Assert.InRange(grownMegabytes, 0, 20);
    }

    [Fact]
    public void What_just_passes_the_limits_takes_less_than_150_megabytes()
    {
        byte[] largestPng = TestPictures.Blank(5_000, 3_400);
        byte[] largestJpeg = TestPictures.JpegThatClaims(8_000, 6_500);

        long grownMegabytes = PeakGrowthMegabytes(() =>
        {
            Assert.Equal(2500, PhotoReaderTests.Kept(largestPng).Width);
            Assert.Equal(2000, PhotoReaderTests.Kept(largestJpeg).Width);       // its end mark comes early: the rest is grey
        });

        Assert.InRange(grownMegabytes, 0, 150);
    }

    [Fact]
    public void Whatever_bytes_come_the_reader_refuses_or_keeps_a_clean_JPEG_within_150_megabytes()
    {
        var changed =
            from photo in Gen.Int[0, Photos.Length - 1]
            from changes in Gen.Select(Gen.Int[0, 200_000], Gen.Byte).Array[0, 12]
            from inHeader in Gen.Bool
            from end in Gen.Int[0, 100]
            select Change(Photos[photo], changes, inHeader, end);
        var random = from start in Gen.Int[0, Photos.Length - 1]
                     from kept in Gen.Int[0, 40]
                     from bytes in Gen.Byte.Array[0, 400]
                     select (byte[])[.. Photos[start][..kept], .. bytes];

        int keptCount = 0, refusedCount = 0;
        long grownMegabytes = PeakGrowthMegabytes(() => Gen.OneOf(changed, random).Sample(
            sent =>
            {
                switch (PhotoReader.Read(sent))
                {
                    case Outcome<KeptPhoto>.Ok ok: PhotoReaderTests.AssertClean(ok.Value); keptCount++; break;
                    case Outcome<KeptPhoto>.No no: Assert.IsAssignableFrom<PhotoRefusal>(no.Why); refusedCount++; break;
                }
            },
            iter: 400,
            threads: 1,
            print: sent => $"{sent.Length} bytes, {Convert.ToHexString(sent.AsSpan(0, Math.Min(64, sent.Length)))}"));

        Assert.InRange(grownMegabytes, 0, 150);
        Assert.True(keptCount > 20 && refusedCount > 20, $"{keptCount} kept, {refusedCount} refused: the property saw one side only");
    }

    private static byte[] Change(byte[] photo, (int At, byte To)[] changes, bool inHeader, int endPercent)
    {
        byte[] changed = (byte[])photo.Clone();
        foreach (var (at, to) in changes) changed[at % (inHeader ? Math.Min(700, changed.Length) : changed.Length)] = to;
        return endPercent < 80 ? changed : changed[..(changed.Length * endPercent / 100)];
    }

    /// <summary>How far the resident memory of the process rose above where it stood; 0 where that cannot be asked (not Linux).</summary>
    private static long PeakGrowthMegabytes(Action work)
    {
        if (!OperatingSystem.IsLinux()) { work(); return 0; }
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");                        // proc(5): starts the peak anew
        long before = Kilobytes("VmRSS:");
        work();
        return (Kilobytes("VmHWM:") - before) / 1024;
    }

    private static long Kilobytes(string name) =>
        long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith(name, StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1]);
}
