using System.Text.RegularExpressions;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>Finds RT and RW in an address as people write it; the rest is the street. "Rt." before a woman's name is Ratu:
/// only an "rt" with a number behind it is an RT.</summary>
public static class AddressReader
{
    private const int StreetLengthMax = 150;

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private const string Figures = "[0-9]{1,3}", Gap = "[ .:=-]*";

    /// <summary>From the surest to the least sure; group "rt" and "rw" hold the figures.</summary>
    private static readonly Regex[] Both =
    [
        new($@"(?:^|[^a-z])rt ?[/-] ?rw{Gap}(?<rt>{Figures}) ?[/ -] ?(?<rw>{Figures})(?:$|[^0-9])", Linear), // RT/RW 002/005
        new($@"(?:^|[^a-z])rt{Gap}(?<rt>{Figures})[ .,/&-]*(?:dan )?rw{Gap}(?<rw>{Figures})(?:$|[^0-9])", Linear), // RT.002 RW 005
        new($@"(?:^|[^a-z])rw{Gap}(?<rw>{Figures})[ .,/&-]*(?:dan )?rt{Gap}(?<rt>{Figures})(?:$|[^0-9])", Linear), // RW 5 RT 2
        new($@"(?:^|[^a-z])rt{Gap}(?<rt>{Figures}) ?[/-] ?(?<rw>{Figures})(?:$|[^0-9])", Linear), // rt 2/5
    ];

    private static readonly Regex RtAlone = new($@"(?:^|[^a-z])rt{Gap}(?<rt>{Figures})(?:$|[^0-9])", Linear);

    private static readonly Regex RwAlone = new($@"(?:^|[^a-z])rw{Gap}(?<rw>{Figures})(?:$|[^0-9])", Linear);

    /// <summary>002/005 without a word; not the 3/12 of "Blok C3/12" or "No. 3/12".</summary>
    private static readonly Regex Bare = new($@"(?:^|[ ,])(?<rt>{Figures}) ?/ ?(?<rw>{Figures})(?:$|[ ,.])", Linear);

    private static readonly Regex HouseBefore = new(@"(?:no|nomor|nmr|blok|blk|kav|gang|gg)[. :]*$", Linear);

    /// <summary>Kelurahan and what is above it are asked apart: from there on the text is not the street.</summary>
    private static readonly Regex Above =
        new(@"(?:^|[ ,])(?:kel|kelurahan|desa|ds|kec|kecamatan|kota serang|kab|kabupaten)[. ]", Linear);

    /// <summary>Reads an address, or the rest of one of which some parts were said before.</summary>
    public static AddressReading Read(string typed, AddressParts? before = null)
    {
        var plain = Typed.Plain(typed);
        var (found, rest) = RtAndRw(plain);
        var street = Street(rest);
        if (street is { Length: > StreetLengthMax })
            return new AddressReading.Refused(new AddressTooLong(street.Length, StreetLengthMax));
        if (before is not null && street is null && found is { Rt: null, Rw: null }) found = LoneFigure(plain, before);

        var parts = (before ?? AddressParts.None).FilledBy(found with { Street = before?.Street is null ? street : null });
        if (parts == AddressParts.None) return new AddressReading.Refused(new AddressNotUnderstood());
        return parts.Missing switch
        {
            [] => new AddressReading.Whole(Address.Of(parts)!),
            [AddressPart.Street] => new AddressReading.Lacking(parts, new Say("Address.WithoutStreet")),
            [AddressPart.Rt] => new AddressReading.Lacking(parts, new Say("Address.WithoutRt", ("rw", parts.Rw!))),
            [AddressPart.Rw] => new AddressReading.Lacking(parts, new Say("Address.WithoutRw", ("rt", parts.Rt!))),
            [AddressPart.Street, ..] => new AddressReading.Lacking(parts, new Say("Address.WithoutStreet")),
            _ => new AddressReading.Lacking(parts, new Say("Address.WithoutRtAndRw")),
        };
    }

    private static (AddressParts Found, string Others) RtAndRw(string plain)
    {
        foreach (var shape in Both)
            if (shape.Match(plain) is { Success: true } both)
                return (new AddressParts(null, Three(both, "rt"), Three(both, "rw")), Without(plain, both));
        if (Bare.Match(plain) is { Success: true } bare && !HouseBefore.IsMatch(plain[..bare.Groups["rt"].Index]))
            return (new AddressParts(null, Three(bare, "rt"), Three(bare, "rw")), Without(plain, bare));

        Match rt = RtAlone.Match(plain), rw = RwAlone.Match(plain);
        var rest = rt.Success ? Without(plain, rt) : plain;
        if (rw.Success) rest = Without(rest, RwAlone.Match(rest));
        return (new AddressParts(null, rt.Success ? Three(rt, "rt") : null, rw.Success ? Three(rw, "rw") : null), rest);
    }

    /// <summary>"5" when only the RW was asked, "2/5" or "2 5" when both were.</summary>
    private static AddressParts LoneFigure(string plain, AddressParts before) => (Typed.Words(plain), before.Missing) switch
    {
        ([{ Length: <= 3 } n], [AddressPart.Rt]) => new AddressParts(null, Three(n), null),
        ([{ Length: <= 3 } n], [AddressPart.Rw]) => new AddressParts(null, null, Three(n)),
        ([{ Length: <= 3 } rt, { Length: <= 3 } rw], [AddressPart.Rt, AddressPart.Rw]) =>
            new AddressParts(null, Three(rt), Three(rw)),
        _ => AddressParts.None,
    };

    private static string? Three(Match match, string group) => Three(match.Groups[group].Value);

    /// <summary>There is no RT 0: written where none is known.</summary>
    private static string? Three(string figures) =>
        figures.All(char.IsAsciiDigit) && figures.Any(c => c != '0') ? figures.PadLeft(3, '0') : null;

    /// <summary>Cuts the match out, but for the one character before and after that only showed where it ends.</summary>
    private static string Without(string plain, Match match)
    {
        int from = match.Index, to = match.Index + match.Length;
        if (!char.IsLetterOrDigit(plain[from])) from++;
        if (!char.IsAsciiDigit(plain[to - 1])) to--;
        return $"{plain[..Math.Max(from, 0)].TrimEnd(' ', ',', '.', '-')} {plain[to..].TrimStart(' ', ',', '.', '-')}";
    }

    private static string? Street(string rest)
    {
        int end = Above.Match(rest) is { Success: true } above ? above.Index : rest.Length;
        var street = rest[..end].Trim(' ', ',', '.', '-', '/');
        return street.Count(char.IsLetter) >= 3 ? street : null;
    }
}
