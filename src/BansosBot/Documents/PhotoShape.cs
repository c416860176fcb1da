using SkiaSharp;

namespace BansosBot.Documents;

/// <summary>Brings a decoded photo to the size and the position in which it is kept.</summary>
internal static class PhotoShape
{
    /// <summary>Null when it is small enough as it is.</summary>
    /// <remarks>At most to the half in one step: so each pixel of the result is a mean of all that it stands for, and
    /// fine
    /// print does not break up. Linear takes 27 ms for 3 megapixels, cubic 70 and mipmaps 80, with no letter more to
    /// read.</remarks>
    public static SKBitmap? Shrink(SKBitmap photo)
    {
        SKBitmap? small = null;
        for (var from = photo; Math.Max(from.Width, from.Height) > PhotoLimits.LongSideKeptMax; from = small)
        {
            double scale = Math.Max(0.5, (double)PhotoLimits.LongSideKept / Math.Max(from.Width, from.Height));
            var next = new SKBitmap();
            Take(next, (int)Math.Round(from.Width * scale), (int)Math.Round(from.Height * scale), from.AlphaType);
            using (var source = from.PeekPixels())
            using (var target = next.PeekPixels())
                source.ScalePixels(target, new SKSamplingOptions(SKFilterMode.Linear));
            small?.Dispose();
            small = next;
        }

        return small;
    }

    /// <summary>Turned as the camera was held, on white where it was transparent; null when it is so already.</summary>
    /// <remarks>The origin is EXIF's orientation, 1 to 8: where the first row and the first column of the pixels
    /// belong.</remarks>
    public static SKBitmap? Upright(SKBitmap photo, SKEncodedOrigin origin)
    {
        if (origin == SKEncodedOrigin.TopLeft && photo.AlphaType == SKAlphaType.Opaque) return null;

        int w = photo.Width, h = photo.Height;
        bool onItsSide = origin >= SKEncodedOrigin.LeftTop;                     // 5 to 8: rows are columns
        var upright = new SKBitmap();
        Take(upright, onItsSide ? h : w, onItsSide ? w : h, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(upright);
        using var pixels = photo.PeekPixels();
        using var image = SKImage.FromPixels(pixels);                           // looks at the pixels, copies none
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(Turn(origin, w, h));
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));   // whole quarter turns: exact
        canvas.Flush();
        return upright;
    }

    /// <summary>Takes memory for so many pixels of 4 bytes.</summary>
    public static void Take(SKBitmap bitmap, int width, int height, SKAlphaType alpha)
    {
        if (!bitmap.TryAllocPixels(new SKImageInfo(width, height, SKColorType.Rgba8888, alpha)))
            throw new IOException("No memory for the pixels of a photo.");
    }

    // (x, y) of the stored pixels to (x, y) upright; third column: the shift that brings mirrored axes back into view.
    private static SKMatrix Turn(SKEncodedOrigin origin, int w, int h) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
