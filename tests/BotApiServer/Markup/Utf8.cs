using System.Text;

namespace BotApiServer;

/// <summary>Telegram names places in a text by bytes of UTF-8; .NET counts UTF-16 units.</summary>
internal static class Utf8
{
    public static int BytesBefore(string text, int at) => Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Min(at, text.Length)));
}
