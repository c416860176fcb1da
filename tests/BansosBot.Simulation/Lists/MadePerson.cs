using System.Globalization;
using BansosBot.Domain;
using BansosBot.Domain.Registry;

namespace BansosBot.Simulation.Lists;

/// <summary>An invented child of a made list; the cells as they stand in its row, which dirt changes.</summary>
public sealed class MadePerson
{
    public static readonly string[] Columns = ["NO", "NIK ANAK", "NO KK", "NAMA", "JK", "TGL LAHIR", "ALAMAT", "RT", "RW", "KELURAHAN", "KECAMATAN", "NAMA WALI", "NO HP WALI", "STATUS ANAK"];

    public const int No = 0, Nik = 1, Kk = 2, Name = 3, Sex = 4, Born = 5, Address = 6, Rt = 7, Rw = 8, Kelurahan = 9, Kecamatan = 10, Guardian = 11, Phone = 12, Status = 13;

    private static readonly string[] First = ["SITI", "DEWI", "AYU", "RINA", "NURHAYATI", "AHMAD", "BUDI", "HASAN", "JAENUDIN", "SUHENDI", "LILIS", "ROHMAN"];
    private static readonly string[] Last = ["LESTARI", "WIJAYA", "KUSUMA", "PRATAMA", "HIDAYAT", "MAULANA", "PUSPITA", "RAMDANI", "SAPUTRA", "WULANDARI", "FIRMANSYAH"];

    private static readonly (string Kelurahan, string Kecamatan)[] Places =
        [("Unyur", "Serang"), ("Kasemen", "Kasemen"), ("Walantaka", "Walantaka"), ("Curug", "Curug"), ("Banjarsari", "Cipocok Jaya"), ("Taktakan", "Taktakan"), ("Kotabaru", "Serang"), ("Sukawana", "Curug")];

    private MadePerson(int number, string?[] cells) => (Number, Cells) = (number, cells);

    /// <summary>From 1; names the person in a comparison of reports.</summary>
    public int Number { get; }

    public string?[] Cells { get; }

    public DateOnly BirthDate { get; private init; }

    /// <summary>What a look-up for them must know.</summary>
    public LookUpProof Proof => new(
        Must(Domain.Registry.Nik.Parse(this[Nik]!)), KkLastSix.Of(Must(NomorKk.Parse(this[Kk]!))),
        Wilayah.AllKelurahan.Single(k => Bare(k.Name) == Bare(this[Kelurahan]!) && k.Kecamatan.Name == this[Kecamatan]));

    public string? this[int column]
    {
        get => Cells[column];
        set => Cells[column] = value;
    }

    /// <param name="number">From 1. No two numbers below five million give one NIK, and nobody's is a real one's on purpose.</param>
    public static MadePerson Of(int number)
    {
        var born = new DateOnly(2009, 1, 2).AddDays(number * 37 % 5_800);
        var isGirl = number % 2 == 0;
        var (kelurahan, kecamatan) = Places[number % Places.Length];
        return new(number,
        [
            number.ToString(CultureInfo.InvariantCulture), NikOf(born, isGirl, number), KkOf(number), $"{First[(number % 6) + (isGirl ? 0 : 6)]} {Last[number / 6 % Last.Length]}{(number > 1_000 ? $" {Letters(number)}" : "")}",
            isGirl ? "P" : "L", born.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture), $"KP. KEBON {Letters(number)}", $"{(number % 9) + 1:D3}", $"{(number % 7) + 1:D3}",
            kelurahan, kecamatan, $"{Last[number % Last.Length]} {First[number / 11 % First.Length]}", $"0812{34_567_800 + (number % 99):D8}", (number % 3) switch { 0 => "Yatim", 1 => "Piatu", _ => "Yatim Piatu" },
        ])
        {
            BirthDate = born,
        };
    }

    /// <summary>The same person once more, with cells of its own.</summary>
    public MadePerson Copy(int number) => new(number, [.. Cells]) { BirthDate = BirthDate };

    private static T Must<T>(Outcome<T> outcome) => ((Outcome<T>.Ok)outcome).Value;

    // "Kotabaru" is Kota Baru.
    private static string Bare(string name) => name.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    // Serials of 5,800 days run from 1: nine in a hundred end in 0, as real ones do.
    private static string NikOf(DateOnly born, bool isGirl, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"36730{(number % 6) + 1}{born.Day + (isGirl ? 40 : 0):D2}{born.Month:D2}{born.Year % 100:D2}{(number / 5_800 * 7) + (number % 7) + 1:D4}");

    private static string KkOf(int number) => string.Create(CultureInfo.InvariantCulture, $"36730{(number % 6) + 1}{(number / 9_999 % 28) + 1:D2}0515{(number % 9_999) + 1:D4}");

    private static string Letters(int number) => string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => (char)('A' + c - '0')));
}
