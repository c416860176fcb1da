using SkiaSharp;

namespace BansosBot.Simulation;

/// <summary>Photos of documents that nobody has: lines like writing, sharp and bright enough to be taken.</summary>
public static class InventedPhoto
{
    /// <returns>A JPEG of this size, in pixels.</returns>
    public static byte[] Draw(int width, int height)
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
