using SkiaSharp;

namespace BansosBot.Tests.Documents;

/// <summary>What the pinned SkiaSharp 4.155 does on this machine; the photo pipeline rests on it.</summary>
public sealed class SkiaSharpFactsTests
{
    [Fact]
    public void The_native_library_loads_without_fontconfig_and_knows_no_font() =>
        Assert.Equal("", SKTypeface.Default?.FamilyName ?? "");               // what draws text must bring its own font

    [Fact]
    public void JPEG_decodes_at_eighths_WebP_at_any_size_PNG_only_at_its_own()
    {
        Assert.Equal(new SKSizeI(300, 225), Scaled(TestPictures.Jpeg(), 3 / 8f));
        Assert.Equal(new SKSizeI(300, 225), Scaled(TestPictures.WebP(), 3 / 8f));
        Assert.Equal(new SKSizeI(800, 600), Scaled(TestPictures.Png(), 3 / 8f));
    }

    [Fact]
    public void It_would_open_GIF_and_BMP_too_so_the_kind_is_asked_first()
    {
        byte[] gif = Convert.FromHexString("47494638396101000100800000FFFFFF0000002C00000000010001000002024401003B");

        using var codec = Codec(gif);

        Assert.Equal(SKEncodedImageFormat.Gif, codec?.EncodedFormat);
    }

    [Theory]
    [InlineData("00000018667479706865696300000000686569636D696631")]           // HEIC
    [InlineData("255044462D312E370A")]                                         // PDF
    [InlineData("504B0304140006000800")]                                       // ZIP
    [InlineData("")]
    public void It_has_no_codec_for_what_it_does_not_know_and_throws_nothing(string hex) =>
        Assert.Null(Codec(Convert.FromHexString(hex)));

    [Fact]
    public void A_cut_off_JPEG_is_incomplete_input_and_a_JPEG_spoilt_in_the_middle_is_not_noticed()
    {
        byte[] jpeg = TestPictures.Jpeg();
        byte[] spoilt = (byte[])jpeg.Clone();
        for (int i = spoilt.Length / 2; i < spoilt.Length / 2 + 200; i++) spoilt[i] = (byte)(i % 200);

        Assert.Equal(SKCodecResult.IncompleteInput, Decode(jpeg[..(jpeg.Length / 2)]));
        Assert.Equal(SKCodecResult.Success, Decode(spoilt));
    }

    [Fact]
    public void A_still_picture_has_no_frames_and_a_moving_one_has_them_all()
    {
        using var still = Codec(TestPictures.WebP());
        using var moving = Codec(TestPictures.MovingWebP(frames: 3));

        Assert.Equal((0, 3), (still!.FrameCount, moving!.FrameCount));
    }

    private static SKCodec? Codec(byte[] content) => SKCodec.Create(SKData.CreateCopy(content));

    private static SKSizeI Scaled(byte[] content, float scale)
    {
        using var codec = Codec(content);
        return codec!.GetScaledDimensions(scale);
    }

    private static SKCodecResult Decode(byte[] content)
    {
        using var codec = Codec(content);
        using var pixels = new SKBitmap(codec!.Info);
        return codec.GetPixels(pixels.Info, pixels.GetPixels());
    }
}
