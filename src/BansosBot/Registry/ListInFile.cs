using System.Collections.Immutable;
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
    public static Task<Outcome<ListInFile>> ReadAsync(IRegistryReads registry, ListSource source, ImmutableDictionary<string, Holds> columns, ListUse use, DateOnly today, CancellationToken stop) => Task.Run(
        async () => ListFile.Read(source, today, new((await registry.ColumnsAsync(stop)).SetItems(columns)), use),
        stop);
}
