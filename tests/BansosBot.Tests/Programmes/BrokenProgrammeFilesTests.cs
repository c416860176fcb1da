using BansosBot.Programmes;
using BansosBot.Programmes.Checks;

namespace BansosBot.Tests.Programmes;

/// <summary>Each mistake that somebody can make in a programme file, one broken file for each: a good one with one thing replaced.</summary>
public sealed class BrokenProgrammeFilesTests
{
    /// <summary>The smallest programme that is right.</summary>
    private const string Good = """
        programme: contoh
        service: application
        called: [contoh]
        owner: rehabilitasi-sosial
        case_prefix: CTH
        version: 1
        consent_version: 1
        standard: {answer_days: 3, visit_days: 14, correction_calendar_days: 14}
        proposing:
          - by: desil
            first: ["1", "2"]
          - earlier_day: birth_date
        texts:
          short: Contoh
          title: Bantuan contoh
          steps: Dicatat, lalu dicek.
          handled_by: Bidang contoh
          welcome: Mari mulai.
          gives: Beras.
          who_may: Anak.
          documents: KK.
          where: Di sini.
          decides: Kantor.
          proposing_order: Yang paling membutuhkan lebih dulu.
          validity: Satu tahun.
          likely: Kemungkinan berhak.
          likely_note: "Kemungkinan berhak. {alasan}"
          review: "Perlu dicek petugas. {alasan}"
          button_apply: Daftar
          button_go_on: Lanjutkan
        criteria:
          - step: parent_status
            kind: choice
            choices: {ayah: {label: Ayah, also: [bapak]}, ibu: Ibu, masih_ada: Masih ada, tidak_tahu: Tidak tahu}
            name: Yang meninggal
            ask: Siapa yang meninggal?
            again: Tekan salah satu tombol.
            help: Bantuan ini untuk anak yatim.
          - step: birth_date
            kind: date
            about: child
            per_child: true
            always_known: true
            name: Tanggal lahir
            ask: Kapan lahirnya?
            again: Tulis tanggal lahir.
            help: Ada di akta.
          - step: desil
            kind: choice
            when: {parent_status: [ayah, ibu]}
            choices: {"1": Satu, "2": Dua, tidak_tahu: Tidak tahu}
            name: Tingkat
            ask: Tingkat berapa?
            again: Tulis angkanya.
            help: Tanya di kelurahan.
        rules:
          - rule: alive
            gives: unlikely
            when: {parent_status: masih_ada}
            says: Orang tuanya masih ada.
          - rule: old
            gives: note
            when: {birth_date: {age_from: 17, age_below: 18}}
            says: Sebentar lagi dewasa.
        threshold:
          - step: verdict
            kind: verdict
            ask: "Belum memenuhi. {alasan}"
            again: Tekan Kembali.
            help: Ini bukan keputusan.
          - step: consent
            kind: consent
            ask: "{hasil} Bolehkah kami simpan?"
            ask_after_reading: Boleh kami simpan?
            again: Tekan Boleh atau Tidak.
            help: Tanpa izin tidak kami simpan.
            notice: Kami menyimpan nama.
        form:
          - step: kelurahan
            kind: kelurahan
            name: Kelurahan
            ask: Kelurahan apa?
            again: Tulis kelurahannya.
            help: Ada di KK.
          - step: person_name
            kind: person_name
            per_child: true
            name: Nama anak
            ask: Siapa nama anak?
            again: Tulis namanya.
            help: Ada di KK.
          - step: child_sex
            kind: choice
            per_child: true
            choices: {laki_laki: Laki-laki, perempuan: Perempuan}
            name: Jenis kelamin
            ask: Laki-laki atau perempuan?
            again: Tekan satu tombol.
            help: Untuk NIK.
          - step: person_nik
            kind: nik
            about: child
            birth_date: birth_date
            sex: child_sex
            per_child: true
            name: NIK anak
            ask: Berapa NIK anak?
            again: Tulis 16 angka.
            help: Ada di kartu keluarga.
          - step: more_children
            kind: more_children
            per_child: true
            ask: Ada anak lain?
            again: Masih ada adiknya?
            help: Boleh beberapa anak.
          - step: letter
            kind: documents
            pages: 2
            name: Surat
            ask: Kirim foto suratnya.
            again: Foto suratnya, lalu kirim.
            help: Dari kelurahan.
            how_to_get: Minta di kelurahan.
        """;

    [Fact]
    public void A_good_file_has_no_mistake()
    {
        var read = Read(Good);

        Assert.True(read.Mistakes.IsEmpty, string.Join('\n', read.Mistakes));
        Assert.Equal("contoh", Assert.Single(read.Programmes).Programme.Name);
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        // The file itself
        { "tab", "version: 1\n", "version: 1\n\tquota: 3\n" },
        { "yaml", "title: Bantuan contoh", "title: Jam buka: 08.00" },
        { "yaml", "title: Bantuan contoh", "title: \"Bantuan" },
        { "alias", "title: Bantuan contoh", "title: *contoh" },
        { "alias", "title: Bantuan contoh", "title: !penting Bantuan" },
        { "encoding", "gives: Beras.", "gives: Caf\uFFFD." },
        { "yaml", "criteria:", "---\ncriteria:" },
        { "wrong-type", "called: [contoh]", "called:\n  -contoh" },
        { "quotes", "title: Bantuan contoh", "title: “Bantuan contoh”" },
        { "duplicate-key", "version: 1\n", "version: 1\nversion: 2\n" },
        { "wrong-type", "standard: {answer_days: 3, visit_days: 14, correction_calendar_days: 14}", "standard: cepat" },

        // Keys and values
        { "unknown-key", "    pages: 2", "    halaman: 2" },
        { "unknown-key", "case_prefix: CTH", "case_prefix: CTH\ncolour: biru" },
        { "missing-key", "version: 1\nconsent", "consent" },
        { "missing-key", "    kind: kelurahan\n", "" },
        { "wrong-number", "visit_days: 14", "visit_days: 014" },                  // 12 to a reader that knows octal
        { "wrong-number", "visit_days: 14", "visit_days: empat belas" },
        { "wrong-number", "    pages: 2", "    pages: 500" },
        { "wrong-type", "per_child: true\n    name: Nama anak", "per_child: ya\n    name: Nama anak" },
        { "wrong-type", "    choices: {laki_laki: Laki-laki, perempuan: Perempuan}", "    choices: [laki_laki, perempuan]" },
        { "wrong-type", "    when: {parent_status: masih_ada}", "    when: masih_ada" },
        { "wrong-option", "    about: child\n    birth_date", "    about: anak\n    birth_date" },

        // Names
        { "programme-name", "programme: contoh", "programme: Contoh Satu" },
        { "unknown-service", "service: application", "service: layanan" },
        { "called", "called: [contoh]", "called: [Contoh]" },
        { "called-twice", "called: [contoh]", "called: [contoh, contoh]" },
        { "called-everywhere", "called: [contoh]", "called: [menu]" },
        { "owner", "owner: rehabilitasi-sosial", "owner: Bidang Rehabilitasi" },
        { "case-birth-date", "    always_known: true\n", "" },
        { "file-name", "programme: contoh", "programme: lain" },
        { "case-prefix", "case_prefix: CTH", "case_prefix: c" },
        { "step-name", "- step: letter", "- step: Surat-1" },
        { "reserved-name", "- step: letter", "- step: rule" },
        { "choice-name", "ibu: Ibu", "Ibu: Ibu" },
        { "duplicate-step", "- step: letter", "- step: kelurahan" },
        { "rule-name", "- rule: old", "- rule: Old One" },
        { "duplicate-rule", "- rule: old", "- rule: alive" },

        // Steps
        { "unknown-kind", "    kind: documents", "    kind: foto" },
        { "two-choices", "choices: {laki_laki: Laki-laki, perempuan: Perempuan}", "choices: {laki_laki: Laki-laki}" },
        { "do-not-know", "masih_ada: Masih ada, tidak_tahu: Tidak tahu}", "masih_ada: Masih ada}" },
        { "criterion-kind", "    kind: choice\n    when", "    kind: phone\n    when" },
        { "spelling", "also: [bapak]", "also: [menu]" },
        { "ambiguous-spelling", "also: [bapak]", "also: [ibu]" },
        { "option-step", "    birth_date: birth_date", "    birth_date: lahir" },
        { "option-step", "    birth_date: birth_date", "    birth_date: person_name" },
        { "sex-choices", "choices: {laki_laki: Laki-laki, perempuan: Perempuan}", "choices: {l: Laki-laki, p: Perempuan}" },

        // The whole
        { "consent", "- step: consent\n", "- step: izin\n" },
        { "verdict", "- step: verdict\n", "- step: hasil\n" },
        { "threshold", "    kind: consent\n", "    kind: kk\n" },
        { "threshold-kind", "    kind: kelurahan\n", "    kind: verdict\n" },
        { "threshold-plain", "    kind: consent\n", "    kind: consent\n    per_child: true\n" },
        { "more-children", "    kind: more_children\n    per_child: true\n", "    kind: more_children\n" },
        { "more-children", "- step: more_children", "- step: lagi" },
        { "more-children", "    pages: 2\n", "    pages: 2\n    per_child: true\n" },
        { "case-steps", "- step: person_name", "- step: nama" },
        { "proposing-step", "- by: desil", "- by: umur" },
        { "proposing-step", "first: [\"1\", \"2\"]", "first: [\"1\", \"3\"]" },
        { "proposing-step", "earlier_day: birth_date", "earlier_day: desil" },

        // Conditions and rules
        { "condition-step", "when: {parent_status: masih_ada}", "when: {orang_tua: masih_ada}" },
        { "condition-step", "when: {parent_status: [ayah, ibu]}", "when: {child_sex: [perempuan]}" },
        { "condition-choice", "when: {parent_status: masih_ada}", "when: {parent_status: hidup}" },
        { "condition-choice", "when: {parent_status: masih_ada}", "when: {birth_date: masih_ada}" },
        { "often", "    name: Yang meninggal", "    often: paman\n    name: Yang meninggal" },
        { "condition-age", "{age_from: 17, age_below: 18}", "{age_from: 18, age_below: 17}" },
        { "condition-age", "birth_date: {age_from: 17, age_below: 18}", "desil: {age_from: 17}" },
        { "condition-child", "    pages: 2\n", "    pages: 2\n    when: {child_sex: perempuan}\n" },
        { "never", "when: {parent_status: masih_ada}", "when: {parent_status: masih_ada, desil: \"1\"}" },
        { "missing-key", "    says: Orang tuanya masih ada.\n", "" },
        { "unknown-verdict", "gives: note", "gives: maybe" },
        { "missing-key", "{age_from: 17, age_below: 18}", "{}" },

        // Texts
        { "missing-key", "    help: Ada di akta.\n", "" },
        { "missing-text", "help: Ada di akta.", "help: \"\"" },
        { "missing-key", "    how_to_get: Minta di kelurahan.", "" },
        { "language", "title: Bantuan contoh", "title: {en: An example}" },
        { "language", "title: Bantuan contoh", "title: {id: Bantuan, jw: Bantuan}" },
        { "text", "ask: Siapa nama anak?", "ask: Siapa nama anak? Siapa nama walinya?" },
        { "text", "help: Untuk NIK.", "help: Satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas tiga." },
        { "text", "label: Ayah", "label: Ayah kandung dari anak yang mau didaftarkan" },
        { "placeholder", "ask: \"Belum memenuhi. {alasan}\"", "ask: Belum memenuhi." },
        { "placeholder", "help: Untuk NIK.", "help: \"Untuk NIK {nama}.\"" },
        { "placeholder", "ask: Kelurahan apa?", "ask: \"Kelurahan {anak} apa?\"" },
        { "again", "again: Tulis namanya.", "again: Siapa nama anak?" },
        { "repeated-ask", "ask: Kelurahan apa?", "ask: Siapa nama anak?" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_mistake_is_named_with_its_line_and_an_example(string check, string good, string broken)
    {
        var content = Replaced(good, broken);

        var mistakes = Read(content).Mistakes;

        var found = mistakes.Where(m => m.Check == check).ToList();
        Assert.True(found.Count > 0, $"not found in: {string.Join('\n', mistakes)}");
        Assert.All(mistakes, m => Assert.InRange(m.Line, 1, content.Split('\n').Length));
        Assert.All(found, m => Assert.StartsWith("contoh.yaml:", m.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_check_has_a_broken_file()
    {
        HashSet<string> tried = [.. Broken.Select(row => row.Data.Item1), "threshold-order"];

        Assert.Subset(tried, Check.All.Select(c => c.Name).ToHashSet());
    }

    [Theory]
    [InlineData("    pages: 2\n", "    pages: 2\n    halaman: 3\n", "halaman")]
    [InlineData("    kind: documents", "    kind: foto", "kind: foto")]
    [InlineData("when: {parent_status: [ayah, ibu]}", "when: {parent_status: [ayah, paman]}", "paman")]
    [InlineData("- step: letter", "- step: kelurahan", "step: kelurahan")]
    [InlineData("visit_days: 14", "visit_days: 014", "visit_days: 014")]
    [InlineData("    says: Sebentar lagi dewasa.", "    say: Sebentar lagi dewasa.", "say:")]
    public void The_line_is_where_the_mistake_stands(string good, string broken, string word)
    {
        var content = Replaced(good, broken);
        var lines = content.Split('\n');
        var at = lines.Select((text, i) => (text, i)).Last(l => l.text.Contains(word, StringComparison.Ordinal)).i + 1;

        Assert.Contains(at, Read(content).Mistakes.Select(m => m.Line));
    }

    [Fact]
    public void All_mistakes_of_all_files_are_named_at_once()
    {
        var first = Replaced("gives: note", "gives: maybe").Replace("visit_days: 14", "visit_days: 0", StringComparison.Ordinal);
        var second = Good.Replace("programme: contoh", "programme: kedua", StringComparison.Ordinal).Replace("    help: Dari kelurahan.\n", "", StringComparison.Ordinal);

        var mistakes = ProgrammeFiles.Read([("contoh.yaml", first), ("kedua.yaml", second), ("ketiga.yaml", "")]).Mistakes;

        Assert.Equal(["unknown-verdict", "wrong-number"], mistakes.Where(m => m.File == "contoh.yaml").Select(m => m.Check).Order());
        Assert.Equal(["duplicate-prefix", "duplicate-question", "missing-key"], mistakes.Where(m => m.File == "kedua.yaml").Select(m => m.Check).Distinct().Order());
        Assert.Equal("empty", Assert.Single(mistakes, m => m.File == "ketiga.yaml").Check);
    }

    [Fact]
    public void A_consent_before_the_verdict_is_a_mistake()
    {
        var verdict = Good[Good.IndexOf("  - step: verdict", StringComparison.Ordinal)..Good.IndexOf("  - step: consent", StringComparison.Ordinal)];
        var content = Good.Replace(verdict, "", StringComparison.Ordinal).Replace("form:\n", verdict + "form:\n", StringComparison.Ordinal);

        Assert.Equal("threshold-order", Assert.Single(Read(content).Mistakes).Check);
    }

    [Fact]
    public void A_file_too_large_is_refused_unread() =>
        Assert.Equal("too-large", Assert.Single(Read(Good + new string('#', YamlTree.LengthMax)).Mistakes).Check);

    [Fact]
    public void A_folder_that_is_not_there_or_empty_is_named()
    {
        var empty = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Equal("no-folder", Assert.Single(ProgrammeFiles.Read(Path.Combine(empty.FullName, "none")).Mistakes).Check);
            Assert.Equal("no-files", Assert.Single(ProgrammeFiles.Read(empty.FullName).Mistakes).Check);
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    private static ProgrammesRead Read(string content) => ProgrammeFiles.Read([("contoh.yaml", content)]);

    private static string Replaced(string good, string broken)
    {
        var at = Good.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The good file lacks: {good}");
        return Good[..at] + broken + Good[(at + good.Length)..];
    }
}
