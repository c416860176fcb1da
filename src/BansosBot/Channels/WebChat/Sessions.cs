using System.Security.Cryptography;
using System.Text;
using BansosBot.Domain.Conversations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace BansosBot.Channels.WebChat;

/// <summary>What a cookie says.</summary>
/// <param name="Name">See <see cref="Conversation.SessionName"/>.</param>
internal sealed record Session(ChatKey Chat, string? Name);

/// <summary>Whose page it is: a random name of 256 bits in a cookie that we signed, with the one it got since, and nothing else anywhere.</summary>
/// <remarks>Signed, so that nobody makes up names of their own and slips past <see cref="NewSessions"/>.</remarks>
internal sealed class Sessions(IDataProtector protector)
{
    public const string CookieName = "bansosbot";
    public const string Purpose = "BansosBot.WebChat.Session";

    /// <summary>As long as a draft is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const int NameBytes = 32;

    /// <returns>Null: none, or not one of ours.</returns>
    public Session? Read(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and < 512 } cookie) return null;
        try
        {
            var name = protector.Unprotect(WebEncoders.Base64UrlDecode(cookie));
            return name.Length < NameBytes ? null
                : new(new(WebChatDoor.ChannelName, WebEncoders.Base64UrlEncode(name[..NameBytes])), name.Length == NameBytes ? null : Encoding.ASCII.GetString(name.AsSpan(NameBytes)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>One that nobody has; the browser knows of it once it is kept.</summary>
    public static Session New() => new(new(WebChatDoor.ChannelName, WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(NameBytes))), Name: null);

    /// <summary>The time of keeping begins anew.</summary>
    public void Keep(HttpContext http, Session session) =>
        http.Response.Cookies.Append(
            CookieName, WebEncoders.Base64UrlEncode(protector.Protect([.. WebEncoders.Base64UrlDecode(session.Chat.Id), .. Encoding.ASCII.GetBytes(session.Name ?? "")])), Options(http));

    public static void End(HttpContext http) => http.Response.Cookies.Delete(CookieName, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        Path = "/",
        MaxAge = KeptFor,
        IsEssential = true,
    };
}
