using System.Collections.Immutable;

namespace BansosBot.Domain.Registry;

/// <summary>A place that a name may mean.</summary>
public abstract record Place
{
    private Place() { }

    /// <summary>As a button or in a sentence: "Kel. Sukawana, Kec. Curug".</summary>
    public abstract Say InWords { get; }

    public sealed record InKelurahan(Kelurahan Kelurahan) : Place
    {
        public override Say InWords => new("Place.Kelurahan", ("kelurahan", Kelurahan.Name), ("kecamatan", Kelurahan.Kecamatan.Name));
    }

    public sealed record InKecamatan(Kecamatan Kecamatan) : Place
    {
        public override Say InWords => new("Place.Kecamatan", ("kecamatan", Kecamatan.Name));
    }

    public sealed record Elsewhere(OutsidePlace Outside) : Place
    {
        public override Say InWords => Outside.Name == Outside.Belongs
            ? new("Place.Whole", ("wilayah", Outside.Belongs))
            : new("Place.Elsewhere", ("tempat", Outside.Name), ("wilayah", Outside.Belongs));
    }
}

/// <summary>What became of a typed place.</summary>
public abstract record PlaceReading
{
    private PlaceReading() { }

    /// <summary>One kelurahan, and no doubt; a repaired slip of one letter included.</summary>
    public sealed record Found(Kelurahan Kelurahan) : PlaceReading;

    /// <summary>The name means several: ask which, each candidate a button.</summary>
    public sealed record Which(ImmutableArray<Place> Candidates, Say Question) : PlaceReading;

    /// <summary>The kecamatan is known, the kelurahan is to be asked.</summary>
    public sealed record OnlyKecamatan(Kecamatan Kecamatan) : PlaceReading;

    /// <summary>Another office serves it: refer, with its name.</summary>
    public sealed record Outside(OutsidePlace Place, Say Sentence) : PlaceReading;

    /// <summary>No place known here; <paramref name="Near"/> are the most alike, at most three, perhaps none.</summary>
    public sealed record Unknown(ImmutableArray<Place> Near, Say Sentence) : PlaceReading;
}
