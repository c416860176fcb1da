using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;

namespace BansosBot.Domain.Tickets;

/// <summary>Words that tell that somebody of the office, the kelurahan or the neighbourhood asked for money, or kept a part of an aid.</summary>
/// <remarks>Only what tells it: who asks whether something costs money, or was called by a stranger, is told how the real service is known
/// (<c>/resmi</c>), where the same report is one press away.</remarks>
internal static class LevyWords
{
    private static readonly ImmutableHashSet<string>
        Plainly = ["pungli", "dipungli", "mungli", "dipalak", "dipalakin", "malak", "malakin", "nyogok", "sogok", "sogokan", "bribe", "bribes", "bribed", "extort", "extorted", "kickback"],
        AskedOf = ["diminta", "dimintai", "dimintain", "dimintakan", "dimintaan", "dipungut", "dipungutin", "disuruh", "disuru", "dipaksa", "dipenta", "dipentaan", "dijaluk", "dijaluki", "dikongkon", "asked", "demanded", "told"],
        Asks = ["minta", "mintain", "meminta", "memintai", "minta2", "narik", "mungut", "mungutin", "memungut", "menta", "mentaan", "njaluk", "njaluki", "asks", "asked", "demands", "demanded", "wants"],
        Cuts = ["dipotong", "dipotongin", "motong", "motongin", "potong", "disunat", "nyunat", "ditilep", "nilep", "dicokot", "dipotongi", "korupsi", "dikorupsi", "took", "takes"],
        Money = ["uang", "uangnya", "duit", "duitnya", "bayar", "bayaran", "setoran", "jatah", "biaya", "amplop", "pelicin", "imbalan", "rb", "ribu", "ratus", "juta", "mbayar", "mayar", "money", "pay", "cash", "fee", "bribe", "cut", "share"],
        OfOffice = ["oknum", "petugas", "pegawai", "staf", "rt", "rw", "lurah", "kader", "pendamping", "ketua", "perangkat", "aparat", "kelurahan", "kecamatan", "kepala", "bidang", "dinas", "calo", "verifikator", "pelaksana", "officer", "official", "staff", "neighbourhood"],
        Somebody = ["ada", "yang", "yg", "orang", "org", "seseorang", "aya", "nu", "ana", "ane", "sing", "somebody", "someone"],
        Doubts = ["apakah", "apa", "bolehkah", "boleh", "benarkah", "benar", "bener", "beneran", "asli", "wajar", "emang", "emangnya", "harus", "perlu", "really", "allowed", "true"],
        Strangers = ["ngaku", "ngakunya", "mengaku", "link", "tautan", "facebook", "fb", "instagram", "otp", "pin", "called", "caller", "stranger"],
        FromAfar = ["transfer", "ditransfer", "tf", "rekening", "telepon", "telpon", "telfon", "nelpon", "nelepon", "ditelepon", "ditelpon", "wa", "whatsapp", "sms", "text", "message"],
        Pays = ["bayar", "mbayar", "mayar", "membayar", "setor", "nyetor", "kirim", "ngasih", "kasih", "transfer", "tf", "pay"],
        InReturn = ["biar", "supaya", "agar", "ben", "ambeh", "supados", "dilancarkan", "dipercepat", "diloloskan"],
        Own = ["saya", "aku", "mau", "pengen", "ingin", "pingin", "bisa", "tolong", "i", "we", "want"];

    // "Diminta sama Pak RT uang lima puluh ribu": so many words may stand between.
    private const int Between = 6;

    /// <summary>Whether it is told, whoever it is told of.</summary>
    public static bool AreIn(string typed)
    {
        var words = Everywhere.Plain(typed).Split(' ');
        if (words.Any(Plainly.Contains) || HasPair(words, "pungutan", "liar")) return true;
        var isOfOffice = words.Any(OfOffice.Contains);
        if (isOfOffice && words.Any(Pays.Contains) && words.Any(IsSum) && words.Any(InReturn.Contains)) return true;
        if (words.Any(w => Doubts.Contains(w) || Strangers.Contains(w) || (!isOfOffice && FromAfar.Contains(w)))) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if ((AskedOf.Contains(words[i]) || (Asks.Contains(words[i]) && IsByAnother(words, i, isOfOffice))) && words.Skip(i + 1).Take(Between).Any(w => Money.Contains(w) || IsSum(w))) return true;
            if (Cuts.Contains(words[i]) && isOfOffice) return true;
        }

        return false;
    }

    /// <summary>Also where somebody who works here, or did, is named beside money that is asked for or paid: of them it must not come into their own hands, doubtful or not.</summary>
    public static bool AreIn(string typed, IEnumerable<Officer> officers)
    {
        if (AreIn(typed)) return true;
        var words = Everywhere.Plain(typed).Split(' ');
        var verb = Array.FindIndex(words, w => Asks.Contains(w) || AskedOf.Contains(w) || Pays.Contains(w) || Cuts.Contains(w));
        return verb >= 0 && words.Where((w, i) => i != verb && (Money.Contains(w) || IsSum(w))).Any() && NamedOfficer.In(typed, officers).Any();
    }

    // "Saya minta uang" is a wish; "Pak RT minta uang", "ada yang minta uang" is none.
    private static bool IsByAnother(string[] words, int verb, bool isOfOffice)
    {
        var before = verb == 0 ? "" : words[verb - 1];
        return !Own.Contains(before) && (isOfOffice || Somebody.Contains(before));
    }

    private static bool HasPair(string[] words, string first, string second) => Array.IndexOf(words, first) is >= 0 and var i && i + 1 < words.Length && words[i + 1] == second;

    // "50", "50rb", "100ribu".
    private static bool IsSum(string word) => word.Length > 1 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]);
}
