using System.Collections.Immutable;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Registry;

/// <summary>What somebody says of a list besides the file.</summary>
/// <param name="Columns">What columns hold where the reading was wrong, by <see cref="ColumnMeanings.KeyOf"/>; empty: nothing.</param>
public sealed record ListChoice(string Programme, Period Period, ImmutableDictionary<string, Holds> Columns);

/// <summary>A list that was read and compared with the one that holds. Nothing of it is stored yet.</summary>
/// <param name="AsList">As it would be kept.</param>
/// <param name="Before">The list whose place it would take; null: it is the first of its programme.</param>
/// <param name="Choice">By what it was read.</param>
public sealed record ListPlan(ReadList List, Comparison Compared, RecipientList AsList, RecipientList? Before, ListChoice Choice)
{
    /// <summary>The very file that the list which holds was read from.</summary>
    public bool IsTheSameAgain => Before is { File: { } file } && file == AsList.File && Before.Period == AsList.Period;

    /// <summary>What a person confirms with the list: what its columns hold.</summary>
    public ImmutableDictionary<string, Holds> Columns
    {
        get
        {
            var confirmed = ImmutableDictionary.CreateBuilder<string, Holds>();
            foreach (var column in List.Sheets.SelectMany(s => s.Columns).Where(c => c.Holds > Holds.Unknown))
                if (ColumnMeanings.KeyOf(column.Header) is { Length: > 0 } key) confirmed.TryAdd(key, column.Holds);
            return confirmed.ToImmutable();
        }
    }
}
