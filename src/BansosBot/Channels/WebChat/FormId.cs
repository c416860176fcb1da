using System.Security.Cryptography;
using System.Text;
using BansosBot.Domain.Conversations;
using Microsoft.AspNetCore.WebUtilities;

namespace BansosBot.Channels.WebChat;

/// <summary>The client's own id of a message: that of the form it was sent by, and a short mark of what it says.</summary>
/// <remarks>
/// Sent twice, a form is one message; gone back to and sent with other words, it is another. The mark is keyed by the session's
/// name, which is stored encrypted only: ids are stored in the clear, and a plain hash of a NIK could be searched for.
/// </remarks>
internal static class FormId
{
    private const int RandomBytes = 16, MarkBytes = 8;
    private const int Length = 22;      // 16 bytes in base64url

    public static string New() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <returns>Null: not the id of a form of ours.</returns>
    public static string? Of(ChatKey chat, string form, string kind, ReadOnlySpan<byte> content)
    {
        if (form.Length != Length || !form.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return null;
        byte[] said = [.. Encoding.UTF8.GetBytes(kind), 0, .. content];
        var mark = HMACSHA256.HashData(Encoding.UTF8.GetBytes(chat.Id), said).AsSpan(0, MarkBytes);
        return $"{form}.{Convert.ToHexStringLower(mark)}";
    }

    public static string? Of(ChatKey chat, string form, string kind, string content) => Of(chat, form, kind, Encoding.UTF8.GetBytes(content));
}
