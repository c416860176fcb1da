using SkiaSharp;

namespace BansosBot.Tests.Transcripts;

/// <summary>Invented photos of documents.</summary>
internal static class Pictures
{
    public static readonly byte[] Readable = Draw(1280, 960);

    public static readonly byte[] TooSmall = Draw(240, 180);

    private static byte[] Draw(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        using var ink = new SKPaint { Color = SKColors.Black, StrokeWidth = 2 };
        canvas.Clear(SKColors.White);
        for (var y = 20; y < height; y += 24)
            for (var x = 20; x < width - 40; x += 14) canvas.DrawLine(x, y, x + (x % 9), y + 12, ink);
        using var image = SKImage.FromBitmap(bitmap);
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 85);
        return data.ToArray();
    }
}
