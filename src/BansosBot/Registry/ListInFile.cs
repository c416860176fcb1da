using System.Collections.Immutable;
using System.Security.Cryptography;
using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Storage;

namespace BansosBot.Registry;

/// <summary>A list as it was read from a file, by what people have confirmed of its columns.</summary>
/// <param name="Sha256">Of the file, in lower-case hex.</param>
internal sealed record ListInFile(ReadList List, string Sha256)
{
    /// <param name="columns">What is said of columns besides; by <see cref="ColumnMeanings.KeyOf"/>.</param>
    /// <param name="today">The day in Serang.</param>
    public static Task<Outcome<ListInFile>> ReadAsync(IRegistryReads registry, string path, ImmutableDictionary<string, Holds> columns, ListUse use, DateOnly today, CancellationToken stop) => Task.Run(
        async () =>
        {
            var meanings = new ColumnMeanings((await registry.ColumnsAsync(stop)).SetItems(columns));
            return ListFile.Read(path, Path.GetFileName(path), today, meanings, use) switch
            {
                Outcome<ReadList>.Ok(var list) => new ListInFile(list, await HashOfAsync(path, stop)),
                Outcome<ReadList>.No(var why) => (Outcome<ListInFile>)why,
                _ => throw new InvalidOperationException(),
            };
        },
        stop);

    private static async Task<string> HashOfAsync(string path, CancellationToken stop)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }
}
