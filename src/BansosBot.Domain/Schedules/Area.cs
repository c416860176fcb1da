using System.Collections.Immutable;
using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Schedules;

/// <summary>A part of the city that is asked about, or that news are wished of: a kelurahan, a kecamatan, or all of it.</summary>
public abstract record Area
{
    private const string City = "kota";

    private Area() { }

    /// <summary>As it is stored and as buttons name it: <c>kota</c>, <c>36.73.02</c>, <c>36.73.02.1007</c>.</summary>
    public abstract string Code { get; }

    /// <summary>"Kel. Unyur, Kec. Serang".</summary>
    public abstract Say InWords { get; }

    public sealed record WholeCity : Area
    {
        public override string Code => City;

        public override Say InWords => new("Area.City");
    }

    public sealed record OfKecamatan(Kecamatan Kecamatan) : Area
    {
        public override string Code => Kecamatan.Code;

        public override Say InWords => new Place.InKecamatan(Kecamatan).InWords;
    }

    public sealed record OfKelurahan(Kelurahan Kelurahan) : Area
    {
        public override string Code => Kelurahan.Code;

        public override Say InWords => new Place.InKelurahan(Kelurahan).InWords;
    }

    /// <summary>With dots or without; null: no such part of the city.</summary>
    public static Area? Read(string code) =>
        code == City ? new WholeCity()
        : Wilayah.KelurahanByCode(code) is { } kelurahan ? new OfKelurahan(kelurahan)
        : Wilayah.KecamatanByCode(code) is { } kecamatan ? new OfKecamatan(kecamatan)
        : null;

    /// <summary>Every area that a kelurahan lies in, the smallest first.</summary>
    public static ImmutableArray<Area> Around(Kelurahan kelurahan)
    {
        ArgumentNullException.ThrowIfNull(kelurahan);
        return [new OfKelurahan(kelurahan), new OfKecamatan(kelurahan.Kecamatan), new WholeCity()];
    }
}
