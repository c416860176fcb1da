using System.Collections.Immutable;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Schedules;

/// <summary>How an aid is called where a schedule or a wish names one.</summary>
public sealed class AidNames(params ImmutableArray<Programme> programmes)
{
    private readonly ImmutableDictionary<string, Programme> programmes = programmes.ToImmutableDictionary(p => p.Name);

    public bool Has(string programme) => programmes.ContainsKey(programme);

    /// <summary>Begins with a capital. Null: any aid; a programme whose file is gone is another aid.</summary>
    public Say Of(string? programme) =>
        programme is null ? new("Aid.Any")
        : programmes.TryGetValue(programme, out var known) ? known.Says(ProgrammeTexts.Short)
        : new("Aid.Other");
}
