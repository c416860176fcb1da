using BansosBot.Domain.Schedules;
using BansosBot.Domain.Tickets;

namespace BansosBot.Domain.Conversations;

/// <summary>Words for what only this bot has, and no office: going on here or at Telegram, its receipt code, its way to look into a list, its pages.</summary>
internal static class OwnWords
{
    private const string ByCode = Everywhere.Go + "status:code", OnList = $"{Everywhere.Go}lookup:{Applications.LookUpErrand.List}", WithoutCode = $"{Everywhere.Go}lookup:{Applications.LookUpErrand.CodeLost}",
        Standard = Everywhere.Go + "standard", Proxy = Everywhere.Go + ProxyErrand.Called, Stopped = Everywhere.Go + StoppedErrand.Called, Telegram = Everywhere.Go + "telegram",
        Unfair = Everywhere.Go + UnfairErrand.Called, Levy = Everywhere.Go + LevyErrand.Called, DeathCertificate = Everywhere.Go + "programmes:akta-kematian", PovertyLetter = Everywhere.Go + "programmes:sktm",
        Officer = $"{Everywhere.Go}{MeantErrand.Called}:talk_to_officer", Apply = Everywhere.Go + "apply";

    /// <summary>What they open; null: none of them.</summary>
    /// <param name="now">What was shown last decides what a place alone is about.</param>
    public static string? Of(string typed, Conversation now)
    {
        var plain = Everywhere.Plain(typed);
        var words = plain.Split(' ');
        bool Any(params ReadOnlySpan<string> some)
        {
            foreach (var word in words)
                if (some.Contains(word)) return true;
            return false;
        }

        var goesOn = Any("lanjut", "lanjutkan", "lanjutin", "teruskan", "terusin", "continue", "resume") || plain.Contains("go on", StringComparison.Ordinal);
        var getsOne = Any("bikin", "bikinnya", "bikinin", "buat", "buatnya", "ngurus", "urus", "mengurus", "nyieun", "damel", "gawe", "bayar", "endi");
        return LevyWords.AreIn(typed) ? Levy
            : Any("kode", "kodenya") && Any("hilang", "ilang", "kehapus", "terhapus", "lupa") && now.Cases.IsEmpty ? WithoutCode
            : (Any("kode") && Any("tanda", "terima", "pengajuan", "status")) || (Any("code") && Any("receipt", "application", "status")) ? ByCode
            : (Any("nama", "namaku", "namanya") && Any("daftar", "daftarnya", "terdaftar", "list")) || (Any("name") && Any("list")) ? OnList
            : Any("standar") && Any("pelayanan", "layanan") ? Standard
            : Any("berapa", "brp", "brapa") && Any("lama", "lamanya") && Any("proses", "prosesnya", "ngurus", "ngurusnya", "urus", "mengurus", "pengurusan") ? Standard
            : Any("diwakilkan", "diwakilin", "diwakili", "diwakilken", "mewakili", "mewakilkan", "wakilkan", "wakilin") || plain.Contains("surat kuasa", StringComparison.Ordinal) ? Proxy
            : Any("berhenti", "distop", "dihentikan", "diberhentikan", "dicoret", "diputus") && Any("bansos", "bansosnya", "bantuan", "bantuannya") ? Stopped
            : Any("tetangga", "tetanggaku", "tetanggane", "tatangga", "neighbor", "neighbour") && Any("kaya", "sugih", "beunghar", "tajir", "mampu", "mobil", "rich") ? Unfair
            : Any("kematian") && getsOne ? DeathCertificate
            : Any("sktm") && getsOne ? PovertyLetter
            : Any("wartawan", "jurnalis", "reporter", "liputan", "peliputan") ? Officer
            : !now.Cases.IsEmpty && words.Length <= 3 && Any("perbaiki", "perbaikan", "perbaikin", "mend") ? NewsChoice.Correct
            : !now.Cases.IsEmpty && words.Length <= 4 && (Any("keberatan", "sanggah", "sanggahan", "banding", "protes", "object", "objection", "appeal") || (Any("setuju", "sepakat", "agree") && Any("tidak", "tdk", "gak", "ga", "nggak", "ngga", "enggak", "kurang", "ora", "henteu", "not", "disagree"))) ? NewsChoice.Appeal
            : Any("telegram") && (goesOn || Any("pindah", "sambung")) ? Telegram
            : goesOn && words.Length <= 3 ? Apply
            : null;
    }

    /// <summary>It opens what a proof is asked for.</summary>
    public static bool IsLookUp(string own) => own is ByCode or OnList or WithoutCode;

    /// <summary>What stands on a button that opens it; null where it is no question.</summary>
    public static Say? Label(string own) => own switch
    {
        ByCode => new("LookUp.Button.ByCode"),
        OnList => new("Check.Button.List"),
        WithoutCode => new("LookUp.Button.CaseOnly"),
        Standard => new("Programmes.Button.Standard"),
        Proxy => new("Understood.Button.Proxy"),
        NewsChoice.Correct => new("CaseNews.Button.Correct"),
        NewsChoice.Appeal => new("CaseNews.Button.Appeal"),
        Stopped => new("Understood.Button.Stopped"),
        Levy => new("Official.Button.Report"),
        _ => null,
    };
}
