using BansosBot.Domain.Documents;
using SkiaSharp;

namespace BansosBot.Documents;

/// <summary>
/// Looks whether a photo is dark or blurred: grey values of the photo at half its size, in small squares. It speaks only
/// when *no* square is bright, or next to none holds an edge as sharp as readable print has; the rest of the picture
/// may be
/// as smooth as it likes. Noise looks sharp, so a doubt is sooner missed than wrong. 8 ms for 3 megapixels.
/// </summary>
internal static class PhotoSight
{
    private const int Side = 32;                       // of a square in the halved picture: a few letters

    // Mean grey, of 255. Paper by the light of one lamp is above 90.
    private const double BrightMin = 70;

    // Variance of the Laplacian. Measured on text drawn 12, 18 and 40 pixels high at full size, blurred by Gauss and
    // with a
    // telephone's noise: 5,000 and more when sharp; 700 to 1,300 at a blur of 1 pixel, the last at which 12 pixels can be
    // read; at 2 pixels 66 to 153 for 12 and 18 pixels, and 220 for 40 pixels, which can still be read.
    private const double SharpMin = 160;

    // A stray edge (a finger, the rim of a table) is no print.
    private const int SharpSquaresMin = 4;

    public static PhotoDoubts Doubts(SKBitmap photo)
    {
        var pixels = photo.GetPixelSpan();
        Span<byte> grey = stackalloc byte[Side * Side];
        double brightest = 0;
        int sharp = 0, row = 0;
        for (int top = 0; top + 2 * Side <= photo.Height; top += 2 * Side)
        {
            // Every second square, as on a chessboard: a document is larger than that, and it halves the time.
            for (int left = row++ % 2 * 2 * Side; left + 2 * Side <= photo.Width; left += 4 * Side)
            {
                brightest = Math.Max(brightest, Halve(pixels, photo.RowBytes, left, top, grey));
                if (EdgeVariance(grey) >= SharpMin) sharp++;
            }
        }

        return (brightest < BrightMin ? PhotoDoubts.Dark : PhotoDoubts.None)
            | (sharp < SharpSquaresMin ? PhotoDoubts.Blurred : PhotoDoubts.None);
    }

    /// <summary>A square of the photo at half its size, which halves the noise too; its mean. Green stands for grey:
    /// it is most of it.</summary>
    private static double Halve(ReadOnlySpan<byte> rgba, int rowBytes, int left, int top, Span<byte> grey)
    {
        int sum = 0;
        for (int y = 0; y < Side; y++)
        {
            var upper = rgba.Slice((top + 2 * y) * rowBytes + left * 4, Side * 8);
            var lower = rgba.Slice((top + 2 * y + 1) * rowBytes + left * 4, Side * 8);
            for (int x = 0; x < Side; x++)
            {
                int mean = (upper[8 * x + 1] + upper[8 * x + 5] + lower[8 * x + 1] + lower[8 * x + 5] + 2) >> 2;
                grey[y * Side + x] = (byte)mean;
                sum += mean;
            }
        }

        return (double)sum / grey.Length;
    }

    private static double EdgeVariance(ReadOnlySpan<byte> grey)
    {
        int sum = 0, squares = 0;                      // at most 900 x 1,020 squared: fits
        for (int y = 1; y < Side - 1; y++)
        {
            var above = grey.Slice((y - 1) * Side, Side);
            var here = grey.Slice(y * Side, Side);
            var below = grey.Slice((y + 1) * Side, Side);
            for (int x = 1; x < Side - 1; x++)
            {
                int edge = above[x] + below[x] + here[x - 1] + here[x + 1] - 4 * here[x];
                sum += edge;
                squares += edge * edge;
            }
        }

        const double count = (Side - 2) * (Side - 2);
        double mean = sum / count;
        return squares / count - mean * mean;
    }
}
