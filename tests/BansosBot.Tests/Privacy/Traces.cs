using System.Text;

namespace BansosBot.Tests.Privacy;

/// <summary>Looks for a value in bytes, however it may have got there: UTF-8, UTF-16LE, hex, base64 wherever its groups of three begin.</summary>
internal static class Traces
{
    /// <summary>How a value can stand in bytes, with the name of each form.</summary>
    public static IEnumerable<(string Form, byte[] Bytes)> Of(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        yield return ("UTF-8", utf8);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(value));
        yield return ("hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
        yield return ("HEX", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)));
        for (var before = 0; before < 3; before++) yield return ($"base64 after {before}", Encoding.ASCII.GetBytes(Base64(utf8, before)));
    }

    /// <summary>The forms of a value that these bytes hold.</summary>
    public static IEnumerable<string> In(byte[] bytes, string value) => Of(value).Where(f => bytes.AsSpan().IndexOf(f.Bytes) >= 0).Select(f => f.Form);

    // Only the characters that the value alone decides: those at the ends share their bits with what stands before and after.
    private static string Base64(byte[] value, int before)
    {
        var whole = Convert.ToBase64String([.. new byte[before], .. value]).TrimEnd('=');
        var first = ((before * 8) + 5) / 6;
        var end = (before + value.Length) * 8 / 6;
        return whole[first..end];
    }
}
