using System.Collections.Immutable;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Storage;

/// <summary>What is read of the registry's lists besides look-ups: in portions, each as short as a turn's reading.</summary>
public interface IRegistryReads
{
    /// <summary>A keyed hash by which rows are compared; the uses of <see cref="RowKeys.Of"/>.</summary>
    string Hash(string use, string value);

    /// <summary>All lists that were ever taken in, or are being taken in.</summary>
    ValueTask<IReadOnlyList<KeptList>> ListsAsync(CancellationToken stop);

    /// <summary>By what the rows of a list are compared, in the order of their numbers; a row that was written without keys is passed over.</summary>
    /// <param name="after">Rows behind this number; 0: from the first.</param>
    /// <param name="most">At most so many; fewer where rows were passed over, none at the end.</param>
    /// <returns>With the number of the last row that was looked at.</returns>
    ValueTask<(IReadOnlyList<RowKeys> Keys, int Last)> RowKeysAsync(string list, int after, int most, CancellationToken stop);

    /// <summary>Rows of a list by their numbers. One that is gone or does not open is left out.</summary>
    ValueTask<ImmutableDictionary<int, Recipient>> RowsAsync(string list, IReadOnlyCollection<int> rows, CancellationToken stop);

    /// <summary>A page of what changed from the list before; empty: there is none of this number.</summary>
    /// <param name="page">From 1.</param>
    ValueTask<ImmutableArray<RowChange>> ChangesAsync(string list, int page, CancellationToken stop);

    /// <summary>Decisions of a list that wait for a person. One that does not open is left out.</summary>
    /// <param name="most">At most so many.</param>
    ValueTask<IReadOnlyList<ListDecision>> DecisionsAsync(string list, int most, CancellationToken stop);

    /// <summary>What columns hold, as people have confirmed it.</summary>
    ValueTask<ImmutableDictionary<string, Holds>> ColumnsAsync(CancellationToken stop);
}
