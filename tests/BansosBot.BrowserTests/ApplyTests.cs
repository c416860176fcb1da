using System.Text.RegularExpressions;
using BansosBot.Tests.Transcripts;
using static Microsoft.Playwright.Assertions;

namespace BansosBot.BrowserTests;

/// <summary>The main job, without a line of script.</summary>
public sealed partial class ApplyTests(RunningBot bot)
{
    [Fact]
    public async Task A_grandmother_applies_from_the_first_click_to_the_receipt_and_her_sister_sees_the_status_by_the_code()
    {
        await using var aminah = await bot.VisitorAsync();
        await aminah.OpenAsync();
        await aminah.ShootAsync("320-1-pembuka");
        await aminah.BeginAsync();
        await aminah.ShootAsync("320-2-menu");
        await AnswerTheCriteriaAsync(aminah);
        await GiveTheFormAsync(aminah);
        await MendTheAddressAsync(aminah);
        await aminah.ShootAsync("320-5-ringkasan");

        await aminah.PressAsync("Sudah benar, kirim");
        await aminah.HearsAsync("Pendaftaran sudah kami terima.");
        await aminah.ShootAsync("320-6-tanda-terima");
        var receipt = await aminah.Page.InnerTextAsync("[role=log]");
        Assert.Matches("YAPI-[0-9]{4}-000001 untuk Rizki Maulana", receipt);
        var code = Code().Match(receipt).Value;
        Assert.NotEmpty(code);

        await using var sister = await bot.VisitorAsync(width: 1000);
        await sister.BeginAsync();
        await sister.ShootAsync("1000-2-menu");
        await sister.PressAsync("Cek pengajuan saya");
        await sister.WriteAsync(code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        await sister.WriteAsync("3/12/14");
        await sister.PressAsync("Benar");
        await sister.IsAskedAsync("Antrean pemeriksaan: urutan 1.");
        await Expect(sister.Answer).Not.ToContainTextAsync("Maulana");
        await sister.ShootAsync("1000-7-status");
        await aminah.HearsAsync("Ada HP lain yang sekarang ikut melihat");
        await sister.ShootAllAsync("1000-7-status-semua");
        await aminah.ShootAllAsync("320-7-semua");
    }

    private static async Task AnswerTheCriteriaAsync(Visitor aminah)
    {
        await aminah.PressAsync("Daftar bantuan anak yatim");
        await aminah.ShootAsync("320-3-pertanyaan");
        await aminah.PressAsync("Ayah dan ibu");
        await aminah.WriteAsync("3/12/14");
        await aminah.PressAsync("Benar");
        await aminah.PressAsync("Ya, KK-nya Kota Serang");
        await aminah.PressAsync("Tidak ada");
        await aminah.PressAsync("1");
        await aminah.PressAsync("Tidak ada");
        await aminah.PressAsync("Tidak");
        await aminah.PressAsync("Kakek atau nenek");
        await aminah.IsAskedAsync("Kemungkinan berhak.");
        await aminah.PressAsync("Boleh");
    }

    private static async Task GiveTheFormAsync(Visitor aminah)
    {
        await aminah.IsAskedAsync("Kirim foto Kartu Keluarga");
        await aminah.SendPhotoAsync(Pictures.Readable);
        await aminah.SendPhotoAsync(Pictures.Readable);
        await aminah.IsAskedAsync("2 foto sudah kami terima");
        await aminah.ShootAsync("320-4-foto");
        await aminah.PressAsync("Sudah semua");
        await aminah.PressAsync("Anak yang saya asuh");
        foreach (var said in (string[])["aminah binti karta", "3604014508720003", "3673012509120002", "0812 3456 7890", "kasemen"]) await aminah.WriteAsync(said);
        await aminah.PressAsync("Margaluyu");
        await aminah.WriteAsync("kp kebon rt 2/5");
        await SendOneAsync(aminah, "Kirim foto KTP Bapak/Ibu");
        await aminah.WriteAsync("Rizki Maulana");
        await aminah.PressAsync("Laki-laki");
        await aminah.WriteAsync("Serang");
        await aminah.WriteAsync("3673020312140001");
        await SendOneAsync(aminah, "Kirim foto akta kelahiran");
        await aminah.PressAsync("Lewati");
        await aminah.PressAsync("Tidak ada");
        await SendOneAsync(aminah, "akta kematian ayah");
        await aminah.PressAsync("Saya tunjukkan di kantor");
        await SendOneAsync(aminah, "surat keterangan tidak mampu");
        await SendOneAsync(aminah, "surat keterangan yatim");
        await SendOneAsync(aminah, "surat pernyataan pengasuhan");
        await aminah.PressAsync("Lewati");
        await aminah.IsAskedAsync("Ringkasan isian");
    }

    private static async Task SendOneAsync(Visitor aminah, string question)
    {
        await aminah.IsAskedAsync(question);
        await aminah.SendPhotoAsync(Pictures.Readable);
        await aminah.IsAskedAsync("1 foto sudah kami terima");
        await aminah.PressAsync("Sudah semua");
    }

    private static async Task MendTheAddressAsync(Visitor aminah)
    {
        await aminah.IsAskedAsync("kp kebon, RT 002, RW 005");
        await aminah.PressAsync("Ada yang salah");
        await aminah.PressAsync("16. Alamat");
        await aminah.WriteAsync("kp baru rt 3/5");
        await aminah.IsAskedAsync("Ringkasan isian");
        await aminah.IsAskedAsync("kp baru, RT 003, RW 005");
    }

    [GeneratedRegex("(?<=Kode tanda terima: )[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Code();
}
