using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Staff;

/// <summary>A whole case that is left lying for weeks: everything that comes of it by itself, to whom and at what hour, held against an approved file.</summary>
public sealed partial class LyingCaseTests : AtTheDesk
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);
    private static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    // Hours at which it is looked; in between nothing may come.
    private static readonly TimeOnly[] Hours = [new(6, 59), new(7, 0), new(7, 29), new(7, 30), new(20, 0)];

    private readonly List<string> told = [];

    [Fact]
    public async Task A_case_left_lying_for_weeks_draws_these_messages_and_no_others()
    {
        await ComesInAsync("7", Role.Verifikator, "Bu Rina");
        await ComesInAsync("8", Role.KepalaBidang, "Pak Hadi");
        await AppliesAsync();
        var id = (await ConversationAsync(Own)).Cases[0];

        Note("keluarga mendaftar, lalu pengajuannya didiamkan");
        await LiesUntilAsync(new(2025, 10, 2), new(20, 30));
        Note("Bu Rina memeriksa berkas malam hari, lalu didiamkan lagi");
        await OpensAsync("7", id);
        await PressAsync("7", $"go:deskcase:{id}:hold");
        await PressAsync("7", $"go:deskcase:{id}:takeup");
        await LiesUntilAsync(new(2025, 10, 16), new(10, 0));
        Note("Bu Rina minta nomor HP diperbaiki, keluarganya diam");
        await OpensLateAsync(id);
        await PressAsync("7", $"go:deskcase:{id}:hold");
        foreach (var choice in (string[])["", "::phone", ":phone=PhoneDead", ":phone=PhoneDead:!"]) await PressAsync("7", $"go:deskmend:{id}{choice}");
        await LiesUntilAsync(new(2025, 11, 3), new(9, 0));
        Note("keluarga mengirim perbaikan, terlambat, lalu didiamkan lagi");
        await SaysAsync("1", "status");
        await PressAsync("1", NewsChoice.Correct);
        await SaysAsync("1", "0813-2222-3333");
        await PressAsync("1", "kirim");
        await LiesUntilAsync(new(2025, 11, 10), new(9, 0));
        Note("Bu Rina menyatakan memenuhi syarat, kepala bidang diam");
        await OpensLateAsync(id);
        await PressAsync("7", $"go:deskcase:{id}:hold");
        await PressAsync("7", $"go:deskcase:{id}:verify");
        await PressAsync("7", $"go:deskcase:{id}:verify:!");
        await LiesUntilAsync(new(2025, 11, 21), new(12, 0));

        await ApprovedText.VerifyAsync(Folder(), nameof(LyingCaseTests), _ => Task.FromResult(string.Join('\n', told) + "\n"));
    }

    private async Task LiesUntilAsync(DateOnly day, TimeOnly hour)
    {
        var until = new DateTimeOffset(day.ToDateTime(hour), Wib);
        await HearAsync();
        while (Now < until)
        {
            var today = Now.Date;
            var next = Hours.Select(h => new DateTimeOffset(today + h.ToTimeSpan(), Wib)).Append(new(today.AddDays(1), Wib)).First(at => at > Now);
            if (next.Hour == 0 && next.Day % 5 == 0) await Hall.OpenAgainAsync();
            Hall.Clock.Advance((next < until ? next : until) - Now);
            await HearAsync();
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private DateTimeOffset Now => Hall.Clock.GetUtcNow().ToOffset(Wib);

    private async Task HearAsync()
    {
        foreach (var (person, name) in ((string, string)[])[("1", "keluarga"), ("8", "kepala bidang"), ("7", "Bu Rina")])
        {
            foreach (var letter in await Hall.WaitsAsync(person, TimeSpan.Zero))
            {
                var buttons = string.Concat(letter.Buttons.SelectMany(r => r).Select(b => $" [{b.Label}]"));
                told.Add(Mark().Replace($"{Now.ToString("ddd dd-MM-yyyy HH.mm", Indonesian)} {name}: {letter.Words.Text.Replace("\n\n", "\n", StringComparison.Ordinal).Replace("\n", " / ", StringComparison.Ordinal)}{buttons}", "nomor N, tanda T"));
            }
        }
    }

    private void Note(string what) => told.Add($"# {Now.ToString("ddd dd-MM-yyyy HH.mm", Indonesian)} {what}");

    private async Task OpensLateAsync(string id)
    {
        await CommandsAsync("7", "petugas");
        await SaysAsync("7", "YAPI-2025-000001");
        await PressAsync("7", "go:deskcase:" + id);
    }

    private async Task AppliesAsync()
    {
        await CommandsAsync("1", "daftar");
        string[] said =
        [
            "[keduanya]", "12-3-2014", "[benar]", "[ya]", "[tidak_ada]", "[2]", "[tidak_ada]", "[tidak]", "[kakek_nenek]", "[boleh]", "[di_kantor]", "[sendiri]", "Siti Aminah", "3604014508720003", "3673011203140007",
            "0812-3456-7890", "unyur", "Kp. Kebon RT 2 RW 5", "[di_kantor]", "Ahmad Fauzi", "[laki_laki]", "Serang", "3673011203140001", "[di_kantor]", "[lewati]", "[tidak]",
            "[di_kantor]", "[di_kantor]", "[di_kantor]", "[di_kantor]", "[di_kantor]", "[lewati]", "[kirim]",
        ];
        foreach (var words in said)
        {
            if (words[0] == '[') await PressAsync("1", words[1..^1]);
            else await SaysAsync("1", words);
        }
    }

    [GeneratedRegex(@"nomor [0-9.]+, tanda [0-9a-f]{12}", RegexOptions.None, 1_000)]
    private static partial Regex Mark();
}
