using System.Diagnostics;
using BansosBot.Domain.Understanding;

namespace BansosBot.Benchmarks.Understanding;

/// <summary>What a phrase costs: issue 4, "Speed", asks for under 2 ms and 50 MiB.</summary>
internal static class ReadingSpeed
{
    private static readonly string[] Phrases =
    [
        "bansos sy kpn cair", "P", "kasemen gimana pa", "iraha beas dibagikeun di curug", "bapane wis ore ane, pripun carane daftar",
        "assalamualaikum pak saya ketua rt di kilasah, ada warga saya meninggal dua2nya suami istri ninggalin anak 2 diasuh pamannya, mohon arahannya",
        "tetangga sy di kasunyatan kakinya lumpuh gara2 jatoh dr pohon kelapa, kemana2 digendong anaknya. dr dinsos ada program alat bantu kaya kursi roda gitu gak pa",
        "is there any program for kids who dropped out of junior high and just hang around all day?",
        string.Join(' ', Enumerable.Repeat("brkas pngajuan sy yg kmren sdh di perksa blum ya bu soalny lma bgt", 12)),
    ];

    public static void Measure()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var since = Stopwatch.GetTimestamp();
        var book = PhraseBook.Shipped();
        var opened = Stopwatch.GetElapsedTime(since);
        since = Stopwatch.GetTimestamp();
        book.MakeReady();
        var ready = Stopwatch.GetElapsedTime(since);
        var first = Time(book, Phrases[0]);
        var kept = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0;
        var times = new List<double>();
        for (var round = 0; round < 300; round++)
            foreach (var phrase in Phrases) times.Add(Time(book, phrase));
        var warm = times.Skip(times.Count / 3).Order().ToList();
        Console.WriteLine($"book read in {opened.TotalMilliseconds:F0} ms, made ready in {ready.TotalMilliseconds:F0} ms, keeps {kept:F1} MiB; the very first phrase {first:F1} ms");
        Console.WriteLine($"a phrase: mean {warm.Average():F3} ms, p50 {warm[warm.Count / 2]:F3} ms, p99 {warm[warm.Count * 99 / 100]:F3} ms, longest {warm[^1]:F3} ms");
        GC.KeepAlive(book);
    }

    private static double Time(PhraseBook book, string phrase)
    {
        var since = Stopwatch.GetTimestamp();
        book.Read(phrase);
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }
}
