using System.Collections.Immutable;
using BansosBot.Domain.Figures;

namespace BansosBot.Domain.Staff;

/// <summary>Commands that are listed in the chat of who works here, and in no other: each is only another way to what the buttons at the desk do.</summary>
public static class DeskCommands
{
    /// <summary>Names without a slash; none for who does not work here.</summary>
    public static ImmutableArray<string> Of(Officer officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        if (!officer.WorksHere) return [];
        return ["petugas", .. Turns.Of(officer.Role).IsEmpty ? (ReadOnlySpan<string>)[] : ["antrean", "telepon"], .. RecapErrand.IsFor(officer) ? (ReadOnlySpan<string>)["rekap"] : []];
    }
}
