using System.Collections.Immutable;
using BansosBot.Programmes;
using BansosBot.Tests.Commands;
using BansosBot.Tests.Storage;

namespace BansosBot.Tests.Programmes;

/// <summary>What somebody at the office may do to a file, each in a file of its own, all in one folder beside the shipped ones: the verb names each
/// with its file, its line and what to do, and nothing that merely follows from it.</summary>
public sealed class BrokenFolderTests : IDisposable
{
    private const string Interest = """
        programme: NAME
        service: interest
        called: [CALLED]
        owner: rehabilitasi-sosial
        case_prefix: PREFIX
        version: 1
        consent_version: 1
        standard: {answer_days: 10}
        texts:
          short: Contoh
          title: Bantuan contoh
          welcome: Mari mulai.
          gives: Beras.
          who_may: Warga.
          documents: KK.
          where: Di sini.
          decides: Kantor.
          steps: Dicatat, lalu dicek.
          handled_by: Bidang contoh
          validity: Satu tahun.
          likely: Kemungkinan berhak.
          likely_note: "Kemungkinan berhak. {alasan}"
          review: "Perlu dicek petugas. {alasan}"
          button_apply: Daftar
          button_go_on: Lanjutkan
        criteria:
          - use: birth_date
            always_known: true
          - use: desil
          - step: OWN
            kind: choice
            when: {desil: ["1", "2"]}
            choices:
              ya: {label: Punya, also: [ada]}
              tidak: Tidak punya
              tidak_tahu: Tidak tahu
            name: Kebun
            ask: Punya kebun?
            again: Tekan salah satu tombol.
            help: Ini untuk pemilik kebun.
        rules:
          - rule: no_garden
            gives: unlikely
            when: {OWN: tidak}
            says: Bantuan ini untuk pemilik kebun.
          - rule: too_young
            gives: review
            when: {birth_date: {age_below: 18}}
            says: Umurnya perlu dicek.
        threshold:
          - step: verdict
            kind: verdict
            ask: "Belum cocok. {alasan}"
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
          - use: person_name
          - use: kelurahan
          - use: person_nik
          - step: letter
            kind: documents
            pages: 2
            name: Surat
            ask: Kirim foto suratnya.
            again: Foto suratnya, lalu kirim.
            help: Dari kelurahan.
            how_to_get: Minta di kelurahan.
        """;

    private const string Information = """
        programme: NAME
        service: information
        version: 1
        called: [CALLED]
        mentioned_when: {desil: ["1", "2"]}
        texts:
          short: Contoh
          title: Bantuan contoh
          gives: Beras.
          who_may: Warga.
          where: Di sini.
          decides: Kantor.
        """;

    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <param name="Good">What stands there once; OWN is the name of the file's own question.</param>
    /// <param name="Told">LINE: REASON [check].</param>
    private sealed record Broken(string Name, string Of, string Good, string Bad, params ImmutableArray<string> Told)
    {
        public string File => $"coba-{Name}.yaml";

        /// <summary>One thing is changed, but for OWN, which is changed everywhere.</summary>
        public string Content(int number)
        {
            var at = Of.IndexOf(Good, StringComparison.Ordinal);
            Assert.True(at >= 0, $"The good file lacks: {Good}");
            var broken = Good == "OWN" ? Of.Replace(Good, Bad, StringComparison.Ordinal) : Of[..at] + Bad + Of[(at + Good.Length)..];
            return broken.Replace("CALLED", $"coba {Name.Replace('-', ' ')}", StringComparison.Ordinal)
                .Replace("NAME", $"coba-{Name}", StringComparison.Ordinal)
                .Replace("PREFIX", $"CB{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}", StringComparison.Ordinal)
                .Replace("OWN", $"kebun_{Name.Replace('-', '_')}", StringComparison.Ordinal);
        }
    }

    private static readonly ImmutableArray<Broken> All =
    [
        new("tab", Interest, "    kind: documents\n", "	kind: documents\n",
            "68: A tab. Indent with spaces: \"  kind: choice\" [tab]"),
        new("titik-dua", Interest, "says: Umurnya perlu dicek.", "says: Umurnya: perlu dicek.",
            "49: A colon within the text. Put the text in quotes: \"Jam buka: 08.00\" [yaml]"),
        new("masuk-salah", Interest, "    again: Tekan salah satu tombol.\n    help: Ini untuk pemilik", "   again: Tekan salah satu tombol.\n    help: Ini untuk pemilik",
            "39: This line does not stand under the ones that it belongs to. Lines of one place begin with the same number of spaces, two more than what they belong to. Example: \"  - step: letter\", below it \"    kind: documents\" [yaml]"),
        new("kutip", Interest, "ask: Punya kebun?", "ask: \"Punya kebun?",
            "38: A quote begins here and does not end. Put one at its end too: \"Jam buka: 08.00\" [yaml]"),
        new("huruf-besar", Interest, "- step: letter", "- step: Surat",
            "67: A step's name is small letters, digits and underscores, not \"Surat\". Example: \"step: parent_status\" [step-name]"),
        new("emoji", Interest, "- step: letter", "- step: surat😀",
            "67: A step's name is small letters, digits and underscores, not \"surat😀\". Example: \"step: parent_status\" [step-name]"),
        new("salah-ketik", Interest, "    again: Foto suratnya", "    agian: Foto suratnya",
            "67: \"again\" is missing in a step. Example: \"again: Tekan salah satu tombol di bawah.\" [missing-key]",
            "72: \"agian\" is no key of a step. Meant \"again\"? [unknown-key]"),
        new("layanan", Interest, "service: interest", "service: minat",
            "2: A service is application, interest or information, not \"minat\". Example: \"service: information\" [unknown-service]"),
        new("tanpa-hari", Interest, "standard: {answer_days: 10}", "standard: {}",
            "8: \"answer_days\" is missing in standard. Example: \"answer_days: 3\" [missing-key]"),
        new("hari", Interest, "answer_days: 10", "answer_days: sepuluh",
            "8: \"answer_days\" is a whole number from 1 to 365 without dots or leading zeros, not \"sepuluh\". Example: \"answer_days: 3\" [wrong-number]"),
        new("pakai", Interest, "  - use: desil\n", "  - use: tingkat\n",
            "29: There is no question \"tingkat\" in questions.yaml. It has birth_date, resident, desil, poor, parent_status, schooling, for_whom, person_name, kelurahan, address, person_nik, contact_phone. Example: \"- use: birth_date\" [unknown-question]",
            "32: The condition of the step \"kebun_pakai\" speaks about \"desil\", but there is no such step. Example: \"when: {parent_status: [ayah, ibu]}\" [condition-step]"),
        new("pakai-bersyarat", Interest, "  - use: desil\n  - step: OWN\n    kind: choice\n    when: {desil: [\"1\", \"2\"]}\n", "  - use: poor\n  - step: OWN\n    kind: choice\n",
            "29: The question \"poor\" is asked by the answer to \"desil\" (questions.yaml), which this programme does not ask. Put \"- use: desil\" before it [condition-step]"),
        new("syarat", Interest, "when: {OWN: tidak}", "when: {pkh: tidak}",
            "44: The condition of the rule \"no_garden\" speaks about \"pkh\", but there is no such step. Example: \"when: {parent_status: [ayah, ibu]}\" [condition-step]"),
        new("jawaban", Interest, "when: {OWN: tidak}", "when: {OWN: kosong}",
            "44: \"kosong\" is no answer of \"kebun_jawaban\". Answers are ya, tidak, tidak_tahu [condition-choice]"),
        new("sebutan", Interest, "called: [CALLED]", "called: [CALLED, Bansos Kebun]",
            "3: What people call it is small letters and digits with single spaces, not \"Bansos Kebun\". Example: \"called: [bansos kebun]\" [called]"),
        new("bidang", Interest, "owner: rehabilitasi-sosial", "owner: Bidang Rehabilitasi",
            "4: An owner is small letters, digits and hyphens, not \"Bidang Rehabilitasi\". Example: \"owner: rehabilitasi-sosial\" [owner]"),
        new("sama", Interest, "OWN", "kebun_hari",
            "30: The question \"kebun_hari\" stands in coba-hari.yaml too. Write it once, in questions.yaml, and \"- use: kebun_hari\" here; or give it another name [duplicate-question]"),
        new("formulir", Information, "texts:\n", "form:\n  - use: person_name\ntexts:\n",
            "6: \"form\" is no key of a programme with \"service: information\". It may have: called, laws, mentioned_when, programme, service, texts, version [unknown-key]"),
        new("dua-kali", Interest, "version: 1\nconsent", "version: 1\nversion: 2\nconsent",
            "7: \"version\" stands here twice, first on line 6. Keep one of them [duplicate-key]"),
        new("panjang", Interest, "help: Dari kelurahan.", "help: Surat ini diminta di kelurahan dengan membawa KTP dan KK serta surat pengantar RT.",
            "73: letter.Help: 14 words in \"Surat ini diminta di kelurahan dengan membawa KTP dan KK serta surat pengantar RT.\", at most 12 (sentence-length) [text]"),
        new("tombol", Interest, "label: Punya", "label: Punya kebun sendiri yang luas sekali",
            "34: kebun_tombol.Choice.ya: 36 characters, at most 32 (label) [text]"),
        new("isian", Interest, "help: Dari kelurahan.", "help: \"Untuk {nama}.\"",
            "73: letter.Help: the program has nothing to fill into {nama}. It can name {wali} [placeholder]"),
        new("dua-tanya", Interest, "ask: Punya kebun?", "ask: Punya kebun? Berapa luasnya?",
            "38: kebun_dua_tanya.Ask: 2 question marks, at most one (one-question) [text]"),
        new("bahasa", Interest, "title: Bantuan contoh", "title: {id: Bantuan contoh, jawa: Bantuan}",
            "11: \"jawa\" is no language. Languages are id, en, su, jaseng. Example: \"id: Siapa yang sudah meninggal?\" [language]"),
        new("hasil", Interest, "gives: review", "gives: tolak",
            "47: A rule gives unlikely, review or note, not \"tolak\". Example: \"gives: review\" [unknown-verdict]"),
        new("nama-lain", Interest, "programme: NAME", "programme: nama-baru",
            "1: The programme \"nama-baru\" stands in a file of its name. Call the file nama-baru.yaml, or write \"programme: coba-nama-lain\" [file-name]"),
        new("dua-bagian", Interest, "rules:\n", "---\nrules:\n",
            "41: A second part begins here (---), which is not read. Take that line out, and keep one programme in a file [yaml]"),
        new("umur", Interest, "{age_below: 18}", "{umur: 18}",
            "48: \"umur\" is no key of a condition on an age. It may have: age_below, age_below_months, age_from, age_from_months [unknown-key]"),
        new("jenis", Interest, "kind: documents", "kind: foto",
            "68: There is no kind of question \"foto\". Kinds are address, amount, choice, consent, date, documents, free_text, kelurahan, kk, more_children, nik, person_name, phone, verdict, yes_no. Example: \"kind: yes_no\" [unknown-kind]"),
        new("bintang", Interest, "gives: Beras.", "gives: *Beras* dan susu.",
            "13: The text begins with *, which YAML takes for its own. Put it in quotes: \"*Gratis* dan cepat\" [yaml]"),
        new("tanpa-tanya", Interest, "  - use: person_nik\n", "",
            "1: A case needs the step \"person_nik\" of kind nik, asked once and without when. Example: \"- step: person_nik\" with \"kind: nik\" [case-steps]"),
    ];

    [Fact]
    public async Task Each_is_named_with_its_file_its_line_and_what_to_do_and_the_exit_code_is_1()
    {
        Directory.CreateDirectory(folder["programmes"]);
        foreach (var file in Directory.GetFiles(ProgrammeFiles.ShippedFolder, "*.yaml")) File.Copy(file, Path.Combine(folder["programmes"], Path.GetFileName(file)));
        foreach (var (broken, number) in All.Select((b, i) => (b, i)))
            await File.WriteAllTextAsync(Path.Combine(folder["programmes"], broken.File), broken.Content(number), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["programmes/coba-latin.yaml"], [.. "programme: coba-latin\ngives: caf"u8, 0xE9, (byte)'\n'], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["programmes/coba-kosong.yaml"], "", TestContext.Current.CancellationToken);

        var check = await BotProcess.RunAsync(folder.Path, "programmes check --Programmes:Path=programmes");

        Assert.Equal((1, ""), (check.Code, check.Notes));
        Assert.True(All.Length >= 25);
        Assert.Equal(
            [
                .. All.SelectMany(b => b.Told.Select(t => $"{b.File}:{t}")),
                "coba-latin.yaml:2: A letter here was saved in another way than UTF-8. Save the file as UTF-8, and write the letter again [encoding]",
                "coba-kosong.yaml:1: The file is empty. It begins with \"programme: yapi\" [empty]",
            ],
            check.Data.TrimEnd().Split('\n').OrderBy(Place));

        // In the order in which they stand above; the rest goes by file and line.
        static int Place(string line) => All.Select(b => b.File).Append("coba-latin.yaml").Append("coba-kosong.yaml").ToList().IndexOf(line.Split(':')[0]);
    }
}
