using System.IO.Compression;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Registry;

/// <summary>How large the parts of a workbook become, measured by unpacking them into nothing: what the file says of itself may be a lie.</summary>
internal static class Unpacking
{
    private const long Mebibyte = 1024 * 1024;

    // A million rows of twenty columns unpack to about a GiB.
    private const int MebibytesMax = 1024;

    // The texts that cells share stand in memory while a sheet is read: of 500,000 rows with five of their own each, they are about 130 MiB.
    private const int SharedMebibytesMax = 256;
    private const string Shared = "xl/sharedStrings.xml";

    private const int PartsMax = 2_000;

    public static void Check(ZipArchive zip)
    {
        if (zip.Entries.Count > PartsMax) throw TooLarge(MebibytesMax);
        var left = MebibytesMax * Mebibyte;
        if (zip.Entries.Aggregate(0L, (sum, e) => sum > left ? sum : sum + e.Length) > left) throw TooLarge(MebibytesMax);
        var block = new byte[128 * 1024];
        foreach (var part in zip.Entries)
        {
            var before = left;
            var ofPart = part.FullName.TrimStart('/').Equals(Shared, StringComparison.OrdinalIgnoreCase) ? SharedMebibytesMax : MebibytesMax;
            using var stream = part.Open();
            for (int got; (got = stream.Read(block)) > 0;)
            {
                if ((left -= got) < 0) throw TooLarge(MebibytesMax);
                if (before - left > ofPart * Mebibyte) throw TooLarge(ofPart);
            }
        }
    }

    private static ListUnreadableException TooLarge(int mebibytesMax) => new(new ListUnpacksTooLarge(mebibytesMax));
}
