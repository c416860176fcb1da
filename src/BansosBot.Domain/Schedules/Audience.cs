using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Schedules;

/// <summary>Whom a hand-out is for, by where they live. Whose names are on the list of receivers is not said here.</summary>
public abstract record Audience
{
    // So many names are read; of more only the number is told, and one asks for one's own.
    private const int NamedMax = 8;

    private Audience() { }

    /// <summary>Whether somebody who lives in the area is meant.</summary>
    public abstract bool Reaches(Area area);

    /// <summary>Whom of those who live in the area: "warga Kec. Kasemen".</summary>
    public abstract Say InWords(Area asked);

    public sealed record Everybody : Audience
    {
        public override bool Reaches(Area area) => true;

        public override Say InWords(Area asked) => new("Audience.Everybody");
    }

    /// <exception cref="ArgumentException">None of them.</exception>
    public sealed record InKecamatan(ImmutableArray<Kecamatan> All) : Audience
    {
        public ImmutableArray<Kecamatan> All { get; } = NotEmpty(All);

        public override bool Reaches(Area area) => area switch
        {
            Area.OfKecamatan(var kecamatan) => All.Contains(kecamatan),
            Area.OfKelurahan(var kelurahan) => All.Contains(kelurahan.Kecamatan),
            _ => true,
        };

        public override Say InWords(Area asked) => Named(All.Where(k => new InKecamatan([k]).Reaches(asked)).Select(k => new Place.InKecamatan(k).InWords));
    }

    /// <exception cref="ArgumentException">None of them.</exception>
    public sealed record InKelurahan(ImmutableArray<Kelurahan> All) : Audience
    {
        public ImmutableArray<Kelurahan> All { get; } = NotEmpty(All);

        public override bool Reaches(Area area) => area switch
        {
            Area.OfKecamatan(var kecamatan) => All.Any(k => k.Kecamatan == kecamatan),
            Area.OfKelurahan(var kelurahan) => All.Contains(kelurahan),
            _ => true,
        };

        public override Say InWords(Area asked)
        {
            var meant = All.Where(k => new InKelurahan([k]).Reaches(asked)).ToList();
            return meant.Count > NamedMax ? new("Audience.ManyKelurahan", ("jumlah", meant.Count))
                : meant.Select(k => k.Kecamatan).Distinct().Count() == 1 && meant.Count > 1
                    ? new("Audience.KelurahanOf", ("daftar", new SayValue.Together([.. meant.Select(k => new Say("Audience.Kelurahan", ("kelurahan", k.Name)))])), ("kecamatan", meant[0].Kecamatan.Name))
                : Named(meant.Select(k => new Place.InKelurahan(k).InWords));
        }
    }

    private static Say Named(IEnumerable<Say> places) => new("Audience.Of", ("daftar", new SayValue.Together([.. places])));

    private static ImmutableArray<T> NotEmpty<T>(ImmutableArray<T> all) => all.IsDefaultOrEmpty ? throw new ArgumentException("A hand-out for nobody.", nameof(all)) : all;
}
