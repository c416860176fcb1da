using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Conversations.Kinds;
using BansosBot.Domain.Documents;

namespace BansosBot.Tests.Walk;

/// <summary>Something that can come in, and how a transcript would show it.</summary>
/// <param name="Later">How much time passes before it comes.</param>
internal sealed record Input(string Shown, Incoming Message, TimeSpan Later = default);

/// <summary>What is sent at every place of the walk: the answers that lead on, and everything odd that people and workers send.</summary>
internal static class Inputs
{
    public const string KnownCode = "{kode}";

    /// <summary>Of a link that goes on from another channel.</summary>
    public static readonly LinkCode Joining = LinkCode.Of(new byte[LinkCode.RandomBytes]);

    // By the kind of the question that they answer; choices are pressed.
    private static readonly ImmutableDictionary<string, string[]> Answers = new Dictionary<string, string[]>
    {
        ["date"] = ["12-3-2014", "12 Maret 2001"],
        ["nik"] = ["3673011203140001", "3673015203160001", "3604014508720003"],
        ["kk"] = ["3673011203140007"],
        ["kk_last_six"] = ["140007", "140001"],
        ["person_name"] = ["Siti Aminah", "Ahmad Fauzi"],
        ["phone"] = ["0812-3456-7890"],
        ["kelurahan"] = ["unyur"],
        ["area"] = ["unyur", "kasemen", "semua kota"],
        ["address"] = ["Kp. Kebon RT 2 RW 5", "Kp. Kebon"],
        ["free_text"] = ["Serang"],
        ["report_words"] = ["Kp. Cilowong"],
        ["amount"] = ["1,5 juta"],
        ["receipt_code"] = [KnownCode],
    }.ToImmutableDictionary();

    private static readonly string[] OddWords =
    [
        // of every question
        "???", "🙂", "...", "ya", "tidak", "benar", "salah", "ubah", "lupa", "tidak tahu", "2", "7", "99", "sudah", "belum", "belum punya", "kirim", "perbaiki", "simpan",
        "hapus", "gak ada", "iya bu, sudah lama", "tidak bu, sama neneknya", "saya tidak tahu pak", "satu\ndua\ntiga", "<b>halo</b> *tebal*", new('a', 1_001), new('a', 5_000),
        // of the menu
        "bansos sy kpn cair", "mau daftar yatim", "status", "halo", "ini penipuan bukan", "data saya apa saja", "hapus data saya", "lapor anak", "bapak mukulin saya",
        // secrets
        "otp saya 123456", "pin atm saya 4321", "password: rahasia1", "4111 1111 1111 1111",
        // choices
        "ayah terus ibu", "keduanyaa", "yang meninggal bapaknya", "masih ada semuanya kok",
        // dates
        "12 maret 2014", "1-2-25", "31-4-2014", "3-25-2014", "25-25-2014", "12-0-2014", "1-1-2030", "1-1-1850", "umur 11 tahun", "maret 2014", "2014", "12 maret", "besok",
        // NIK and KK numbers
        "367301120314000", "36730112031400012", "3673O112O314OOO1", "O673011203140001", "36730112031400AB", "3,67E+15", "3673011203140001 3604014508720003", "1111111111111111",
        "9973011203140001", "3600011203140001", "3673019903140001", "3673011213140001", "3673013102140001", "3673011203140000", "3673010101010001", "3673012712140001",
        "3673015203140001", "3673010312140001", "3674011203140001", "3604011203140001", "3603011203140001", "3201011203140001", "9973010000000000",
        // phones
        "0812O4567890", "0812", "0999999999", "+60123456789", "0812-3456-7890 / 0813-3456-7890", "0254 201234",
        // names
        "Siti 2", "Siti @", new string('a', 101) + " b", "tidak ada",
        // addresses
        "Kp. Kebon", "RT 2 RW 5", "Kp. Kebon RT 2", "Kp. Kebon RW 5", "5", "2/5", "Kp. " + new string('a', 160),
        // places
        "kasemen", "sukawana", "pabuaran", "ciruas", "zzzzzz", "unyurr", "jakarta", "curug",
        // amounts
        "200rb", "200", "99999999999999",
        // receipts
        "tidak punya kode", "kodenya hilang", "nama saya di daftar?",
        // the end of a KK number
        "6 angka: 140007", "14O007", "3673011203140007", "140 007",
        "ABCD", "ABCD-EFGH-JKL0", "ABCD-EFGH-JKLM", "YAPI-2025-000001",
    ];

    private static readonly (string Shown, FileRef File, string? Album)[] Files =
    [
        ("(foto)", Sent(null, SentAs.Picture), null),
        ("(foto album)", Sent(null, SentAs.Picture), "a1"),
        ("(berkas jpeg)", Sent("image/jpeg"), null),
        ("(berkas heic)", Sent("image/heic"), null),
        ("(berkas pdf)", Sent("application/pdf"), null),
        ("(berkas gif)", Sent("image/gif"), null),
        ("(berkas zip)", Sent("application/zip"), null),
        ("(berkas mp4)", Sent("video/mp4"), null),
        ("(berkas mp3)", Sent("audio/mpeg"), null),
        ("(berkas tanpa jenis)", Sent(null), null),
    ];

    private static readonly PhotoRefusal[] Refusals =
    [
        new PhotoRefusal.PhotoIsHeic(), new PhotoRefusal.PhotoIsPdf(), new PhotoRefusal.PhotoMoves(), new PhotoRefusal.PhotoIsVideo(), new PhotoRefusal.PhotoIsOfficeFile(),
        new PhotoRefusal.PhotoOfOtherKind(), new PhotoRefusal.PhotoIsNoPhoto(), new PhotoRefusal.PhotoTooManyBytes(20), new PhotoRefusal.PhotoTooManyPixels(),
        new PhotoRefusal.PhotoTooSmall(), new PhotoRefusal.PhotoTooLong(), new PhotoRefusal.PhotoCutOff(), new PhotoRefusal.PhotoDamaged(),
    ];

    private static readonly (string Name, string Arguments)[] Commands =
    [
        ("start", ""), ("start", "daftar_yapi"), ("start", "syarat_yapi"), ("start", "daftar_pkh"), ("start", "jadwal_3673011008"), ("start", "s_" + KnownCode), ("start", "s_salah"), ("start", "w_tidakada"), ("start", JoiningOffer.Prefix + Joining.Reveal()), ("start", "i_tidakada"), ("start", "tidakada"), ("menu", ""), ("batal", ""),
        ("bantuan", ""), ("petugas", ""), ("antrean", ""), ("rekap", ""), ("telepon", ""), ("status", ""), ("cek", ""), ("daftar", ""), ("syarat", ""), ("jadwal", ""), ("jadwal", "yapi"), ("jadwal", "cipocok"), ("jadwal", "sukawana"), ("jadwal", "cilegon"), ("jadwal", "36.73.05?"), ("bahasa", ""), ("resmi", ""), ("data_saya", ""), ("hapus_data", ""), ("keluar", ""), ("tidakada", ""),
    ];

    /// <summary>Answers that lead on.</summary>
    /// <param name="asked">The kind of question that is open; null where none is.</param>
    public static IEnumerable<Input> ThatLead(World w, QuestionKind? asked, string code)
    {
        foreach (var choice in w.Chat.Choices.Distinct()) yield return Press(w, choice);
        foreach (var text in Answers.GetValueOrDefault(asked?.Name ?? "", [])) yield return Words(w, text.Replace(KnownCode, code, StringComparison.Ordinal));
        if (asked is null or DocumentsKind) yield return Picture(w, Files[0]);
        foreach (var work in w.Orders.Take(1)) yield return Kept(w, work);
        if (w.Chat.Place == StepMap.WithOfficer) yield return Words(w, "Terima kasih, Bu");
    }

    /// <summary>Everything, the odd with the rest. What fits the question comes first, so that a place is come to with answers of their own kind, in every run alike.</summary>
    /// <param name="asked">The kind of question that is open; null where none is.</param>
    public static IEnumerable<Input> All(World w, QuestionKind? asked, string code)
    {
        foreach (var choice in w.Chat.Choices.Distinct()) yield return Press(w, choice);
        foreach (var text in Answers.OrderBy(a => a.Key != asked?.Name).ThenBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => a.Value).Select(a => a.Replace(KnownCode, code, StringComparison.Ordinal)).Concat(OddWords)) yield return Words(w, text);
        foreach (var work in w.Orders.Take(1)) yield return Kept(w, work);
        foreach (var (name, arguments) in Commands) yield return Command(w, name, arguments.Replace(KnownCode, code, StringComparison.Ordinal));
        foreach (var file in Files) yield return Picture(w, file);
        foreach (var kind in Enum.GetValues<OddKind>()) yield return Odd(w, kind);
        foreach (var press in OldPresses(w)) yield return press;
        yield return new("(di grup)", new Incoming.InGroup(w.Chat.Chat, w.NextId, IsCommand: false));
        yield return new("(perintah di grup)", new Incoming.InGroup(w.Chat.Chat, w.NextId, IsCommand: true));
        yield return new("(memblokir)", new Incoming.Reachable(w.Chat.Chat, w.NextId, Is: false));
        yield return new("(membuka blokir)", new Incoming.Reachable(w.Chat.Chat, w.NextId, Is: true));
        foreach (var work in w.Orders.Skip(1)) yield return Kept(w, work);
        foreach (var work in w.Orders.TakeLast(1))
            foreach (var why in Refusals) yield return new($"(foto ditolak: {why.GetType().Name})", new Incoming.FileRefused(w.Chat.Chat, w.NextId, work, why));
        yield return Kept(w, "tidak-ada");
        yield return new("(foto ditolak: tidak ada)", new Incoming.FileRefused(w.Chat.Chat, w.NextId, "tidak-ada", Refusals[0]));
        foreach (var due in Dues(w)) yield return due;
    }

    /// <summary>Presses on buttons that are over, or that never were; the very one that was taken last is not among them.</summary>
    public static IEnumerable<Input> OldPresses(World w)
    {
        foreach (var (question, choice) in ((int, int)[])[(w.Chat.Question - 1, 7), (-1, 0), (w.Chat.Question, 99), (w.Chat.Question, -1)])
            if (w.Chat.LastPress != new Pressed(question, choice)) yield return new($"[lama {question}/{choice}]", new Incoming.Press(w.Chat.Chat, w.NextId, question, choice));
    }

    public static Input Press(World w, string choice) => new($"[{choice}]", new Incoming.Press(w.Chat.Chat, w.NextId, w.Chat.Question, w.Chat.Choices.IndexOf(choice)));

    public static Input Words(World w, string text) => new(text.Length > 40 ? $"{text[..20]}... ({text.Length})" : text, new Incoming.Words(w.Chat.Chat, w.NextId, text));

    public static Input Command(World w, string name, string arguments = "") => new($"/{name} {arguments}".TrimEnd(), new Incoming.Command(w.Chat.Chat, w.NextId, name, arguments));

    public static Input Odd(World w, OddKind kind) => new($"({kind})", new Incoming.Odd(w.Chat.Chat, w.NextId, kind));

    private static Input Picture(World w, (string Shown, FileRef File, string? Album) sent) => new(sent.Shown, new Incoming.Picture(w.Chat.Chat, w.NextId, sent.File, sent.Album));

    public static Input Kept(World w, string work) => new("(foto disimpan)", new Incoming.FileKept(w.Chat.Chat, w.NextId, work, "dok-" + work, LooksDark: false, LooksBlurred: false));

    private static IEnumerable<Input> Dues(World w)
    {
        foreach (var draft in w.Chat.Drafts.Values)
            foreach (var kind in draft.Flow == "protect" ? [DueKind.DraftQuietEnd] : (DueKind[])[DueKind.DraftReminder, DueKind.DraftExpiry, DueKind.ForgetUnconsented])
                foreach (var days in (int[])[0, 2, 40])
                    yield return new($"(+{days} hari: {kind})", new Incoming.Due(w.Chat.Chat, w.NextId, kind, draft.Id), TimeSpan.FromDays(days));
        foreach (var id in w.Chat.Cases) yield return new("(+90 hari: EraseCase)", new Incoming.Due(w.Chat.Chat, w.NextId, DueKind.EraseCase, id), TimeSpan.FromDays(90));
        if (w.Chat.Officer is not null)
            foreach (var a in w.Cases.Values.Where(c => !c.Notes.IsEmpty)) yield return new("(NoteDue)", new Incoming.Due(w.Chat.Chat, w.NextId, DueKind.NoteDue, $"{a.Id}:0"), TimeSpan.FromDays(1));
        if (w.Batch is { } batch) yield return new("(BatchGoesOn)", new Incoming.Due(w.Chat.Chat, w.NextId, DueKind.BatchGoesOn, batch.Number), TimeSpan.Zero);
        foreach (var ticket in w.Kept.Values.Where(t => t.Chat == w.Chat.Chat).OrderBy(t => t.Id, StringComparer.Ordinal).Take(1))
            foreach (var kind in (DueKind[])[DueKind.TicketNews, DueKind.TicketLate]) yield return new($"(+8 hari: {kind})", new Incoming.Due(w.Chat.Chat, w.NextId, kind, ticket.Id), TimeSpan.FromDays(8));
        yield return new("(ForgetErased)", new Incoming.Due(w.Chat.Chat, w.NextId, DueKind.ForgetErased, ""), TimeSpan.FromDays(2));
    }

    private static FileRef Sent(string? type, SentAs sentAs = SentAs.File) => new("berkas", 300_000, sentAs, type);
}
