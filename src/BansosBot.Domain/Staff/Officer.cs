using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Staff;

/// <summary>Somebody who works at the office, and what they may do. <c>design.md</c>, "An application's life".</summary>
public sealed record Officer
{
    /// <summary>Random id; the audit's name for them.</summary>
    public required string Id { get; init; }

    /// <summary>Counts its commits; 0: new.</summary>
    public long Revision { get; init; }

    /// <summary>Given by the store: the key it is encrypted with; 0: none yet.</summary>
    public int KeySlot { get; init; }

    /// <summary>The chat they came in from. Another chat is another officer.</summary>
    public required ChatKey Chat { get; init; }

    /// <summary>As the office wants them called: <c>Bu Rina</c>. It is shown to whoever they answer.</summary>
    public required string CalledAs { get; init; }

    public required Role Role { get; init; }

    /// <summary>Where their cases are; empty: in all of the city.</summary>
    public ImmutableArray<Kecamatan> Area { get; init; } = [];

    public required DateTimeOffset Since { get; init; }

    /// <summary>They left, or were put out; null: they work here. Nothing is permitted from that instant on.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    public bool WorksHere => LeftAt is null;

    /// <summary>What is late comes to them each morning.</summary>
    public bool HearsEachMorning => this is { WorksHere: true, Role: Role.KepalaBidang };

    /// <summary><see cref="Area"/> written out; never empty.</summary>
    public ImmutableArray<Kecamatan> Kecamatan() => Area.IsEmpty ? Wilayah.AllKecamatan : Area;

    /// <summary>Whether cases of this kelurahan are theirs to look at.</summary>
    public bool Covers(Kelurahan kelurahan)
    {
        ArgumentNullException.ThrowIfNull(kelurahan);
        return Area.IsEmpty || Area.Contains(kelurahan.Kecamatan);
    }

    public override string ToString() => $"Officer {Id}, {Role}";
}

/// <summary>What somebody is at the office. One person has one: who verifies must not endorse.</summary>
public enum Role
{
    /// <summary>Takes up cases of some kecamatan or of all: completeness, corrections, the visit.</summary>
    Petugas,

    /// <summary>The same, and says that a case meets the rules or does not; takes in lists.</summary>
    Verifikator,

    /// <summary>Endorses what another has verified; hears appeals; sees what is late, and what is sealed.</summary>
    KepalaBidang,

    /// <summary>Signs what goes to the ministry; hears appeals.</summary>
    KepalaDinas,

    /// <summary>Lets people in and out. Sees no case.</summary>
    Admin,

    /// <summary>Reads the log and what is sealed, and nothing else.</summary>
    Auditor,
}
