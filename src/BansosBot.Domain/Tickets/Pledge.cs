using System.Collections.Immutable;

namespace BansosBot.Domain.Tickets;

/// <summary>A message that is a company's offer (CSR): who follows it up, and how far it has come.</summary>
/// <param name="Owner">Id of the officer who follows it up, also after the talk is closed.</param>
/// <param name="Steps">What happened, oldest first; never empty.</param>
public sealed record Pledge(string Owner, ImmutableArray<PledgeStep> Steps)
{
    /// <summary>At most so many letters are the number of a BAST.</summary>
    public const int BastLettersMax = 60;

    /// <summary>Number of the paper by which it was handed over (berita acara serah terima); null: it was not so far.</summary>
    public string? Bast { get; init; }

    public PledgeState State => Steps[^1].State;

    /// <summary>Something is still to be done.</summary>
    public bool IsOpen => State is PledgeState.Noted or PledgeState.Agreed;

    internal Pledge Comes(PledgeState to, DateTimeOffset at, string by) => this with { Steps = Steps.Add(new(to, at, by)) };

    public bool Equals(Pledge? other) => other is not null && (Owner, Bast) == (other.Owner, other.Bast) && Steps.AsSpan().SequenceEqual(other.Steps.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Owner, Bast, Steps.Length);
}

/// <param name="By">Id of the officer.</param>
public sealed record PledgeStep(PledgeState State, DateTimeOffset At, string By);

/// <summary>How far an offer has come.</summary>
public enum PledgeState
{
    /// <summary>The office knows of it and somebody follows it up.</summary>
    Noted,

    /// <summary>What, for whom and when is agreed.</summary>
    Agreed,

    /// <summary>It was handed over, with a BAST.</summary>
    HandedOver,

    /// <summary>Nothing comes of it.</summary>
    CalledOff,
}
