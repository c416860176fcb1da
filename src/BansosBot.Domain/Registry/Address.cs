using System.Collections.Immutable;

namespace BansosBot.Domain.Registry;

/// <summary>Where somebody lives, below the kelurahan. Prints nothing of it.</summary>
/// <remarks>RT and RW are three digits, or null where the person does not know them and an officer will fill them in.</remarks>
public sealed record Address
{
    private Address(string street, string? rt, string? rw) => (Street, Rt, Rw) = (street, rt, rw);

    /// <summary>Street, kampung, lingkungan or perumahan, as typed. Personal.</summary>
    public string Street { get; }

    /// <summary><c>002</c>.</summary>
    public string? Rt { get; }

    /// <summary><c>005</c>.</summary>
    public string? Rw { get; }

    /// <summary>An address of these parts; null without a street.</summary>
    public static Address? Of(AddressParts parts) =>
        parts.Street is null ? null : new Address(parts.Street, parts.Rt, parts.Rw);

    public override string ToString() => "alamat ***";
}

/// <summary>What of an address has been said so far.</summary>
/// <param name="Street">As typed, without RT and RW; null: not said.</param>
/// <param name="Rt">Three digits, 001 to 999; null: not said.</param>
/// <param name="Rw">Three digits, 001 to 999; null: not said.</param>
/// <exception cref="ArgumentException">An RT or RW of another shape: readers and storage write three digits.</exception>
public sealed record AddressParts(string? Street, string? Rt, string? Rw)
{
    public static readonly AddressParts None = new(null, null, null);

    public string? Rt { get; } = ThreeDigits(Rt, nameof(Rt));

    public string? Rw { get; } = ThreeDigits(Rw, nameof(Rw));

    /// <summary>What is still to be asked, in the order in which it is asked.</summary>
    public ImmutableArray<AddressPart> Missing =>
    [
        .. Street is null ? [AddressPart.Street] : (ReadOnlySpan<AddressPart>)[],
        .. Rt is null ? [AddressPart.Rt] : (ReadOnlySpan<AddressPart>)[],
        .. Rw is null ? [AddressPart.Rw] : (ReadOnlySpan<AddressPart>)[],
    ];

    /// <summary>A later answer fills the gaps, and wins where both say something.</summary>
    public AddressParts FilledBy(AddressParts later) => new(later.Street ?? Street, later.Rt ?? Rt, later.Rw ?? Rw);

    private static string? ThreeDigits(string? figures, string part) =>
        figures is null || (figures.Length == 3 && figures.All(char.IsAsciiDigit) && figures != "000")
            ? figures
            : throw new ArgumentException("Three digits, 001 to 999.", part);

    public override string ToString() => "alamat ***";
}

/// <summary>The parts that are asked for.</summary>
public enum AddressPart
{
    Street,
    Rt,
    Rw,
}

/// <summary>What became of a typed address.</summary>
public abstract record AddressReading
{
    private AddressReading() { }

    /// <summary>All parts are there.</summary>
    public sealed record Whole(Address Address) : AddressReading;

    /// <summary>Something is missing: keep the parts, ask for the rest.</summary>
    /// <param name="Sentence">Which part is missing, with an example.</param>
    public sealed record Lacking(AddressParts Parts, Say Sentence) : AddressReading;

    /// <summary>No address.</summary>
    public sealed record Refused(Refusal Why) : AddressReading;
}
