using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>What a column holds whose name is in no table, by the words in it: "Nama Lengkap Anak Yatim Sesuai KK". Only for what tells who somebody is, since
/// a list without these columns cannot be read at all.</summary>
internal static class ColumnWords
{
    private static readonly HashSet<string> Guardians = ["wali", "pengasuh"];

    private static readonly HashSet<string> Others =
        ["ayah", "ibu", "ortu", "tua", "suami", "istri", "kepala", "saudara", "bank", "rekening", "sekolah", "petugas", "pendamping", "kelurahan", "kecamatan", "desa", "kota", "kabupaten", "rt", "rw", "almarhum", "almarhumah"];

    private static readonly HashSet<string> Persons = ["anak", "penerima", "lengkap", "peserta", "pm", "kpm", "calon", "yatim", "siswa", "warga", "manfaat"];

    public static Holds Read(string name)
    {
        var words = Typed.Words(name).ToHashSet();
        var isGuardians = words.Overlaps(Guardians);
        var isOthers = !isGuardians && words.Overlaps(Others);
        // Under "Nama sesuai KK" stands a name, under "NIK / No KTP" a NIK.
        if (words.Contains("nik")) return isGuardians ? Holds.GuardianNik : isOthers ? Holds.NotKept : Holds.Nik;
        if (words.Contains("nama")) return isGuardians ? Holds.GuardianName : isOthers ? Holds.NotKept : words.Overlaps(Persons) ? Holds.Name : Holds.Unknown;
        if (isGuardians || isOthers) return Holds.Unknown;
        if (words.Contains("lahir") && (words.Contains("tanggal") || words.Contains("tgl"))) return Holds.BirthDate;
        return (words.Contains("kk") || (words.Contains("kartu") && words.Contains("keluarga"))) && (words.Contains("no") || words.Contains("nomor")) ? Holds.Kk : Holds.Unknown;
    }
}
