using System.Buffers;
using System.IO.Compression;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Registry;

/// <summary>What a file is, by its content. A name lies: pictures are renamed, and exports are called .xls.</summary>
internal abstract record ContentKind
{
    private ContentKind() { }

    /// <summary>.xlsx.</summary>
    public sealed record Workbook : ContentKind;

    /// <summary>Rows of text.</summary>
    public sealed record Text : ContentKind;

    public sealed record No(ListRefusal Why) : ContentKind;

    // Enough for every sign below, and for the first rows of a text.
    private const int HeadBytes = 4096;

    private static readonly (byte[] Start, NoList Is)[] Signs =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], NoList.Picture), ([0xFF, 0xD8, 0xFF], NoList.Picture), ("GIF8"u8.ToArray(), NoList.Picture), ("RIFF"u8.ToArray(), NoList.Picture), ("BM"u8.ToArray(), NoList.Picture),
        ("II*\0"u8.ToArray(), NoList.Picture), ("MM\0*"u8.ToArray(), NoList.Picture),
        ("%PDF"u8.ToArray(), NoList.Pdf), ("{\\rtf"u8.ToArray(), NoList.Document), ("Rar!"u8.ToArray(), NoList.Archive), ([0x1F, 0x8B], NoList.Archive), ("7z"u8.ToArray(), NoList.Archive),
    ];

    // Excel's older files and its encrypted new ones are folders of streams (MS-CFB); the streams' names tell which.
    private static readonly byte[] Folder = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly SearchValues<byte> Controls = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]);

    /// <summary>Leaves the stream at its beginning.</summary>
    public static ContentKind Of(Stream file)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        head = head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        ContentKind kind = head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) ? OfZip(file)
            : head.StartsWith(Folder) ? new No(Contains(file, "EncryptedPackage") ? new ListHasPassword() : Contains(file, "WordDocument") ? new ListOfWrongKind(NoList.Document) : new ListIsOldExcel())
            : OfHead(head);
        file.Position = 0;
        return kind;
    }

    private static ContentKind OfHead(ReadOnlySpan<byte> head)
    {
        foreach (var (start, kind) in Signs)
            if (head.StartsWith(start) && (start.Length > 2 || HasControls(head))) return new No(new ListOfWrongKind(kind));
        if (TextEncoding.HasMark(head)) return new Text();
        if (HasControls(head)) return new No(new ListOfWrongKind(NoList.Unknown));
        var start64 = head[..Math.Min(head.Length, 512)].TrimStart(" \t\r\n"u8);
        return start64.StartsWith("<"u8) ? new No(new ListOfWrongKind(NoList.WebPage)) : new Text();
    }

    private static ContentKind OfZip(Stream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("xl/workbook.xml") is not null ? new Workbook()
                : new No(new ListOfWrongKind(zip.GetEntry("xl/workbook.bin") is not null ? NoList.BinaryWorkbook : zip.GetEntry("word/document.xml") is not null ? NoList.Document
                    : zip.GetEntry("content.xml") is not null ? NoList.OpenDocument : NoList.Archive));
        }
        catch (InvalidDataException)
        {
            return new No(new ListIsBroken(null));
        }
    }

    /// <summary>No text has them; a text of 16-bit letters has, and begins with a mark.</summary>
    private static bool HasControls(ReadOnlySpan<byte> head) => head.ContainsAny(Controls);

    private static bool Contains(Stream file, string streamName)
    {
        var name = System.Text.Encoding.Unicode.GetBytes(streamName);
        var block = new byte[128 * 1024];
        file.Position = 0;
        for (int kept = 0, got; (got = file.Read(block, kept, block.Length - kept)) > 0;)
        {
            var seen = block.AsSpan(0, kept + got);
            if (seen.IndexOf(name) >= 0) return true;
            kept = Math.Min(name.Length, seen.Length);
            seen[^kept..].CopyTo(block);
        }
        return false;
    }
}
