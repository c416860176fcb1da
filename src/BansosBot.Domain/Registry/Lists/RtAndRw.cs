using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>RT and RW, each in a cell of its own, both in one ("RT 02/05"), or in the address.</summary>
internal static class RtAndRw
{
    /// <summary>Null: the cell holds neither. Three digits, as they are stored.</summary>
    /// <param name="isRw">What a bare number in the cell is.</param>
    public static (AddressParts Parts, bool IsSplit)? Read(RawCell cell, bool isRw)
    {
        var plain = Typed.Plain(cell.AsText);
        if (!plain.Any(c => c is >= '1' and <= '9')) return null;
        if (plain is { Length: <= 3 } && plain.All(char.IsAsciiDigit))
            return (isRw ? new AddressParts(null, null, plain.PadLeft(3, '0')) : new AddressParts(null, plain.PadLeft(3, '0'), null), false);
        var said = plain.Contains('/', StringComparison.Ordinal) || plain.Count(c => c == '-') == 1 ? plain.StartsWith("rt", StringComparison.OrdinalIgnoreCase) ? plain : $"RT/RW {plain}"
            : plain.StartsWith('r') || plain.StartsWith('R') ? plain
            : $"{(isRw ? "RW" : "RT")} {plain}";
        return Parts(AddressReader.Read(said)) is { } parts && (parts.Rt ?? parts.Rw) is not null ? (new AddressParts(null, parts.Rt, parts.Rw), true) : null;
    }

    /// <summary>What an address tells; null: nothing that is one.</summary>
    public static AddressParts? Parts(AddressReading reading) => reading switch
    {
        AddressReading.Whole { Address: var whole } => new(whole.Street, whole.Rt, whole.Rw),
        AddressReading.Lacking lacking => lacking.Parts,
        _ => null,
    };
}
