using BansosBot.Domain;
using BansosBot.Domain.Documents;
using SkiaSharp;

namespace BansosBot.Documents;

/// <summary>A photo as it is kept: made anew from the pixels of what was sent, with nothing else of it.</summary>
/// <param name="Jpeg">Upright, without EXIF, place, colour profile or anything that followed the picture.</param>
/// <param name="Width">Pixels; the longer side is at most <see cref="PhotoLimits.LongSideKeptMax"/>.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Doubts">Hints for a question back, never a refusal.</param>
public sealed record KeptPhoto(ReadOnlyMemory<byte> Jpeg, int Width, int Height, PhotoDoubts Doubts);

/// <summary>
/// Reads what somebody sent as the photo of a document. What is inside decides, never a name. The header is looked at
/// before memory is taken. Callers read one photo at a time: a photo's memory is bounded, ten photos' is ten times that.
/// </summary>
public static class PhotoReader
{
    /// <summary>Reads at most <see cref="PhotoLimits.BytesMax"/> of the stream, then as <see cref="Read"/>.</summary>
    /// <exception cref="IOException">The stream failed; nothing is known of the photo.</exception>
    public static async Task<Outcome<KeptPhoto>> ReadAsync(Stream sent, CancellationToken stop)
    {
        await using var received = await BoundedStream.FromAsync(sent, stop);
        return Read(received.Content.Span);
    }

    /// <summary>The photo as it will be kept, or a <see cref="PhotoRefusal"/>. Takes 40 ms of a core for a photo as
    /// Telegram sends
    /// it, 160 ms for 12 megapixels, half a second for the largest that are taken.</summary>
    /// <exception cref="IOException">The machine has no memory left: nothing is known of the photo, try
    /// later.</exception>
    public static Outcome<KeptPhoto> Read(ReadOnlySpan<byte> sent)
    {
        if (sent.IsEmpty) return new PhotoRefusal.PhotoCutOff();
        if (sent.Length > PhotoLimits.BytesMax) return new PhotoRefusal.PhotoTooManyBytes(PhotoLimits.MegabytesMax);

        var kind = FileKinds.Of(sent);
        if (ReasonAgainst(kind) is { } wrongKind) return wrongKind;

        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != FormatOf(kind)) return new PhotoRefusal.PhotoDamaged();
        if (ReasonAgainst(codec, sent) is { } wrongSize) return wrongSize;

        using var decoded = new SKBitmap();
        return Decode(codec, decoded) switch
        {
            SKCodecResult.Success => Keep(decoded, codec.EncodedOrigin),
            SKCodecResult.IncompleteInput => new PhotoRefusal.PhotoCutOff(),
            _ => new PhotoRefusal.PhotoDamaged(),
        };
    }

    private static PhotoRefusal? ReasonAgainst(FileKind kind) => kind switch
    {
        FileKind.Jpeg or FileKind.Png or FileKind.WebP => null,
        FileKind.Gif => new PhotoRefusal.PhotoMoves(),
        FileKind.Heic => new PhotoRefusal.PhotoIsHeic(),
        FileKind.OtherPicture => new PhotoRefusal.PhotoOfOtherKind(),
        FileKind.Pdf => new PhotoRefusal.PhotoIsPdf(),
        FileKind.Video => new PhotoRefusal.PhotoIsVideo(),
        FileKind.OfficeFile => new PhotoRefusal.PhotoIsOfficeFile(),
        _ => new PhotoRefusal.PhotoIsNoPhoto(),
    };

    private static SKEncodedImageFormat FormatOf(FileKind kind) => kind switch
    {
        FileKind.Png => SKEncodedImageFormat.Png,
        FileKind.WebP => SKEncodedImageFormat.Webp,
        _ => SKEncodedImageFormat.Jpeg,
    };

    /// <summary>Judges the header alone: not a pixel has been decoded yet.</summary>
    private static PhotoRefusal? ReasonAgainst(SKCodec codec, ReadOnlySpan<byte> sent)
    {
        int longer = Math.Max(codec.Info.Width, codec.Info.Height), shorter = Math.Min(codec.Info.Width, codec.Info.Height);
        long pixels = (long)longer * shorter;
        bool rowByRow = codec.EncodedFormat == SKEncodedImageFormat.Jpeg && JpegHeader.ComesRowByRow(sent);

        return pixels > (rowByRow ? PhotoLimits.PixelsMax : PhotoLimits.PixelsMaxHeldWhole) ? new PhotoRefusal.PhotoTooManyPixels()
            : shorter < PhotoLimits.ShorterSideMin ? new PhotoRefusal.PhotoTooSmall()
            : longer > (long)shorter * PhotoLimits.SidesRatioMax ? new PhotoRefusal.PhotoTooLong()
            : codec.FrameCount > 1 ? new PhotoRefusal.PhotoMoves()
            : null;
    }

    /// <summary>Decodes at the smallest size the decoder offers that is still large enough to keep.</summary>
    private static SKCodecResult Decode(SKCodec codec, SKBitmap into)
    {
        var size = codec.Info.Size;
        bool smallEnough = Math.Max(size.Width, size.Height) <= PhotoLimits.LongSideKeptMax;
        for (int eighths = 7; eighths >= 1 && !smallEnough; eighths--)          // JPEG and WebP; PNG offers only its own size
        {
            var smaller = codec.GetScaledDimensions(eighths / 8f);
            if (Math.Max(smaller.Width, smaller.Height) < PhotoLimits.LongSideKept) break;
            size = smaller;
        }

        // No colour space: pixels are taken as they are. A profile from outside is neither followed nor kept.
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        PhotoShape.Take(into, size.Width, size.Height, alpha);
        return codec.GetPixels(into.Info, into.GetPixels(), into.RowBytes, SKCodecOptions.Default);
    }

    private static KeptPhoto Keep(SKBitmap decoded, SKEncodedOrigin origin)
    {
        using var small = PhotoShape.Shrink(decoded);
        using var upright = PhotoShape.Upright(small ?? decoded, origin);
        var kept = upright ?? small ?? decoded;

        using var pixels = kept.PeekPixels();
        using var written = new SKDynamicMemoryWStream();
        var options = new SKJpegEncoderOptions(
            PhotoLimits.JpegQuality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore);
        if (!pixels.Encode(written, options)) throw new IOException("A photo could not be written as JPEG.");
        using var jpeg = written.DetachAsData();
        return new KeptPhoto(jpeg.ToArray(), kept.Width, kept.Height, PhotoSight.Doubts(kept));
    }
}
