namespace BansosBot.Domain.Applications;

/// <summary>What became of a family's interest in something that others decide on: who got in touch, to whom it was referred, and what those said.</summary>
/// <param name="ContactedAt">When an officer first spoke with the family.</param>
/// <param name="By">Id of that officer.</param>
public sealed record Interest(DateTimeOffset ContactedAt, string By)
{
    /// <summary>At most so many letters name a school or an office.</summary>
    public const int ToLettersMax = 100;

    /// <summary>To whom it was referred last; null: to nobody.</summary>
    public Referral? Referral { get; init; }
}

/// <summary>A family was sent on to somebody.</summary>
/// <param name="To">A school, an office, in the officer's words.</param>
/// <param name="On">The day in Serang.</param>
/// <param name="By">Id of the officer.</param>
public sealed record Referral(string To, DateOnly On, string By)
{
    /// <summary>Whether they take the person; null: they have not said so far.</summary>
    public bool? Accepted { get; init; }

    /// <summary>When they said so; null: they have not.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}
