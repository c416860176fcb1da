namespace BansosBot.Domain.Registry;

/// <summary>Province codes in NIK and KK, with the new ones of Papua. Source: Kepmendagri 300.2.2-2430/2025.</summary>
internal static class Provinces
{
    private static readonly Dictionary<string, string> Names = new[]
    {
        ("11", "Aceh"), ("12", "Sumatera Utara"), ("13", "Sumatera Barat"), ("14", "Riau"), ("15", "Jambi"),
        ("16", "Sumatera Selatan"), ("17", "Bengkulu"), ("18", "Lampung"), ("19", "Kepulauan Bangka Belitung"),
        ("21", "Kepulauan Riau"), ("31", "DKI Jakarta"), ("32", "Jawa Barat"), ("33", "Jawa Tengah"),
        ("34", "DI Yogyakarta"), ("35", "Jawa Timur"), ("36", "Banten"), ("51", "Bali"),
        ("52", "Nusa Tenggara Barat"), ("53", "Nusa Tenggara Timur"), ("61", "Kalimantan Barat"),
        ("62", "Kalimantan Tengah"), ("63", "Kalimantan Selatan"), ("64", "Kalimantan Timur"),
        ("65", "Kalimantan Utara"), ("71", "Sulawesi Utara"), ("72", "Sulawesi Tengah"), ("73", "Sulawesi Selatan"),
        ("74", "Sulawesi Tenggara"), ("75", "Gorontalo"), ("76", "Sulawesi Barat"), ("81", "Maluku"),
        ("82", "Maluku Utara"), ("91", "Papua"), ("92", "Papua Barat"), ("93", "Papua Selatan"),
        ("94", "Papua Tengah"), ("95", "Papua Pegunungan"), ("96", "Papua Barat Daya"),
    }.ToDictionary();

    private static readonly Dictionary<string, string> OfBanten = new[]
    {
        ("3601", "Kabupaten Pandeglang"), ("3602", "Kabupaten Lebak"), ("3603", "Kabupaten Tangerang"),
        ("3604", "Kabupaten Serang"), ("3671", "Kota Tangerang"), ("3672", "Kota Cilegon"), ("3673", "Kota Serang"),
        ("3674", "Kota Tangerang Selatan"),
    }.ToDictionary();

    /// <summary>Null: no province has this code.</summary>
    public static string? NameOf(string twoDigits) => Names.GetValueOrDefault(twoDigits);

    /// <summary>Null: not one of Banten's.</summary>
    public static string? RegencyOfBanten(string fourDigits) => OfBanten.GetValueOrDefault(fourDigits);
}
