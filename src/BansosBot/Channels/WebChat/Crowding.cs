using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace BansosBot.Channels.WebChat;

/// <summary>So many requests at once, and so many a second in the long run.</summary>
public sealed record Rate(int Burst, int PerSecond);

/// <summary>How much one session and one address may ask for, so that nobody keeps the others out. All bounds of the page stand here and in <see cref="Forms"/>.</summary>
/// <param name="NewSessionsPerHour">Conversations that one address may begin; 0: no limit.</param>
/// <param name="Session">Forms of one session: a person presses a few times a second at most, and 60 at once are ten times as many.</param>
/// <param name="Address">Pages and forms of one address. Behind it may be the Wi-Fi of a kelurahan, or a mobile operator with thousands of telephones.</param>
public sealed record Crowding(int NewSessionsPerHour, Rate Session, Rate Address)
{
    public static readonly Crowding Usual = new(200, new(60, 2), new(600, 60));

    // By the framework's own clock, which runs on whatever is done to the wall's.
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The session first: what it is refused does not count for its neighbours behind the same address.</summary>
    internal RateLimiterOptions Limiter(ChatDesk desk) => new()
    {
        GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http =>
                HttpMethods.IsPost(http.Request.Method) && desk.SessionOf(http) is { } chat ? Bucket(chat.Id, Session) : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, IPAddress>(http => Bucket(Household(http.Connection.RemoteIpAddress), Address))),
        OnRejected = async (refused, _) =>
        {
            var http = refused.HttpContext;
            var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Second;
            http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            SecurityHeaders.Set(http.Response.Headers);
            await (await desk.TooFastAsync(http)).ExecuteAsync(http);
        },
    };

    /// <summary>With IPv6 every line has at least a /64 to itself: that is one address here.</summary>
    internal static IPAddress Household(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new(bytes);
    }

    private static RateLimitPartition<T> Bucket<T>(T whose, Rate rate) => RateLimitPartition.GetTokenBucketLimiter(
        whose, _ => new() { TokenLimit = rate.Burst, TokensPerPeriod = rate.PerSecond, ReplenishmentPeriod = Second, QueueLimit = 0 });
}
