using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>Somebody who works here and is named in a sealed message.</summary>
/// <param name="Officer">Their id.</param>
/// <param name="Role">What they were then: their colleagues of that role do not read it either.</param>
public sealed record NamedOfficer(string Officer, Role Role)
{
    // "Bu Ani" is found by "ani"; what is shorter is in every second sentence.
    private const int LettersMin = 3;

    private static readonly ImmutableHashSet<string> Titles = ["pak", "bapak", "ibu", "mas", "mbak", "kang", "teh", "haji", "hajah", "drs", "dra"];

    // What a head is called who is not named.
    private static readonly ImmutableArray<(Role Role, string Words)> Offices =
    [
        (Role.KepalaBidang, "kepala bidang"), (Role.KepalaBidang, "kabid"), (Role.KepalaDinas, "kepala dinas"), (Role.KepalaDinas, "kadis"), (Role.KepalaDinas, "kadinsos"), (Role.Auditor, "auditor"), (Role.Auditor, "inspektorat"),
    ];

    /// <summary>Those whose name or office stands in it, also of who worked here before: they may come back. One name of several is enough: sealing one too many harms
    /// less than one too few.</summary>
    public static IEnumerable<NamedOfficer> In(string text, IEnumerable<Officer> officers)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(officers);
        var plain = $" {Everywhere.Plain(text)} ";
        return officers.Where(o => IsCalled(o, plain) || (o.WorksHere && Offices.Any(of => of.Role == o.Role && plain.Contains($" {of.Words} ", StringComparison.Ordinal)))).Select(o => new NamedOfficer(o.Id, o.Role));
    }

    private static bool IsCalled(Officer officer, string plain) =>
        Everywhere.Plain(officer.CalledAs).Split(' ').Any(name => name.Length >= LettersMin && !Titles.Contains(name) && plain.Contains($" {name} ", StringComparison.Ordinal));

    /// <summary>They, and their team: who is what they are; under the head of the office also the heads of division.</summary>
    public bool Bars(Officer reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Id == Officer || reader.Role == Role || (Role == Role.KepalaDinas && reader.Role == Role.KepalaBidang);
    }
}
