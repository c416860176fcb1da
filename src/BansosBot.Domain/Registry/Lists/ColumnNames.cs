using System.Text.RegularExpressions;
using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>The names under which columns were met, and what they hold. Source: lists of SIKS-NG, DTSEN and cities; domain.md, section 4.</summary>
/// <remarks>Compared without case, blanks and signs; one slip in a long name is forgiven.</remarks>
internal static partial class ColumnNames
{
    // Shorter names are a slip away from one another: RT, RW.
    private const int RepairedLengthMin = 6;

    // A sentence above a table names no column.
    private const int LengthMax = 60;

    private static readonly Dictionary<string, Holds> Known = new (Holds Holds, string Names)[]
    {
        (Holds.Nik, "nik | nik anak | nik pm | nik penerima | nik kpm | nik ktp | no nik | nomor nik | no ktp | nomor ktp | nik kia | nik yatim | no induk kependudukan | nomor induk kependudukan | nik penerima manfaat | nik anak yatim | nik peserta"),
        (Holds.Kk, "no kk | nokk | nomor kk | kk | no kartu keluarga | nomor kartu keluarga | kartu keluarga | no kk anak | nkk | nomor kk anak"),
        (Holds.Name, "nama | nama anak | nama pm | nama penerima | nama lengkap | nama penerima manfaat | nama kpm | nama anak yatim | nama lengkap anak | nama peserta | nama sesuai ktp | nama lengkap penerima | nama penerima bantuan | nama calon penerima | nama yatim"),
        (Holds.BirthDate, "tgl lahir | tanggal lahir | ttl | tempat tgl lahir | tempat tanggal lahir | tempat dan tanggal lahir | tgl lahir anak | tanggal lahir anak | tgllhr | tgl lhr | tempat lahir tgl lahir"),
        (Holds.Sex, "jk | lp | l p | jenis kelamin | j kel | jns kelamin | kelamin | sex | jenis kel"),
        (Holds.Address, "alamat | alamat lengkap | alamat rumah | alamat domisili | alamat tinggal | jalan | kampung | nama jalan | alamat kk | alamat ktp | jl | lingkungan | alamat jalan | kampung lingkungan"),
        (Holds.Rt, "rt | alamat rt | no rt"),
        (Holds.Rw, "rw | alamat rw | no rw"),
        (Holds.RtRw, "rt rw | rtrw | alamat rt rw"),
        (Holds.Kelurahan, "kelurahan | kel | desa kel | desa kelurahan | kelurahan desa | kel desa | desa | nama kelurahan | nmkel | nama desa kelurahan | kode kelurahan"),
        (Holds.Kecamatan, "kecamatan | kec | nama kecamatan | nmkec"),
        (Holds.GuardianName, "nama wali | wali | pengasuh | nama pengasuh | nama wali pengasuh | wali pengasuh | nama wali anak | nama orang tua wali | nama lengkap wali | nama wali lengkap"),
        (Holds.GuardianNik, "nik wali | nik pengasuh | no ktp wali | nik wali pengasuh"),
        (Holds.Relation, "hubungan | hub | hubungan dengan anak | hubungan keluarga | hubungan wali | hub keluarga | shdk"),
        (Holds.Phone, "no hp | nohp | hp | no telp | no telepon | telepon | telp | nomor hp | no wa | nomor telepon | no hp wali | no hp wa | nomor hp wali | whatsapp | kontak | hp wali"),
        (Holds.ChildStatus, "status anak | status yatim | status | yatim piatu | yatim piatu yatim piatu | kategori anak | status yatim piatu | kategori | status orang tua"),
        (Holds.Programme, "jenis bantuan | program | nama program | bantuan | jenis bansos | bansos"),
        (Holds.Round, "tahap | termin | periode | tahap termin | periode salur | masa bantuan"),
        (Holds.Amount, "nominal | jumlah uang | jumlah bantuan | nilai | nilai bantuan | besaran | nominal bantuan | nominal rp | jumlah rp"),
        (Holds.PaymentState, "status rekening | status salur | status bayar | status penyaluran | status pembayaran | status cair | hasil salur | realisasi"),
        (Holds.Remark, "keterangan | ket | catatan | alasan | hasil verifikasi | keterangan hasil | ket gagal salur"),
        (Holds.Result, "hasil | hasil kemensos | hasil usulan | hasil penetapan | hasil keputusan | keputusan | keputusan kemensos | status usulan | status penetapan | status persetujuan | status kemensos | persetujuan | penetapan | disetujui ditolak"),
        (Holds.CaseNumber, "nomor usulan | no usulan | nomor pengajuan | no pengajuan | nomor pendaftaran | no pendaftaran | id usulan"),
        (Holds.Batch, "nomor batch | no batch | batch | nomor daftar usulan | no daftar usulan | nomor surat usulan"),
        (Holds.Months, "bulan | alokasi bulan | bulan bayar | bulan salur | untuk bulan"),
        (Holds.FetchBy, "batas ambil | batas pengambilan | batas waktu | batas waktu pengambilan | ambil sebelum | diambil sebelum | batas akhir | batas akhir pengambilan | tanggal batas | tgl batas | paling lambat diambil"),
        (Holds.FetchAt, "tempat ambil | tempat pengambilan | lokasi pengambilan | tempat salur | lokasi salur | kantor bayar | tempat bayar | lokasi bayar | diambil di"),
        (Holds.NotKept, "no | no urut | nomor | nomor urut | urut | tempat lahir | tmpt lahir | umur | usia | nama ibu kandung | ibu kandung | nama ibu | nama ayah | ayah | ibu | nik ibu | nik ayah | nama ayah kandung | kab kota | kabupaten kota | kabupaten | kota | provinsi | prov | bank | nama bank | no rekening | norek | no rek | nomor rekening | nama rekening | nama di rekening | nama pemilik rekening | sekolah kelas | sekolah | kelas | nama sekolah | ragam disabilitas | jenis disabilitas | id dtks | idsemesta | id semesta | idbdt | id dtsen | desil | peringkat | kode pos | agama | pekerjaan | pendidikan | no kks | nomor kks | foto | tanda tangan | ttd | paraf | no peserta | tgl kematian | no akta kematian | id pm"),
    }.SelectMany(row => row.Names.Split('|', StringSplitOptions.TrimEntries).Select(n => (Key: Key(n), row.Holds))).Distinct().ToDictionary(n => n.Key, n => n.Holds);

    // Of several persons of a row: what "NIK" under such a heading is, is not the child's.
    private static readonly HashSet<string> OtherPersons = ["wali", "pengasuh", "ibu", "ayah", "orangtua", "ibukandung", "ayahkandung", "orangtuawali", "walipengasuh", "datawali", "dataorangtua", "kepalakeluarga"];

    /// <summary>What a column of this name holds.</summary>
    public static Holds Of(string name)
    {
        if (name.Length is 0 or > LengthMax) return Holds.Unknown;
        if (Named(Key(name)) is not Holds.Unknown and var whole) return whole;
        var bare = Aside().Replace(name, "");
        return bare.Length < name.Length && Named(Key(bare)) is not Holds.Unknown and var inside ? inside : ColumnWords.Read(bare);
    }

    /// <summary>What the lower of two names holds under the upper: NIK under WALI is the guardian's.</summary>
    public static Holds Of(string upper, string lower)
    {
        if (upper.Length == 0) return Of(lower);
        if (lower.Length == 0) return Of(upper);
        if (Of($"{lower} {upper}") is not Holds.Unknown and var joined) return joined;
        if (Of($"{upper} {lower}") is not Holds.Unknown and var turned) return turned;
        return OtherPersons.Contains(Key(upper)) ? Holds.NotKept : Of(lower);
    }

    private static Holds Named(string key)
    {
        if (Known.TryGetValue(key, out var holds)) return holds;
        if (key.Length < RepairedLengthMin) return Holds.Unknown;
        var near = Known.Where(k => k.Key.Length >= RepairedLengthMin && EditDistance.Within(1, k.Key, key) is not null).Select(k => k.Value).Distinct().ToList();
        return near.Count == 1 ? near[0] : Holds.Unknown;
    }

    internal static string Key(string name) => string.Concat(Typed.Plain(name).ToLowerInvariant().Where(char.IsAsciiLetter));

    [GeneratedRegex(@"\([^)]*\)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();
}
