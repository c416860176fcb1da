using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Understanding;

/// <summary>What was made of a phrase.</summary>
/// <param name="Best">The likeliest intent, however unlikely. Of a child in danger <see cref="Intent.TalkToOfficer"/>: domain.md 1.2.</param>
/// <param name="Certainty">Of <paramref name="Best"/>, 0 to 1.</param>
/// <param name="Meaning">What to do about it.</param>
/// <param name="Mentions">What else stands in the phrase.</param>
public sealed record Understood(Intent Best, double Certainty, Meaning Meaning, Mentions Mentions);

/// <summary>How sure one may be.</summary>
public abstract record Meaning
{
    private Meaning() { }

    /// <summary>Act at once.</summary>
    /// <param name="Wants">One intent, or two where two things were asked, in the order asked.</param>
    public sealed record Clear(ImmutableArray<Intent> Wants) : Meaning
    {
        public bool Equals(Clear? other) => other is not null && Wants.AsSpan().SequenceEqual(other.Wants.AsSpan());

        public override int GetHashCode() => Wants.Length;
    }

    /// <summary>Ask which of these is meant: two or three, the likeliest first.</summary>
    public sealed record Unsure(ImmutableArray<Intent> Candidates) : Meaning
    {
        public bool Equals(Unsure? other) => other is not null && Candidates.AsSpan().SequenceEqual(other.Candidates.AsSpan());

        public override int GetHashCode() => Candidates.Length;
    }

    /// <summary>Nothing to go by: the menu.</summary>
    public sealed record Nothing : Meaning;

    /// <summary>A child is beaten or neglected. Goes before everything else, and is no form: domain.md 1.2.</summary>
    public sealed record ChildInDanger : Meaning;
}

/// <summary>What stands in a phrase beside what is wanted; sub-questions need not be asked again.</summary>
/// <param name="Language">The phrase's own.</param>
/// <param name="Place">The last place named; null: none.</param>
/// <param name="Programme">The programme named, by its key; null: none.</param>
/// <param name="Case">null: no case number.</param>
/// <param name="Link">The address in it; null: none.</param>
/// <param name="OthersMatter">Whose matter it is where it is not the office's; null: nobody's in particular.</param>
/// <param name="Erases">Something is to be erased, not only shown.</param>
/// <param name="TakesBack">What was sent is to be taken back, not only stopped.</param>
/// <param name="OfList">It is about being on a list.</param>
public sealed record Mentions(
    Language Language, PlaceReading? Place, string? Programme, CaseNumber? Case, string? Link, OthersMatter? OthersMatter, bool Erases, bool TakesBack, bool OfList)
{
    /// <summary>Nothing beside what is wanted.</summary>
    public static Mentions None { get; } = new(Language.Indonesian, null, null, null, null, null, false, false, false);

    /// <summary>The kinds only: it is what somebody wrote.</summary>
    public override string ToString() => $"Mentions in {Language}";
}

/// <summary>The matter of another office.</summary>
public enum OthersMatter
{
    /// <summary>Nobody's that is known here.</summary>
    Any,

    /// <summary>KTP, KK, akta: Disdukcapil.</summary>
    CivilRegistry,

    /// <summary>Theft, violence, lost things.</summary>
    Police,

    /// <summary>School places, scholarships: Dinas Pendidikan.</summary>
    School,

    /// <summary>Illness: puskesmas, hospital.</summary>
    Health,

    /// <summary>Roads, lamps, rubbish, electricity, water: SP4N-LAPOR! knows whose.</summary>
    Streets,
}
