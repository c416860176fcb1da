namespace BansosBot.Domain.Reading;

/// <summary>What became of a typed date.</summary>
public abstract record DateReading
{
    private DateReading() { }

    /// <summary>Read. Still echoed in words ("12 Maret 2014 (umur 11 tahun). Benar?"): figures are mistyped unseen.</summary>
    public sealed record Read(DateOnly Date) : DateReading;

    /// <summary>Month and day seem swapped (03/25/2014): ask before taking it.</summary>
    /// <param name="Question">Why it is asked, with the suggestion in words.</param>
    public sealed record Ask(DateOnly Suggestion, Say Question) : DateReading;

    /// <summary>No such day, in the future, too long ago, or no date at all.</summary>
    public sealed record Refused(Refusal Why) : DateReading;

    /// <summary>A part only: ask for the date on the akta, offer the officer. The office decides, the bot never fills up.</summary>
    public sealed record Incomplete(PartOfDate Have, Say Sentence) : DateReading;

    /// <summary>The kind only: a birth date is personal.</summary>
    public sealed override string ToString() => $"{nameof(DateReading)}.{GetType().Name}";
}

/// <summary>What somebody knows of a date; all null when they do not know it.</summary>
/// <param name="Age">Completed years, where an age was given instead.</param>
public sealed record PartOfDate(int? Day = null, int? Month = null, int? Year = null, int? Age = null)
{
    public override string ToString() => nameof(PartOfDate);
}
