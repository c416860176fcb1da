namespace BansosBot.Domain.Registry;

/// <summary>Where a NIK was first issued. Says nothing about where its bearer lives now.</summary>
public abstract record FirstRegistered
{
    private FirstRegistered() { }

    /// <summary>The region in words, for the middle of a sentence: "Kecamatan Kasemen, Kota Serang".</summary>
    public abstract Say InWords { get; }

    /// <param name="Kecamatan">Null: a code that is in no list.</param>
    public sealed record InTheCity(Kecamatan? Kecamatan) : FirstRegistered
    {
        public override Say InWords => Kecamatan is null
            ? new("FirstRegistered.City")
            : new("FirstRegistered.Kecamatan", ("kecamatan", Kecamatan.Name));
    }

    /// <summary>Kabupaten Serang, and the city's own people before it was split off in 2007 (UU 32/2007).</summary>
    public sealed record InTheRegency(bool PerhapsNowTheCity) : FirstRegistered
    {
        public override Say InWords => new("FirstRegistered.Regency");
    }

    public sealed record ElsewhereInBanten(string Regency) : FirstRegistered
    {
        public override Say InWords => new("FirstRegistered.Banten", ("kabupatenKota", Regency));
    }

    public sealed record InAnotherProvince(string Province) : FirstRegistered
    {
        public override Say InWords => new("FirstRegistered.Province", ("provinsi", Province));
    }

    /// <summary>Codes of 36.04 unused today; inferred to be the kecamatan that became the city.</summary>
    private static readonly HashSet<string> BecameTheCity = ["360401", "360402", "360403", "360404", "360410", "360421"];

    internal static FirstRegistered Of(Nik nik) => nik.RegencyCode switch
    {
        Wilayah.CityCode => new InTheCity(Wilayah.KecamatanByCode(nik.KecamatanCode)),
        "3604" => new InTheRegency(BecameTheCity.Contains(nik.KecamatanCode)),
        var regency when nik.ProvinceCode == "36" => new ElsewhereInBanten(Provinces.RegencyOfBanten(regency) ?? "Banten"),
        _ => new InAnotherProvince(Provinces.NameOf(nik.ProvinceCode)!),     // a NIK of an unknown province cannot be made
    };
}
