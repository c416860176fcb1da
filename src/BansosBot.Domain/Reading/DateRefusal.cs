namespace BansosBot.Domain.Reading;

/// <summary>Why something typed is not a date that can be taken. Carries no date of a person.</summary>
public abstract record DateRefusal : Refusal
{
    private protected DateRefusal() { }
}

/// <summary>No date was found in the text.</summary>
public sealed record DateNotUnderstood : DateRefusal
{
    public override Say Sentence => new("Refusal.DateNotUnderstood");
}

/// <summary>31 April, 30 February, day 45.</summary>
/// <param name="DaysInMonth">How many days that month has in that year.</param>
public sealed record DateHasNoSuchDay(int Month, int DaysInMonth) : DateRefusal
{
    public override Say Sentence =>
        new("Refusal.DateHasNoSuchDay", ("bulan", MonthNames.Said(Month)), ("jumlahHari", DaysInMonth));
}

/// <summary>Neither of the two numbers can be the month: 25-25-2014, 12-00-2014.</summary>
public sealed record DateHasNoSuchMonth(int Month) : DateRefusal
{
    public override Say Sentence => new("Refusal.DateHasNoSuchMonth", ("bulan", Month));
}

/// <summary>Later than today.</summary>
public sealed record DateInTheFuture : DateRefusal
{
    public override Say Sentence => new("Refusal.DateInTheFuture");
}

/// <summary>More than <see cref="Years.AgeMax"/> years ago.</summary>
public sealed record DateTooLongAgo : DateRefusal
{
    public override Say Sentence => new("Refusal.DateTooLongAgo", ("batasTahun", Years.AgeMax));
}
