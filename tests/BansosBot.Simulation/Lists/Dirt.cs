using System.Globalization;
using System.Text;

namespace BansosBot.Simulation.Lists;

/// <summary>The kinds of dirt that lists were met with, by their numbers in domain.md, section 4. Each has persons of its own, so that two of them
/// do not hide one another.</summary>
public static class Dirt
{
    private const int Columns = 14;

    public static IReadOnlyList<(int Number, string Name, Action<MadeList> PutOn)> All { get; } =
    [
        (1, "judul", Titles), (2, "kaki", BetweenAndBelow), (3, "bulat", Rounded), (4, "tanda", Signs), (5, "ganda", Doubles), (6, "tanggal", Dates), (7, "alamat", Places), (8, "berkas", OfTheFile),
    ];

    private static void Titles(MadeList list)
    {
        list.Above.AddRange([["DAFTAR PENERIMA BANTUAN ATENSI YAPI"], ["KOTA SERANG TAHUN 2025"], [null]]);
        list.Heading.Clear();
        list.Heading.Add(["NO", "NIK ANAK", "NO KK", "NAMA", "JK", "TGL LAHIR", "ALAMAT", null, null, null, null, "WALI", null, "STATUS ANAK"]);
        list.Heading.Add([null, null, null, null, null, null, "JALAN", "RT", "RW", "KEL", "KEC", "NAMA", "NO HP", null]);
        list.MergedHeading.AddRange([(0, 0, 6, 10), (0, 0, 11, 12), (0, 1, 0, 0), (0, 1, 1, 1), (0, 1, 3, 3)]);
        list.UnderHeading.Add([.. Enumerable.Range(1, Columns).Select(i => i.ToString(CultureInfo.InvariantCulture))]);
    }

    private static void BetweenAndBelow(MadeList list)
    {
        list.After[list.Person(2, 1).Number] = [["KECAMATAN CURUG"], [], [" "]];
        list.HiddenPersons.Add(list.Person(2, 3).Number);
        list.HasHiddenSheet = true;
        list.Below.AddRange([["JUMLAH", null, null, "54 ANAK"], [null], Right("Serang, 12 Mei 2025"), Right("Mengetahui,"), Right("Kepala Dinas Sosial"), Right("Drs. CONTOH NAMA, M.Si."), Right("NIP. 19650101 199001 1 001")]);
    }

    private static void Rounded(MadeList list)
    {
        for (var i = 0; i < 2; i++) list.Person(3, i)[MadePerson.Nik] = $"#:{list.Person(3, i)[MadePerson.Nik]}";
        list.Person(3, 2)[MadePerson.Nik] = list.Person(3, 2)[MadePerson.Nik]![..12] + "0000";
        list.Person(3, 3)[MadePerson.Kk] = $"#:{list.Person(3, 3)[MadePerson.Kk]}";
        list.Person(3, 4)[MadePerson.Nik] = "3.67E+15";
    }

    private static void Signs(MadeList list)
    {
        var niks = Enumerable.Range(0, 6).Select(i => list.Person(4, i)[MadePerson.Nik]!).ToArray();
        list.Person(4, 0)[MadePerson.Nik] = $"'{niks[0][..6]}.{niks[0][6..12]}.{niks[0][12..]}\u00A0";
        list.Person(4, 1)[MadePerson.Nik] = $"{niks[1][..4]}O{niks[1][5..]}";
        list.Person(4, 2)[MadePerson.Nik] = niks[2][..15];
        list.Person(4, 3)[MadePerson.Nik] = "belum ada";
        list.Person(4, 4)[MadePerson.Nik] = $"{niks[4]} - {list.Person(4, 4)[MadePerson.Name]}";
        list.Person(4, 4)[MadePerson.Name] = null;
        list.Person(4, 5)[MadePerson.Nik] = niks[5] + "\u200B";
        list.Person(4, 5)[MadePerson.Kk] = "-";
    }

    private static void Doubles(MadeList list)
    {
        var next = list.Persons.Max(p => p.Number);
        var (same, other, alike) = (list.Person(5, 0).Copy(next + 1), list.Person(5, 1).Copy(next + 2), list.Person(5, 2).Copy(next + 3));
        other[MadePerson.Name] = "TETANGGA SEBELAH";
        alike[MadePerson.Nik] = alike[MadePerson.Nik]![..12] + "0091";
        list.Persons.AddRange([same, other, alike]);
        for (var i = 3; i < 5; i++)
            (list.Person(5, i).Cells[MadePerson.Nik], list.Person(5, i).Cells[MadePerson.Kk]) = (list.Person(5, i)[MadePerson.Kk], list.Person(5, i)[MadePerson.Nik]);
        // Nothing in this row speaks for either.
        list.Person(5, 5)[MadePerson.Born] = list.Person(5, 5)[MadePerson.Sex] = null;
    }

    private static void Dates(MadeList list)
    {
        var people = Enumerable.Range(0, 6).Select(i => list.Person(6, i)).ToArray();
        people[0][MadePerson.Born] = $"#:{(people[0].BirthDate.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture)}";
        people[1][MadePerson.Born] = people[1].BirthDate.ToString("d-M-yy", CultureInfo.InvariantCulture);
        people[2][MadePerson.Born] = people[2].BirthDate.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);
        people[3][MadePerson.Born] = people[3].BirthDate.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);
        people[4][MadePerson.Born] = people[4].BirthDate.AddDays(1).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        people[5][MadePerson.Born] = "2014";
    }

    private static void Places(MadeList list)
    {
        list.Person(7, 0)[MadePerson.Name] = "H. Ahmad Mulyadi, S.Pd.";
        list.Person(7, 1)[MadePerson.Name] = $"ALM {list.Person(7, 1)[MadePerson.Name]}";
        list.Person(7, 1)[MadePerson.Address] = "LINK. KEBON RT 02/05";
        list.Person(7, 1)[MadePerson.Rt] = list.Person(7, 1)[MadePerson.Rw] = null;
        list.Person(7, 2)[MadePerson.Rt] = "RT.002";
        list.Person(7, 2)[MadePerson.Kelurahan] = "KASEMENN";
        list.Person(7, 2)[MadePerson.Kecamatan] = "Kasemen";
        list.Person(7, 3)[MadePerson.Kecamatan] = null;
        list.Person(7, 4)[MadePerson.Kelurahan] = list.Person(7, 4)[MadePerson.Kecamatan] = "idem";
        list.Person(7, 4)[MadePerson.Address] = "\"";
        list.Merged.Add((list.Person(7, 4), 1, MadePerson.Guardian));
    }

    private static void OfTheFile(MadeList list)
    {
        (list.Separator, list.IsSeparatorTold, list.LineEnd, list.Encoding) = (';', true, "\r\n", CodePagesEncodingProvider.Instance.GetEncoding(1252)!);
        list.Person(8, 0)[MadePerson.Name] = "RENÉ CONTOH";
        list.Person(8, 1)[MadePerson.Address] = "KP. KEBON\nGG. MASJID";
        list.Person(8, 2)[MadePerson.Address] = "f:UPPER(\"kp. baru\")|KP. BARU";
        list.Person(8, 3)[MadePerson.Phone] = "e:#N/A";
        list.Person(8, 4)[MadePerson.Guardian] = "=SITI CONTOH";
        list.Person(8, 5)[MadePerson.Nik] = $"f:A1|{list.Person(8, 5)[MadePerson.Nik]}";
    }

    private static string?[] Right(string text) => [.. Enumerable.Repeat<string?>(null, 10), text];
}
