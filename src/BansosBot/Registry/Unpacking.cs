using System.IO.Compression;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Registry;

/// <summary>How large the parts of a workbook become, measured by unpacking them into nothing: what the file says of itself may be a lie.</summary>
internal static class Unpacking
{
    // A million rows of twenty columns unpack to about a GiB.
    private const int MebibytesMax = 1024;

    private const int PartsMax = 2_000;

    public static void Check(ZipArchive zip)
    {
        if (zip.Entries.Count > PartsMax) throw TooLarge();
        var left = MebibytesMax * 1024L * 1024;
        if (zip.Entries.Aggregate(0L, (sum, e) => sum > left ? sum : sum + e.Length) > left) throw TooLarge();
        var block = new byte[128 * 1024];
        foreach (var part in zip.Entries)
        {
            using var stream = part.Open();
            for (int got; (got = stream.Read(block)) > 0;)
                if ((left -= got) < 0) throw TooLarge();
        }
    }

    private static ListUnreadableException TooLarge() => new(new ListUnpacksTooLarge(MebibytesMax));
}
