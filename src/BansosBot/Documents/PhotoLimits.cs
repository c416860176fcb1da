namespace BansosBot.Documents;

/// <summary>What is taken, and what is kept of it. Each figure with its reason; memory and times:
/// docs/decisions/0005.</summary>
public static class PhotoLimits
{
    /// <summary>A 12-megapixel telephone photo has 3 to 6 MB. Telegram's getFile gives up to 20 MB; that much is never
    /// needed.</summary>
    public const int MegabytesMax = 10;

    public const int BytesMax = MegabytesMax * 1_000_000;

    /// <summary>For a JPEG that is decoded row by row: memory does not grow with it. Telephones make 50 megapixels
    /// (8160 x 6120, 8192 x 6144).</summary>
    public const int PixelsMax = 52_000_000;

    /// <summary>For what has to be held whole while it is decoded (PNG and WebP: 4 bytes a pixel; progressive JPEG:
    /// up to 6, in CMYK 8): 80 to 140 MB for the moment of one photo. 4096 x 4096 passes; an A4 scan at 300 dpi is
    /// half of it.</summary>
    public const int PixelsMaxHeldWhole = 17_000_000;

    /// <summary>A card (54 mm) that fills the frame has 7 pixels a millimetre at 400, and its 2 mm letters 15 pixels:
    /// just readable. A VGA camera's 640 x 480 passes; 320 x 240, and Telegram's preview sizes, do not.</summary>
    public const int ShorterSideMin = 400;

    /// <summary>Kept: a KK on A4 across has 7 pixels a millimetre at 2,000, so that its 2 mm letters stay
    /// readable.</summary>
    public const int LongSideKept = 2_000;

    /// <summary>The decoder shrinks by eighths for nothing; what it gives up to here is kept as it is, sharper and
    /// cheaper than resampled.</summary>
    public const int LongSideKeptMax = 2_500;

    /// <summary>Long side to shorter side: beyond it, <see cref="LongSideKept"/> would leave less than
    /// <see cref="ShorterSideMin"/>.</summary>
    public const int SidesRatioMax = LongSideKept / ShorterSideMin;

    /// <summary>Of 100. Above 85 the file grows and letters do not get better; below 75 rings appear around
    /// them.</summary>
    public const int JpegQuality = 82;
}
