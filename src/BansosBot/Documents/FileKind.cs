using System.Buffers.Binary;

namespace BansosBot.Documents;

/// <summary>What a file is by its first bytes. Names and announced types are not asked: they are whatever the sender
/// says.</summary>
public enum FileKind
{
    Unknown,
    Jpeg,
    Png,
    WebP,
    Gif,
    Heic,
    OtherPicture,
    Pdf,
    Video,
    OfficeFile,
}

/// <summary>Reads the <see cref="FileKind"/>.</summary>
public static class FileKinds
{
    // Readers of PDF accept it anywhere in the first 1024 bytes (PDF 1.7, annex H, note 13), so mail programs put
    // things before it.
    private const int PdfMarkWithin = 1024;

    /// <param name="content">The beginning is enough (1 KB); fewer bytes are read as far as they go.</param>
    public static FileKind Of(ReadOnlySpan<byte> content) => content switch
    {
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => FileKind.Gif,
        _ when content.StartsWith("RIFF"u8) => OfRiff(content),
        _ when IsOtherPicture(content) => FileKind.OtherPicture,
        _ when content.Length >= 12 && IsBox(content[4..8]) => OfBoxes(content),
        _ when IsOfficeFile(content) => FileKind.OfficeFile,
        _ when IsVideo(content) => FileKind.Video,
        _ when content[..Math.Min(content.Length, PdfMarkWithin)].IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf,
        _ => FileKind.Unknown,
    };

    private static FileKind OfRiff(ReadOnlySpan<byte> content) =>
        content.Length < 12 ? FileKind.Unknown
        : content[8..12].SequenceEqual("WEBP"u8) ? FileKind.WebP
        : content[8..12].SequenceEqual("AVI "u8) ? FileKind.Video
        : FileKind.Unknown;

    private static bool IsOtherPicture(ReadOnlySpan<byte> content) =>
        content.StartsWith("BM"u8)
        || content.StartsWith("II*\0"u8) || content.StartsWith("MM\0*"u8)      // TIFF, and the raw files of most cameras
        || content.StartsWith("8BPS"u8)
        || content is [0x00, 0x00, 0x01, 0x00, ..]                             // ICO
        || content is [0xFF, 0x0A, ..]                                         // JPEG XL, bare and boxed
        || content.StartsWith("\0\0\0\x0CJXL "u8)
        || content.StartsWith("\0\0\0\x0CjP  "u8);                             // JPEG 2000

    private static bool IsOfficeFile(ReadOnlySpan<byte> content) =>
        content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8)   // ZIP: also docx, xlsx, apk
        || content is [0xD0, 0xCF, 0x11, 0xE0, ..]                                 // Word and Excel until 2003
        || content.StartsWith("{\\rtf"u8)
        || content.StartsWith("Rar!"u8)
        || content is [0x37, 0x7A, 0xBC, 0xAF, ..];

    private static bool IsVideo(ReadOnlySpan<byte> content) =>
        content is [0x1A, 0x45, 0xDF, 0xA3, ..]                                // Matroska, WebM
            or [0x00, 0x00, 0x01, 0xBA or 0xB3, ..]                            // MPEG
            or [0x30, 0x26, 0xB2, 0x75, ..]                                    // WMV
        || content.StartsWith("FLV"u8);

    private static bool IsBox(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("ftyp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8) || type.SequenceEqual("wide"u8);

    /// <summary>ISO base media (14496-12): one container for HEIC, AVIF, MP4, MOV, 3GP; its brands tell them
    /// apart.</summary>
    private static FileKind OfBoxes(ReadOnlySpan<byte> content)
    {
        if (!content[4..8].SequenceEqual("ftyp"u8)) return FileKind.Video;      // QuickTime before there were brands

        uint announced = BinaryPrimitives.ReadUInt32BigEndian(content);
        int end = (int)Math.Min(announced, (uint)Math.Min(content.Length, 256));
        bool picture = false;
        for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4)                  // major brand, its version, compatible brands
        {
            var brand = content.Slice(at, 4);
            if (brand.StartsWith("avi"u8)) return FileKind.OtherPicture;        // AVIF names mif1 too: it decides first
            if (at == 8 && brand.StartsWith("M4A"u8)) return FileKind.Unknown;  // sound
            picture |= brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8)
                || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);
        }

        return picture ? FileKind.Heic : FileKind.Video;
    }
}
