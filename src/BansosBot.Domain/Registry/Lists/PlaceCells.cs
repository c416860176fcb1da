namespace BansosBot.Domain.Registry.Lists;

/// <summary>Kelurahan and kecamatan of a row: misspelt, old, half missing, or another city's. A list names few places many times: each pair is read once.</summary>
internal sealed class PlaceCells
{
    // 67 kelurahan in every spelling met, and no list of a stranger fills the memory.
    private const int PairsMax = 5_000;

    private readonly Dictionary<(string, string), Found> read = [];

    /// <param name="Rule">Null: both stood there as they should.</param>
    internal readonly record struct Found(Kelurahan? Kelurahan, Kecamatan? Kecamatan, ListRule? Rule, bool IsOfKecamatan);

    /// <param name="kelurahan">Empty: not said.</param>
    /// <param name="kecamatan">Empty: not said.</param>
    public Found Read(string kelurahan, string kecamatan)
    {
        if (read.TryGetValue((kelurahan, kecamatan), out var before)) return before;
        if (read.Count >= PairsMax) read.Clear();
        return read[(kelurahan, kecamatan)] = Judge(kelurahan, kecamatan);
    }

    private static Found Judge(string kelurahan, string kecamatan)
    {
        (kelurahan, kecamatan) = (Bare(kelurahan), Bare(kecamatan));
        if (kelurahan.Length == 0 && kecamatan.Length == 0) return default;
        if (Wilayah.KelurahanByCode(kelurahan) is { } byCode) return new(byCode, byCode.Kecamatan, null, false);
        var above = kecamatan.Length == 0 ? null : PlaceReader.Read($"kecamatan {kecamatan}");
        if (kelurahan.Length == 0) return OfKecamatan(above!, kecamatan);
        var within = (above as PlaceReading.OnlyKecamatan)?.Kecamatan;
        return PlaceReader.Read(within is null ? $"kelurahan {kelurahan}" : $"kelurahan {kelurahan} kecamatan {within.Name}", within) switch
        {
            PlaceReading.Found found => new(found.Kelurahan, found.Kelurahan.Kecamatan,
                !Same(kelurahan, found.Kelurahan.Name) ? ListRule.PlaceRepaired : kecamatan.Length == 0 ? ListRule.KecamatanFilled : within is null ? ListRule.PlaceRepaired : null, Same(kelurahan, found.Kelurahan.Name)),
            PlaceReading.OnlyKecamatan only => new(null, only.Kecamatan, ListRule.PlaceUnknown, false),
            PlaceReading.Which => new(null, within, ListRule.PlaceUnsure, false),
            PlaceReading.Outside => new(null, within, within is null ? ListRule.PlaceOutside : ListRule.PlaceUnsure, false),
            _ when above is PlaceReading.Outside => new(null, null, ListRule.PlaceOutside, true),
            _ when within is null && PlaceReader.Read(kelurahan) is PlaceReading.Outside => new(null, null, ListRule.PlaceOutside, false),
            _ => new(null, within, ListRule.PlaceUnknown, false),
        };
    }

    private static Found OfKecamatan(PlaceReading above, string kecamatan) => above switch
    {
        PlaceReading.OnlyKecamatan only => new(null, only.Kecamatan, Same(kecamatan, only.Kecamatan.Name) ? null : ListRule.PlaceRepaired, true),
        PlaceReading.Found found => new(null, found.Kelurahan.Kecamatan, ListRule.PlaceRepaired, true),
        PlaceReading.Outside => new(null, null, ListRule.PlaceOutside, true),
        PlaceReading.Which => new(null, null, ListRule.PlaceUnsure, true),
        _ => new(null, null, ListRule.PlaceUnknown, true),
    };

    /// <summary>"KotaBaru" is Kota Baru.</summary>
    private static bool Same(string typed, string name) => Letters(typed) == Letters(name);

    /// <summary>"Kel. Unyur" is Unyur: what the column is called stands in its cells too.</summary>
    private static string Bare(string place)
    {
        var after = place.IndexOfAny([' ', '.']);
        return after > 0 && Levels.Contains(place[..after].ToLowerInvariant()) ? place[after..].Trim(' ', '.', ':') : place;
    }

    private static readonly HashSet<string> Levels = ["kel", "kelurahan", "desa", "ds", "kec", "kecamatan"];

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetter));
}
