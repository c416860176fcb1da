using System.Collections.Immutable;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry;

/// <summary>Reads a kelurahan or kecamatan as people type it.</summary>
/// <remarks>The traps: Sukawana twice; six names that are kecamatan and kelurahan; Serang, Pabuaran and Lebakwangi that are
/// also Kabupaten Serang's. Which text gives what is listed in PlaceReaderTests.</remarks>
public static class PlaceReader
{
    private const int NearMax = 3;

    /// <summary>Shorter names are a letter away from half the list.</summary>
    private const int RepairedLengthMin = 5;

    private enum Level { Any, Kelurahan, Kecamatan }

    private sealed record Name(string Key, Place Place);

    private static readonly Dictionary<string, string> OtherNames = new[]
    {
        ("masjidpriyayi", "mesjidpriyayi"), ("trondol", "terondol"), ("derangong", "drangong"),
        ("penancangan", "panancangan"), ("bantenlama", "banten"), ("cipocok", "cipocokjaya"), ("liyalang", "lialang"),
        ("pengampelan", "pangampelan"), ("pegeragung", "pageragung"),
    }.ToDictionary();

    private static readonly ImmutableArray<Name> Names =
    [
        .. Wilayah.AllKelurahan.Select(k => new Name(Key(k.Name), new Place.InKelurahan(k))),
        .. Wilayah.AllKecamatan.Select(k => new Name(Key(k.Name), new Place.InKecamatan(k))),
        .. Neighbours.Called.Select(n => new Name(Key(n.Called), new Place.Elsewhere(n.Place))).Distinct(),
    ];

    private static readonly HashSet<string> Fillers =
    [
        "di", "d", "saya", "sy", "ada", "rumah", "tinggal", "tinggalnya", "daerah", "orang", "warga", "pak", "bu", "pa", "bapak",
        "ibu", "dari", "dr", "ya", "yang", "yg", "itu", "wilayah", "sini", "kp", "kampung", "prov", "provinsi", "min", "kak",
    ];

    private static readonly HashSet<string> KelurahanWords = ["kel", "kelurahan", "keluarahan", "kl", "desa", "ds", "lurah"];

    private static readonly HashSet<string> KecamatanWords = ["kec", "kecamatan", "kcmtn", "camat"];

    /// <summary>Reads a typed place.</summary>
    /// <param name="within">The kecamatan already answered: then a bare name is a kelurahan of it first. Null: not known.</param>
    public static PlaceReading Read(string typed, Kecamatan? within = null)
    {
        var words = Typed.Words(typed).Where(w => !Fillers.Contains(w)).ToArray();
        if (Key(string.Concat(words)) is "kotaserang" or "serangkota")
            return within is null
                ? new PlaceReading.Which([.. Wilayah.AllKecamatan.Select(k => new Place.InKecamatan(k))], new Say("Place.WhichKecamatan"))
                : new PlaceReading.OnlyKecamatan(within);
        words = WithoutCity(words);
        if (words.Length is 0 or > 8) return Unknown([]);

        int kecamatanAt = Array.FindIndex(words, KecamatanWords.Contains);
        int kelurahanAt = Array.FindIndex(words, KelurahanWords.Contains);
        if (kecamatanAt >= 0)
        {
            var lower = words[..kecamatanAt].Where(w => !KelurahanWords.Contains(w)).ToArray();
            var upper = words[(kecamatanAt + 1)..];
            int kelurahanBehind = Array.FindIndex(upper, KelurahanWords.Contains);           // kec. Curug kel. Sukawana
            if (kelurahanBehind >= 0) (upper, lower) = (upper[..kelurahanBehind], upper[(kelurahanBehind + 1)..]);
            return Both(lower, upper, within);
        }
        if (kelurahanAt >= 0) return One(words[(kelurahanAt + 1)..], within, Level.Kelurahan);

        var whole = One(words, within, Level.Any);
        for (int split = words.Length - 1; whole is PlaceReading.Unknown && split > 0; split--)     // sukawana curug
            if (Matches(words[split..], Level.Kecamatan) is [_] && Matches(words[..split], Level.Kelurahan).Length > 0)
                return Both(words[..split], words[split..], within);
        return whole;
    }

    private static PlaceReading Both(string[] lower, string[] upper, Kecamatan? within)
    {
        var above = One(upper, null, Level.Kecamatan);
        if (lower.Length == 0 || above is not PlaceReading.OnlyKecamatan { Kecamatan: var kecamatan })
            return above is PlaceReading.Unknown && lower.Length > 0 ? One(lower, within, Level.Kelurahan) : above;
        return One(lower, kecamatan, Level.Kelurahan) switch
        {
            PlaceReading.Found found when found.Kelurahan.Kecamatan != kecamatan =>
                Which([new Place.InKelurahan(found.Kelurahan), new Place.InKecamatan(kecamatan)]),
            PlaceReading.Unknown => new PlaceReading.OnlyKecamatan(kecamatan),
            var reading => reading,
        };
    }

    private static PlaceReading One(string[] words, Kecamatan? within, Level level)
    {
        var candidates = Matches(words, level);
        if (candidates.Length == 0) return Unknown(Alike(Key(string.Concat(words))));
        if (within is not null
            && candidates.OfType<Place.InKelurahan>().FirstOrDefault(k => k.Kelurahan.Kecamatan == within) is { } here)
            return new PlaceReading.Found(here.Kelurahan);

        // "kasemen" is the kecamatan, whose list of kelurahan has Kasemen in it; "serang" may be the regency as well
        var kecamatan = candidates.OfType<Place.InKecamatan>().FirstOrDefault();
        if (kecamatan is not null && level != Level.Kelurahan)
            return level == Level.Any && Key(string.Concat(words)) == "serang"
                ? Which([kecamatan, new Place.Elsewhere(Neighbours.All[0])])
                : new PlaceReading.OnlyKecamatan(kecamatan.Kecamatan);

        return candidates switch
        {
            [Place.InKelurahan only] => new PlaceReading.Found(only.Kelurahan),
            [Place.Elsewhere only] => new PlaceReading.Outside(only.Outside, new Say("Place.Outside",
                ("tempat", only.InWords), ("wilayah", only.Outside.Belongs))),
            _ => Which(candidates),
        };
    }

    /// <summary>What the words name, exactly or, failing that, one slip away with nothing else as near.</summary>
    private static ImmutableArray<Place> Matches(string[] words, Level level)
    {
        var key = Key(string.Concat(words));
        ImmutableArray<Place> exact = [.. OfLevel(level).Where(n => n.Key == key).Select(n => n.Place)];
        if (exact.Length > 0 || key.Length < RepairedLengthMin) return exact;
        var near = OfLevel(level)
            .Where(n => n.Key.Length >= RepairedLengthMin && EditDistance.Within(1, n.Key, key) is not null).ToArray();
        return near.Select(n => n.Key).Distinct().Count() == 1 ? [.. near.Select(n => n.Place)] : [];
    }

    private static IEnumerable<Name> OfLevel(Level level) => level switch
    {
        Level.Kelurahan => Names.Where(n => n.Place is Place.InKelurahan),
        Level.Kecamatan => Names.Where(n => n.Place is not Place.InKelurahan),
        _ => Names,
    };

    private static ImmutableArray<Place> Alike(string key) =>
    [
        .. Names.Where(n => n.Place is not Place.InKecamatan)
            .Select(n => (n.Place, n.Key, Slips: EditDistance.Within(Math.Min(3, n.Key.Length / 3), n.Key, key)))
            .Where(n => n.Slips is not null || (n.Key.Length >= RepairedLengthMin && key.Contains(n.Key, StringComparison.Ordinal)))
            .OrderBy(n => n.Slips ?? int.MaxValue).Select(n => n.Place).Distinct().Take(NearMax),
    ];

    private static PlaceReading.Which Which(ImmutableArray<Place> candidates) => new(candidates, new Say("Place.Which"));

    private static PlaceReading.Unknown Unknown(ImmutableArray<Place> near) =>
        new(near, new Say(near.Length > 0 ? "Place.UnknownButNear" : "Place.Unknown"));

    /// <summary>"Unyur, Kota Serang, Banten": what is above the kecamatan goes; "Banten" alone is the kelurahan.</summary>
    private static string[] WithoutCity(string[] words)
    {
        if (words is [.., var before, "banten"] && !KelurahanWords.Contains(before)) words = words[..^1];
        return words is [_, .., "kota", "serang"] ? words[..^2] : words;
    }

    private static string Key(string name)
    {
        var key = string.Concat(name.ToLowerInvariant().Where(char.IsLetter));
        return OtherNames.GetValueOrDefault(key, key);
    }
}
