using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Staff;

/// <summary>Lets one person in to work here, once. Who invites says what they are to be; who opens the link changes nothing of it.</summary>
/// <param name="CalledAs">As the office wants them called.</param>
/// <param name="Area">Empty: all of the city.</param>
/// <param name="By">Id of the officer who invites; empty: the command line.</param>
/// <param name="Until">Good so long.</param>
public sealed record Invitation(Role Role, string CalledAs, ImmutableArray<Kecamatan> Area, string By, DateTimeOffset Until)
{
    /// <summary>Before the code in a start payload, and where somebody types it.</summary>
    public const string Prefix = "i_";

    /// <summary>design.md: one use, 24 hours.</summary>
    public static TimeSpan GoodFor { get; } = TimeSpan.FromHours(24);

    public override string ToString() => $"Invitation of a {Role}";
}
