using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>Nothing is open: the menu, and what people write of themselves.</summary>
internal static class Idle
{
    /// <summary>The menu, with the draft that can be gone on with on top.</summary>
    public static void ShowMenu(Scene scene)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<Choice>>();
        foreach (var errand in scene.Talk.Errands)
        {
            if (errand.MenuLabel(scene.Now) is { } label) rows.Add([new(Everywhere.Go + errand.Name, label)]);
        }

        rows.Add([new(Everywhere.Officer, new Say("Menu.Button.Officer"))]);
        scene.Ask([scene.IsNew ? new Say("Menu.Greeting", ("dinas", scene.Talk.Office.Name)) : new Say("Menu.WhatDoYouNeed")], rows.ToImmutable());
    }

    public static void Help(Scene scene)
    {
        scene.Note(new Say("Menu.Help", ("dinas", scene.Talk.Office.Name)));
        ShowMenu(scene);
    }

    public static void Hears(Scene scene, Heard heard)
    {
        if (heard is Heard.Text(var typed) && Understand(typed) is { } choice && Opening.Of(scene.Talk, scene.Now, choice) is var (errand, argument))
        {
            errand.Open(scene, argument);
            return;
        }

        if (heard is Heard.Picture) scene.Note(new Say("Odd.PictureInMenu"));
        else if (heard is Heard.Text(var said) && !IsGreeting(said)) scene.Note(new Say("Menu.NotUnderstood"));
        ShowMenu(scene);
    }

    /// <summary>What people write where nothing was asked, by a few plain words of the field. Unsure: null, and the menu.</summary>
    public static string? Understand(string typed)
    {
        var words = Everywhere.Plain(typed).Split(' ');
        bool Any(params ReadOnlySpan<string> some)
        {
            foreach (var word in words)
                if (some.Contains(word)) return true;
            return false;
        }

        return Any("hapus") && Any("data") ? Everywhere.Go + "erase"
            : Any("data") && Any("saya", "sy", "tentang") ? Everywhere.Go + "mydata"
            : Any("tarik", "menarik", "cabut", "mencabut") ? Everywhere.Go + "withdraw"
            : Any("kode") && Any("tanda", "terima", "pakai", "pengajuan", "status") ? Everywhere.Go + "status:code"
            : Any("status", "pengajuan", "sampai", "sampe", "smpe", "kabar", "kabarnya") ? Everywhere.Go + "status"
            : Any("penipuan", "asli", "resmi", "hoax", "bohong", "link", "tautan") ? Everywhere.Go + "official"
            : Any("telegram") && Any("lanjut", "lanjutkan", "lanjutin", "pindah", "sambung", "teruskan") ? Everywhere.Go + "telegram"
            : Any("lanjut", "lanjutkan", "lanjutin", "teruskan", "terusin") ? Everywhere.Go + "apply"
            : Any("cair", "cairnya", "pencairan", "jadwal", "jadwalnya", "pembagian", "dibagi", "dibagikan", "kapan", "kpn") ? Everywhere.Go + "schedule"
            : Any("pkh", "bpnt", "sembako", "blt", "pip", "kip", "kis", "bpjs", "lansia", "disabilitas", "difabel") && !Any("yatim", "piatu", "yapi") ? Everywhere.Go + "programmes"
            : Any("dokumen", "dokumennya", "berkas", "berkasnya", "surat", "suratnya") ? Everywhere.Go + "papers"
            : Any("syarat", "syaratnya", "persyaratan", "berapa", "brp") ? Everywhere.Go + "interview"
            : Any("yatim", "piatu", "yapi") ? Everywhere.Go + "apply:yapi"
            : Any("meninggal", "wafat", "almarhum", "almarhumah") && Any("bansos", "bantuan", "bantuannya", "daftar", "daftarin", "ngajuin", "ajukan", "mengajukan") ? Everywhere.Go + "apply"
            : Any("bansos", "bantuan", "bantuannya") ? Everywhere.Go + "programmes"
            : Any("daftar", "daftarin", "ngajuin", "ajukan", "mengajukan") ? Everywhere.Go + "apply"
            : null;
    }

    private static bool IsGreeting(string said) =>
        Everywhere.Plain(said).Split(' ')[0] is "assalamualaikum" or "assalamu" or "halo" or "hallo" or "hai" or "pagi" or "siang" or "sore" or "malam"
            or "selamat" or "permisi" or "p" or "punten" or "sampurasun" or "hello" or "hi" or "makasih" or "terima" or "terimakasih" or "trims" or "nuhun" or "hatur";
}
