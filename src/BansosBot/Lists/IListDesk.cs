using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;

namespace BansosBot.Lists;

/// <summary>Where a list is shown and taken in: in this process, or by the bot that runs.</summary>
internal interface IListDesk
{
    Task<ListShown> ShowAsync(ListAsk ask, CancellationToken stop);

    /// <param name="shown">What was shown of it, which must still be so; null: it is taken in whatever it is.</param>
    /// <param name="note">A line of progress.</param>
    Task<ListShown> TakeInAsync(ListAsk ask, ListShown? shown, Func<string, Task> note, CancellationToken stop);

    /// <summary>The difference between the list that holds and the one before it, a line each; nobody is shown whole.</summary>
    Task<IReadOnlyList<string>> DifferenceAsync(string programme, CancellationToken stop);
}

/// <summary>A list, as it is asked for.</summary>
/// <param name="Path">The whole path; of one that was sent, as whoever sent it calls it.</param>
/// <param name="Columns">By <see cref="ColumnMeanings.KeyOf"/>.</param>
internal sealed record ListAsk(string Path, string Programme, int Year, int? Round, IReadOnlyDictionary<string, Holds> Columns)
{
    /// <summary>Of one that was sent; null: it lies at <see cref="Path"/>.</summary>
    [JsonIgnore]
    public byte[]? Content { get; init; }

    [JsonIgnore]
    public ListSource Source => Content is { } sent ? new ListSource.Sent(Path, sent) : new ListSource.OnDisk(Path);
}

/// <summary>A list, as it is shown.</summary>
/// <param name="Lines">The preview, a line each; empty: it could not be read.</param>
/// <param name="Closing">What became of it, in a sentence; empty: nothing yet.</param>
/// <param name="Json">For scripts; empty where there is none.</param>
/// <param name="File">SHA-256 of the file; null: it could not be read.</param>
/// <param name="Before">Id of the list that holds; null: none.</param>
internal sealed record ListShown(ListFate Fate, IReadOnlyList<string> Lines, string Closing, string Json, string? File, string? Before)
{
    /// <summary>Its columns, each heading once; none where it could not be read.</summary>
    [JsonIgnore]
    public ImmutableArray<ListColumn> Columns { get; init; } = [];

    internal static ImmutableArray<ListColumn> ColumnsOf(ReadList list) => [.. list.Sheets.SelectMany(s => s.Columns).DistinctBy(c => ColumnMeanings.KeyOf(c.Header))];
}
