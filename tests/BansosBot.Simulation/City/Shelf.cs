using System.Collections.Concurrent;
using BansosBot.Documents;
using BansosBot.Domain.Conversations;

namespace BansosBot.Simulation.City;

/// <summary>Invented pictures, as a channel keeps them: some cannot be fetched at the first try, some are gone, some are no pictures.</summary>
internal sealed class Shelf(string channel, Weather weather, Task isOpen) : IFileSource
{
    private static readonly byte[] Readable = InventedPhoto.Draw(420, 400), TooSmall = InventedPhoto.Draw(120, 90), Broken = Readable[..600];
    private readonly ConcurrentDictionary<string, int> tries = new();

    public string Channel => channel;

    /// <summary>A picture that a person could send; three in ten are not kept.</summary>
    public static FileRef Picture(Random random, SentAs sentAs)
    {
        var kind = random.Next(10) switch { 0 or 1 => "kecil", 2 => random.Next(2) == 0 ? "rusak" : "hilang", _ => "baik" };
        return new($"{kind}-{random.Next(3)}-{random.Next()}", Readable.Length, sentAs, null);
    }

    public async Task<bool> FetchAsync(FileRef file, Stream into, CancellationToken stop)
    {
        await isOpen;
        var parts = file.At.Split('-');
        if (weather.IsDown || (parts[1] != "0" && tries.AddOrUpdate(file.At, 1, (_, n) => n + 1) == 1)) throw new IOException("not reached");
        if (parts[0] == "hilang") return false;
        await into.WriteAsync(parts[0] switch { "kecil" => TooSmall, "rusak" => Broken, _ => Readable }, stop);
        return true;
    }
}
