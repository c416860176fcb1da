using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace BansosBot.Tests.Documents;

/// <summary>Makes pictures and spoils them. The native library brings no fonts: "print" is drawn as short strokes.</summary>
internal static class TestPictures
{
    /// <summary>Corners of the upright picture: red, green / blue, white; in between, lines of print.</summary>
    public static readonly SKColor TopLeft = SKColors.Red, TopRight = SKColors.Lime, BottomLeft = SKColors.Blue, BottomRight = SKColors.White;

    public static SKBitmap Card(int width, int height, byte paper = 215, float blurSigma = 0)
    {
        var card = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(card);
        canvas.Clear(new SKColor(paper, paper, (byte)(paper * 9 / 10)));
        using var ink = new SKPaint { Color = new SKColor((byte)(paper / 8), (byte)(paper / 8), (byte)(paper / 8)), IsAntialias = true, StrokeWidth = 2 };
        if (blurSigma > 0) ink.ImageFilter = SKImageFilter.CreateBlur(blurSigma, blurSigma);
        canvas.SaveLayer(ink);
        ink.ImageFilter = null;
        var random = new Random(7);
        for (float y = height * 0.2f; y < height * 0.8f; y += 22)
            for (float x = width * 0.05f; x < width * 0.95f; x += 9)
                canvas.DrawLine(x, y + random.Next(10), x + random.Next(8), y + random.Next(14), ink);
        canvas.Restore();
        return card;
    }

    public static SKBitmap WithCorners(int width, int height)
    {
        var card = Card(width, height);
        using var canvas = new SKCanvas(card);
        float w = width / 6f, h = height / 6f;
        Corner(canvas, 0, 0, w, h, TopLeft);
        Corner(canvas, width - w, 0, w, h, TopRight);
        Corner(canvas, 0, height - h, w, h, BottomLeft);
        Corner(canvas, width - w, height - h, w, h, BottomRight);
        return card;
    }

    private static void Corner(SKCanvas canvas, float x, float y, float w, float h, SKColor colour)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(x, y, w, h, paint);
    }

    public static byte[] Jpeg(int width = 800, int height = 600, int quality = 85) => Encode(Card(width, height), SKEncodedImageFormat.Jpeg, quality);

    public static byte[] Png(int width = 800, int height = 600) => Encode(Card(width, height), SKEncodedImageFormat.Png);

    public static byte[] WebP(int width = 800, int height = 600) => Encode(Card(width, height), SKEncodedImageFormat.Webp);

    /// <summary>A PNG of one colour: few bytes, all its pixels there.</summary>
    public static byte[] Blank(int width, int height)
    {
        var blank = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        blank.Erase(SKColors.White);
        return Encode(blank, SKEncodedImageFormat.Png);
    }

    public static byte[] Encode(SKBitmap picture, SKEncodedImageFormat format, int quality = 85)
    {
        using (picture)
        using (var data = picture.Encode(format, quality))
            return data.ToArray();
    }

    /// <summary>The stored pixels that, by this EXIF orientation, show the picture upright again.</summary>
    public static SKBitmap StoredFor(SKBitmap upright, int orientation)
    {
        int w = upright.Width, h = upright.Height;
        bool onItsSide = orientation >= 5;
        var stored = new SKBitmap(new SKImageInfo(onItsSide ? h : w, onItsSide ? w : h, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var from = upright.Pixels;
        var to = new SKColor[from.Length];
        for (int y = 0; y < stored.Height; y++)
            for (int x = 0; x < stored.Width; x++)
            {
                // EXIF 2.3, tag 274: which side of the scene row 0 and column 0 of the file are.
                var (ux, uy) = orientation switch
                {
                    1 => (x, y),                       // row 0 top, column 0 left
                    2 => (w - 1 - x, y),               // top, right
                    3 => (w - 1 - x, h - 1 - y),       // bottom, right
                    4 => (x, h - 1 - y),               // bottom, left
                    5 => (y, x),                       // left, top
                    6 => (w - 1 - y, x),               // right, top
                    7 => (w - 1 - y, h - 1 - x),       // right, bottom
                    _ => (y, h - 1 - x),               // left, bottom
                };
                to[y * stored.Width + x] = from[uy * w + ux];
            }

        stored.Pixels = to;
        return stored;
    }

    /// <summary>Puts an APP1 EXIF segment with an orientation, a maker and a place into a JPEG, as a telephone does.</summary>
    public static byte[] WithExif(byte[] jpeg, int orientation, string maker = "RAHASIA-KAMERA", string gpsDatum = "RAHASIA-LOKASI")
    {
        var tiff = new byte[512];
        "MM\0*"u8.CopyTo(tiff);
        BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(4), 8);
        Entries(tiff, 8, 150, (0x010F, 2, maker), (0x0112, 3, orientation), (0x8825, 4, 300));
        Entries(tiff, 300, 400, (0x0001, 2, "S"), (0x0012, 2, gpsDatum));
        return WithSegment(jpeg, 0xE1, [.. "Exif\0\0"u8, .. tiff]);
    }

    private static void Entries(byte[] tiff, int at, int textsAt, params (ushort Tag, ushort Type, object Value)[] entries)
    {
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), (ushort)entries.Length);
        at += 2;
        foreach (var (tag, type, value) in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), tag);
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at + 2), type);
            if (value is string text)
            {
                byte[] ascii = Encoding.ASCII.GetBytes(text + "\0");
                BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 4), ascii.Length);
                if (ascii.Length <= 4) ascii.CopyTo(tiff, at + 8);
                else
                {
                    BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 8), textsAt);
                    ascii.CopyTo(tiff, textsAt);
                    textsAt += ascii.Length;
                }
            }
            else
            {
                BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 4), 1);
                if (type == 3) BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at + 8), (ushort)(int)value);
                else BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 8), (int)value);
            }

            at += 12;
        }
    }

    /// <summary>Puts a segment right behind the start of a JPEG.</summary>
    public static byte[] WithSegment(byte[] jpeg, byte marker, byte[] body) =>
        [0xFF, 0xD8, 0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)((body.Length + 2) & 0xFF), .. body, .. jpeg[2..]];

    /// <summary>Writes other sides into a JPEG's frame header: what it announces, not what it holds.</summary>
    public static byte[] JpegThatClaims(int width, int height, byte frame = 0xC0)
    {
        byte[] jpeg = Jpeg();
        int at = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        jpeg[at + 1] = frame;
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(at + 7), (ushort)width);
        return jpeg;
    }

    /// <summary>Writes other sides into a PNG's header, with a right checksum.</summary>
    public static byte[] PngThatClaims(int width, int height)
    {
        byte[] png = Png();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc32(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }

    /// <summary>A WebP of several frames (RIFF, VP8X, ANIM, ANMF...), each frame the same picture.</summary>
    public static byte[] MovingWebP(int frames = 2)
    {
        byte[] still = WebP();
        int pictureAt = 12;
        if (still.AsSpan(12, 4).SequenceEqual("VP8X"u8)) pictureAt = 30;
        byte[] picture = still[pictureAt..];
        int w = 799, h = 599;
        byte[] sides = [(byte)(w & 0xFF), (byte)(w >> 8), 0, (byte)(h & 0xFF), (byte)(h >> 8), 0];
        byte[] frame = [0, 0, 0, 0, 0, 0, .. sides, 100, 0, 0, 0, .. picture];
        byte[] body = [.. "WEBP"u8, .. Chunk("VP8X"u8, [0x02, 0, 0, 0, .. sides]), .. Chunk("ANIM"u8, new byte[6])];
        for (int i = 0; i < frames; i++) body = [.. body, .. Chunk("ANMF"u8, frame)];
        return Chunk("RIFF"u8, body);

        static byte[] Chunk(ReadOnlySpan<byte> name, byte[] body)
        {
            byte[] length = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(length, body.Length);
            return [.. name, .. length, .. body, .. new byte[body.Length % 2]];
        }
    }
}
