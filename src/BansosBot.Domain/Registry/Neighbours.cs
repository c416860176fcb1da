using System.Collections.Immutable;

namespace BansosBot.Domain.Registry;

/// <summary>A place whose people are served by another office.</summary>
/// <param name="Name">Ciruas.</param>
/// <param name="Belongs">Whose Dinas Sosial to ask: Kabupaten Serang.</param>
public sealed record OutsidePlace(string Name, string Belongs);

/// <summary>Places near Kota Serang that people name, with whom they belong to.</summary>
/// <remarks>Kabupaten Serang's kecamatan are complete (29, Kepmendagri 300.2.2-2430/2025); of the others the well-known ones.</remarks>
internal static class Neighbours
{
    private static readonly (string Belongs, string[] Names)[] Lists =
    [
        ("Kabupaten Serang",
        [
            "Kabupaten Serang", "Anyar", "Bandung", "Baros", "Binuang", "Bojonegara", "Carenang", "Cikande", "Cikeusal", "Cinangka",
            "Ciomas", "Ciruas", "Gunung Sari", "Jawilan", "Kibin", "Kopo", "Kragilan", "Kramatwatu", "Lebak Wangi", "Mancak",
            "Pabuaran", "Padarincang", "Pamarayan", "Petir", "Pontang", "Pulo Ampel", "Tanara", "Tirtayasa", "Tunjung Teja",
            "Waringinkurung",
        ]),
        ("Kota Cilegon",
        [
            "Cilegon", "Kota Cilegon", "Cibeber", "Citangkil", "Ciwandan", "Grogol", "Jombang", "Pulomerak", "Merak",
            "Purwakarta",
        ]),
        ("Kabupaten Pandeglang",
            ["Pandeglang", "Kabupaten Pandeglang", "Labuan", "Menes", "Cadasari", "Carita", "Panimbang", "Saketi"]),
        ("Kabupaten Lebak",
            ["Lebak", "Kabupaten Lebak", "Rangkasbitung", "Rangkas", "Maja", "Cipanas", "Malingping", "Bayah"]),
        ("Kabupaten Tangerang",
            ["Kabupaten Tangerang", "Balaraja", "Tigaraksa", "Cikupa", "Kresek", "Kronjo", "Mauk", "Pasar Kemis"]),
        ("Kota Tangerang", ["Tangerang", "Kota Tangerang"]),
        ("Kota Tangerang Selatan",
            ["Tangerang Selatan", "Kota Tangerang Selatan", "Tangsel", "Serpong", "Ciputat", "Pamulang"]),
        ("DKI Jakarta", ["Jakarta", "DKI Jakarta"]),
    ];

    private static readonly (string Variant, string Name)[] Variants =
    [
        ("Anyer", "Anyar"), ("Keramat Watu", "Kramatwatu"), ("Gerogol", "Grogol"), ("Kab Serang", "Kabupaten Serang"),
        ("Kab Pandeglang", "Pandeglang"), ("Kab Lebak", "Lebak"), ("Kab Tangerang", "Kabupaten Tangerang"),
    ];

    public static ImmutableArray<OutsidePlace> All { get; } =
        [.. Lists.SelectMany(list => list.Names.Select(name => new OutsidePlace(name, list.Belongs)))];

    /// <summary>Places by what people call them, other spellings included.</summary>
    public static IEnumerable<(string Called, OutsidePlace Place)> Called =>
        All.Select(place => (place.Name, place))
            .Concat(Variants.Select(v => (v.Variant, All.First(place => place.Name == v.Name))));
}
