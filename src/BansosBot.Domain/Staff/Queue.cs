using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Staff;

/// <summary>Which cases an officer's list shows.</summary>
public enum QueueOf
{
    /// <summary>Those that they hold, the one touched last on top.</summary>
    Theirs,

    /// <summary>Those that wait for somebody of their role and that nobody holds, in the order in which they came.</summary>
    Nobodys,

    /// <summary>Those whose promised day is over, the longest first, whoever holds them.</summary>
    Late,

    /// <summary>Those whose family no chat reaches, who was called in vain last at the end.</summary>
    ToCall,
}

/// <summary>An officer's list, a page of it.</summary>
/// <param name="Officer">Id of whose list it is.</param>
/// <param name="Area">Kecamatan; never empty.</param>
/// <param name="Stages">Whose turn it is there; never empty.</param>
/// <param name="Today">A promise of today is not late.</param>
public sealed record QueueQuery(QueueOf Of, string Officer, ImmutableArray<Kecamatan> Area, ImmutableArray<Stage> Stages, DateOnly Today)
{
    /// <summary>So many lines fit a small screen.</summary>
    public const int LinesMax = 8;

    /// <summary>Of an officer's list.</summary>
    public static QueueQuery By(Officer officer, QueueOf of, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return new(of, officer.Id, officer.Kecamatan(), Turns.Of(officer.Role), today);
    }
}

/// <summary>Which case is taken up before another: of its programme, in the officer's area, the one that came first of those that nobody holds.</summary>
/// <param name="Case">Id of the other.</param>
/// <param name="NotThese">Ids of cases that are not the officer's to take: of their own household.</param>
public sealed record TurnQuery(string Case, ImmutableArray<string> NotThese);

/// <summary>One case in a list: all of it stands in the clear, and nothing of it names anybody.</summary>
/// <param name="Number">As people read it: <c>YAPI-2025-000123</c>.</param>
/// <param name="PromisedBy">Where what is late is listed, the day that was promised first.</param>
/// <param name="HeldBy">Id of the officer who works on it; null: nobody.</param>
public sealed record QueueLine(string Id, string Number, string Programme, Stage Stage, Kelurahan Kelurahan, DateOnly? PromisedBy, string? HeldBy);

/// <summary>Lines of a list.</summary>
/// <param name="HasMore">There are more than these.</param>
public sealed record QueuePage(ImmutableArray<QueueLine> Lines, bool HasMore)
{
    public static readonly QueuePage Empty = new([], false);
}

/// <summary>At which stages a case waits for somebody of a role.</summary>
public static class Turns
{
    public static ImmutableArray<Stage> Of(Role role) => role switch
    {
        Role.Petugas or Role.Verifikator => [Stage.Submitted, Stage.InVerification],
        Role.KepalaBidang => [Stage.Verified, Stage.Appealed, Stage.RefusedByMinistry],
        Role.KepalaDinas => [Stage.Appealed, Stage.Endorsed],
        _ => [],
    };
}
