using System.Text;

namespace BansosBot.Registry;

/// <summary>In which letters a text is written: by its mark, else UTF-8 where all of it is, else Windows-1252, which Indonesian Excel writes.</summary>
internal static class TextEncoding
{
    // All of it is looked at: the first name with an accent may stand in the last row.
    private const int BlockBytes = 128 * 1024;

    public static bool HasMark(ReadOnlySpan<byte> head) => head.StartsWith(Encoding.UTF8.Preamble) || head.StartsWith(Encoding.Unicode.Preamble) || head.StartsWith(Encoding.BigEndianUnicode.Preamble);

    /// <summary>Leaves the stream at its beginning.</summary>
    public static Encoding Of(Stream file)
    {
        file.Position = 0;
        Span<byte> head = stackalloc byte[4];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (head.StartsWith(Encoding.Unicode.Preamble)) return Encoding.Unicode;
        if (head.StartsWith(Encoding.BigEndianUnicode.Preamble)) return Encoding.BigEndianUnicode;
        if (head.StartsWith(Encoding.UTF8.Preamble) || IsUtf8(file)) return Encoding.UTF8;
        return CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? throw new InvalidOperationException("Windows-1252 comes with .NET.");
    }

    private static bool IsUtf8(Stream file)
    {
        var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        var (block, letters) = (new byte[BlockBytes], new char[BlockBytes + 4]);
        try
        {
            for (int got; (got = file.Read(block)) > 0;) decoder.GetChars(block, 0, got, letters, 0, flush: false);
            decoder.GetChars([], letters, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }
}
