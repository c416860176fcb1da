using System.Globalization;
using BansosBot.Delivery;
using BansosBot.Domain.Conversations;

namespace BansosBot.Simulation.City;

/// <summary>Answers to the questions of the orphan assistance, mostly right.</summary>
internal sealed class Answering(ChatKey chat, Household family, Random random)
{
    private static readonly Dictionary<string, string[]> Mostly = new()
    {
        ["parent_status"] = ["ayah", "ibu", "keduanya"],
        ["remarried"] = ["tidak"],
        ["resident"] = ["ya"],
        ["circumstances"] = ["tidak_ada"],
        ["desil"] = ["1", "2", "3", "belum_terdata"],
        ["poor"] = ["ya"],
        ["state_job"] = ["tidak_ada"],
        ["pkh"] = ["tidak"],
        ["relation"] = ["kakek_nenek", "paman_bibi", "kakak"],
        ["consent"] = ["boleh"],
        ["for_whom"] = ["sendiri", "sendiri", "orang_lain"],
    };

    private static readonly string[] WrongWords =
        ["apa itu?", "tidak tahu", "besok saja ya", "3673", "31-02-2015", "3673013502140001", "1234567890123456", "????", "Rumah biru dekat pasar", "tujuh", "0"];

    private int children = 1;

    public void BeginSitting() => children = 1 + random.Next(3);

    public IReadOnlyList<Said> At(Conversation now, IReadOnlyList<Letter> inbox, DateOnly today)
    {
        var (step, draft) = (StepMap.StepOf(now.Place)!, now.Drafts["yapi"]);
        if (random.Next(12) == 0) return [Saying.Words(chat, WrongWords[random.Next(WrongWords.Length)])];
        if (now.Choices.Contains("sudah_semua")) return random.Next(4) == 0 ? Photos() : [Choose("sudah_semua")];
        if (now.Choices.Contains("di_kantor") || now.Choices.Contains("lewati"))
            return random.Next(3) > 0 ? [Choose(now.Choices.Contains("lewati") ? "lewati" : "di_kantor")] : Photos();
        if (now.Choices.Contains("benar")) return [Choose(random.Next(8) == 0 ? "ubah" : "benar")];
        if (step == "more_children") return [Choose(draft.Child < children ? "ya" : "tidak")];
        if (Mostly.TryGetValue(step, out var good) && random.Next(15) > 0) return [Choose(good[random.Next(good.Length)])];
        if (Typed(step, family.Of(draft.Child, today)) is { } typed) return [Saying.Words(chat, typed)];
        var own = now.Choices.Where(c => !Everywhere.IsEverywhere(c)).ToList();
        if (step == "child_sex") return [Choose(family.Of(draft.Child, today).IsGirl ? "perempuan" : "laki_laki")];
        if (step == FlowShape.Verdict && random.Next(2) == 0) return [Choose(Everywhere.Back)];
        return [Choose(own.Count > 0 ? own[random.Next(own.Count)] : Everywhere.Back)];

        Said Choose(string choice) => Saying.Choose(chat, random, now, inbox, choice);
    }

    private string? Typed(string step, Child child) => step switch
    {
        "birth_date" => child.BornOn.ToString(random.Next(2) == 0 ? "d-M-yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture),
        "guardian_name" => family.Guardian,
        "filer_name" => "Nuraini Kaderwati",
        "guardian_nik" => family.GuardianNik,
        "kk_number" => family.Kk,
        "phone" => family.Phone,
        "kelurahan" => family.Kelurahan.Name,
        "address" => family.Address,
        "person_name" => child.Name,
        "child_birth_place" => "Serang",
        "person_nik" => random.Next(3) == 0 ? string.Join(' ', child.Nik.Chunk(4).Select(four => new string(four))) : child.Nik,
        _ => null,
    };

    private List<Said> Photos()
    {
        var sentAs = random.Next(3) == 0 ? SentAs.File : SentAs.Picture;
        var count = chat.Channel == Town.Web ? 1 : 1 + random.Next(3);
        var album = count > 1 ? $"album-{random.Next()}" : null;
        return [.. Enumerable.Range(0, count).Select(i => Saying.Photo(chat, Shelf.Picture(random, sentAs), album, mayBeSilent: i < count - 1))];
    }
}

/// <summary>What people do besides answering.</summary>
internal sealed class Quirks(ChatKey chat, Random random)
{
    private static readonly string[] Idle = ["assalamualaikum", "bansos sy kpn cair", "mau daftar yatim", "udh smpe mana pengajuan sy", "apakah ini asli", "terima kasih", "hapus data saya", "data saya apa saja"];
    private static readonly string[] Commands = ["menu", "bantuan", "batal", "petugas", "status", "cek", "resmi", "data_saya", "start", "tidakada", "daftar"];

    public Said Wanders() => Saying.Words(chat, Idle[random.Next(Idle.Length)]);

    /// <summary>Null: this time nothing odd.</summary>
    public IReadOnlyList<Said>? Any(Conversation now, IReadOnlyList<Letter> inbox) => random.Next(11) switch
    {
        0 => [Odd((OddKind)random.Next(Enum.GetValues<OddKind>().Length))],
        1 => [Saying.Words(chat, string.Concat(Enumerable.Repeat("cerita panjang ", random.Next(2) == 0 ? 90 : 300)))],
        2 or 3 => [Saying.Command(chat, Commands[random.Next(Commands.Length)])],
        4 => [Saying.Photo(chat, Shelf.Picture(random, SentAs.Picture), album: null, mayBeSilent: false)],
        5 when Button(inbox) is var (question, choice) => [Saying.Press(chat, question, choice, "an old button?") with { MayBeSilent = true }],
        6 when Button(inbox) is var (question, choice) => [Saying.Press(chat, question, choice, "twice") with { MayBeSilent = true }, Saying.Press(chat, question, choice, "twice") with { MayBeSilent = true }],
        7 => [Saying.Choose(chat, random, now, inbox, Everywhere.Back)],
        8 => [Saying.Words(chat, "PIN saya 482913")],
        9 => [Saying.Words(chat, "kembali"), Saying.Words(chat, "menu")],
        10 => [Saying.Press(chat, -1, -1, "unreadable data")],
        _ => null,
    };

    private Said Odd(OddKind kind) => new(id => new Incoming.Odd(chat, id, kind), $"sends {kind}");

    private (int Question, int Choice)? Button(IReadOnlyList<Letter> inbox)
    {
        var buttons = inbox.SelectMany(l => l.Buttons.SelectMany(r => r).Where(b => b.Link is null).Select(b => (l.Question, b.Choice))).ToList();
        return buttons.Count == 0 ? null : buttons[random.Next(buttons.Count)];
    }
}
