using System.Collections.Immutable;

namespace BansosBot.Domain;

/// <summary>
/// Something to be said: a text key and the values its placeholders need. Words are made of it at the edge
/// (Texts), in the language of the chat, at the moment of sending; the domain never holds a sentence.
/// </summary>
/// <param name="Key">Where it is said: <c>Status.Ask</c>, <c>Refusal.NikNotSixteenDigits</c>.</param>
/// <param name="Values">Values by placeholder name, in any order.</param>
public sealed record Say(string Key, ImmutableArray<Slot> Values)
{
    public Say(string key, params ReadOnlySpan<Slot> values)
        : this(key, values.ToImmutableArray())
    {
    }

    public bool Equals(Say? other) =>
        other is not null && Key == other.Key && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Key, Values.Length);

    /// <summary>The key and the names of the placeholders only: values can be somebody's life.</summary>
    public override string ToString() => $"{Key}({string.Join(", ", Values.Select(v => v.Name))})";
}

/// <summary>One placeholder's value: <c>("jumlahDigit", 15)</c>.</summary>
public sealed record Slot(string Name, SayValue Value)
{
    /// <summary>The name only, as <see cref="Say.ToString"/>.</summary>
    public override string ToString() => Name;

    public static implicit operator Slot((string Name, string Words) pair) => new(pair.Name, new SayValue.Words(pair.Words));

    public static implicit operator Slot((string Name, long Number) pair) => new(pair.Name, new SayValue.Number(pair.Number));

    public static implicit operator Slot((string Name, DateOnly Day) pair) => new(pair.Name, new SayValue.Day(pair.Day));

    public static implicit operator Slot((string Name, Rupiah Money) pair) => new(pair.Name, new SayValue.Money(pair.Money));

    public static implicit operator Slot((string Name, Say Text) pair) => new(pair.Name, new SayValue.Text(pair.Text));

    public static implicit operator Slot((string Name, SayValue Value) pair) => new(pair.Name, pair.Value);
}

/// <summary>The kinds of value a text can hold; how each is written is the language's business.</summary>
public abstract record SayValue
{
    private SayValue() { }

    /// <summary>The kind only: a record prints what it holds, and that can be somebody's life.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Words as somebody wrote them; never read for markup.</summary>
    public sealed record Words(string As) : SayValue;

    /// <summary>A count, written with the language's thousands separator.</summary>
    public sealed record Number(long N) : SayValue;

    /// <summary>A calendar day in Serang: "Selasa, 23 September 2025".</summary>
    public sealed record Day(DateOnly On) : SayValue;

    /// <summary>A birth date or another day of a paper: "12 Maret 2014", without the weekday.</summary>
    public sealed record PaperDay(DateOnly On) : SayValue;

    /// <summary>An instant, written as day and hour in WIB.</summary>
    public sealed record Moment(DateTimeOffset At) : SayValue;

    /// <summary>From one hour to another of one day: "08.00 sampai 12.00 WIB".</summary>
    public sealed record Hours(DateTimeOffset From, DateTimeOffset Until) : SayValue;

    /// <summary>Months, both counted in: "Juli sampai September 2025", "September 2025".</summary>
    public sealed record Months(DateOnly First, DateOnly Last) : SayValue;

    /// <summary>A length of time: "3 hari", "2 minggu".</summary>
    public sealed record Length(TimeSpan Span) : SayValue;

    /// <summary>A calendar day in Serang as seen from today: "besok", "3 hari lagi", "kemarin", "2 bulan yang lalu".</summary>
    public sealed record Nearby(DateOnly On) : SayValue;

    /// <summary>An instant as seen from now: "2 jam yang lalu", "10 menit lagi"; from another day on as <see cref="Nearby"/>.</summary>
    public sealed record Around(DateTimeOffset At) : SayValue;

    /// <summary>A place in a row, counted from 1: "ke-2".</summary>
    public sealed record Ordinal(long N) : SayValue;

    /// <summary>An amount: "Rp200.000".</summary>
    public sealed record Money(Rupiah Amount) : SayValue;

    /// <summary>An amount in words, as on a receipt: "dua ratus ribu rupiah". Always Indonesian, as the papers are.</summary>
    public sealed record MoneyInWords(Rupiah Amount) : SayValue;

    /// <summary>Another text inside this one.</summary>
    public sealed record Text(Say Inner) : SayValue;

    /// <summary>Several, in one sentence: "KTP, KK, dan akta".</summary>
    public sealed record Together(ImmutableArray<Say> Items) : SayValue
    {
        public bool Equals(Together? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode() => Items.Length;
    }

    /// <summary>Several, a line each.</summary>
    /// <param name="Numbered">With a number before each, by which people can name it.</param>
    public sealed record Lines(ImmutableArray<Say> Items, bool Numbered = false) : SayValue
    {
        public bool Equals(Lines? other) => other is not null && Numbered == other.Numbered && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode() => Items.Length;
    }

    /// <summary>What only the store can give, at the moment it commits: a case number, an audit entry's number or hash.</summary>
    /// <param name="Of">Which: <see cref="Given"/>.</param>
    /// <param name="Which">The case or entry of the same effects, counted from 0.</param>
    public sealed record Assigned(Given Of, int Which) : SayValue;
}

/// <summary>What the store gives at the moment of the commit.</summary>
public enum Given
{
    CaseNumber,
    AuditSequence,
    AuditHash,
}
