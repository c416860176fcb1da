using System.Buffers.Binary;

namespace BansosBot.Documents;

/// <summary>What a JPEG says of itself before its first scan (ITU-T T.81, annex B).</summary>
public static class JpegHeader
{
    private const int StartOfFrameBaseline = 0xC0, StartOfFrameExtended = 0xC1, StartOfScan = 0xDA;

    /// <summary>Whether a decoder can give its rows as it reads them. A progressive one, or one whose colours come in
    /// scans of their own, is held whole as coefficients: 2 bytes a sample, whatever the size asked for.</summary>
    /// <returns>False too when the header cannot be followed.</returns>
    public static bool ComesRowByRow(ReadOnlySpan<byte> jpeg)
    {
        int coloursOfFrame = 0;
        for (int at = 2; at + 4 <= jpeg.Length;)
        {
            if (jpeg[at] != 0xFF) return false;
            int marker = jpeg[at + 1];
            if (marker == 0xFF) { at++; continue; }                             // fill byte

            int length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length) return false;
            var body = jpeg.Slice(at + 4, length - 2);
            if (marker is StartOfFrameBaseline or StartOfFrameExtended && body.Length > 5) coloursOfFrame = body[5];
            if (marker == StartOfScan) return body.Length > 0 && coloursOfFrame > 0 && body[0] == coloursOfFrame;
            at += 2 + length;
        }

        return false;
    }
}
