using System.Collections.Immutable;

namespace BansosBot.Domain.Registry;

/// <summary>One of the six districts of Kota Serang.</summary>
/// <remarks>Only <see cref="Wilayah"/> makes them: a kecamatan that does not exist cannot be had.</remarks>
public sealed record Kecamatan
{
    internal Kecamatan(string code, string name) => (Code, Name) = (code, name);

    /// <summary><c>36.73.02</c>.</summary>
    public string Code { get; }

    /// <summary><c>Cipocok Jaya</c>.</summary>
    public string Name { get; }

    public override string ToString() => $"Kec. {Name}";
}

/// <summary>One of the 67 kelurahan of Kota Serang.</summary>
public sealed record Kelurahan
{
    internal Kelurahan(string code, string name, Kecamatan kecamatan) => (Code, Name, Kecamatan) = (code, name, kecamatan);

    /// <summary><c>36.73.02.1007</c>. Ten digits without the dots where a link allows none.</summary>
    public string Code { get; }

    public string Name { get; }

    public Kecamatan Kecamatan { get; }

    public override string ToString() => $"Kel. {Name}, {Kecamatan}";
}

/// <summary>The administrative units of Kota Serang. Source: Kepmendagri 300.2.2-2430/2025, in Data/kota-serang-wilayah.csv.</summary>
public static class Wilayah
{
    /// <summary>Kota Serang in NIK and area codes.</summary>
    public const string CityCode = "3673";

    static Wilayah()
    {
        // Read at type initialisation: a part of the program like its constants, not a file of the world
        using var csv = new StreamReader(typeof(Wilayah).Assembly.GetManifestResourceStream("kota-serang-wilayah.csv")!);
        var kecamatan = new Dictionary<string, Kecamatan>();
        var kelurahan = ImmutableArray.CreateBuilder<Kelurahan>();
        csv.ReadLine();
        while (csv.ReadLine() is { } line)
        {
            if (line.Split(',') is not [var kecamatanCode, var kecamatanName, var code, var name]) continue;
            if (!kecamatan.TryGetValue(kecamatanCode, out var district))
                kecamatan.Add(kecamatanCode, district = new Kecamatan(kecamatanCode, kecamatanName));
            kelurahan.Add(new Kelurahan(code, name, district));
        }
        AllKecamatan = [.. kecamatan.Values];
        AllKelurahan = kelurahan.ToImmutable();
    }

    /// <summary>The six, by code.</summary>
    public static ImmutableArray<Kecamatan> AllKecamatan { get; }

    /// <summary>The sixty-seven, by code.</summary>
    public static ImmutableArray<Kelurahan> AllKelurahan { get; }

    /// <summary>The kelurahan of a kecamatan, by name: for buttons.</summary>
    public static ImmutableArray<Kelurahan> Of(Kecamatan kecamatan) =>
        [.. AllKelurahan.Where(k => k.Kecamatan == kecamatan).OrderBy(k => k.Name, StringComparer.Ordinal)];

    /// <summary>With dots or without; null: no such kecamatan in the city.</summary>
    public static Kecamatan? KecamatanByCode(string code) => AllKecamatan.FirstOrDefault(k => Bare(k.Code) == Bare(code));

    /// <summary>With dots or without; null: no such kelurahan in the city.</summary>
    public static Kelurahan? KelurahanByCode(string code) => AllKelurahan.FirstOrDefault(k => Bare(k.Code) == Bare(code));

    private static string Bare(string code) => code.Replace(".", "", StringComparison.Ordinal);
}
