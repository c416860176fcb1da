namespace BansosBot.Domain.Registry.Lists;

/// <summary>What columns hold: first as people have said or confirmed it, then by the names that are known.</summary>
/// <param name="confirmed">By <see cref="KeyOf"/> of the heading.</param>
public sealed class ColumnMeanings(IReadOnlyDictionary<string, Holds> confirmed)
{
    public static readonly ColumnMeanings None = new(new Dictionary<string, Holds>());

    /// <summary>By what a heading is remembered: its letters, without case, blanks and signs. Empty: it has none.</summary>
    public static string KeyOf(string heading) => ColumnNames.Key(heading);

    public bool IsConfirmed(string heading) => confirmed.ContainsKey(KeyOf(heading));

    internal Holds Of(string name) => confirmed.TryGetValue(KeyOf(name), out var said) && name.Length > 0 ? said : ColumnNames.Of(name);

    /// <summary>Of a heading of two rows.</summary>
    internal Holds Of(string upper, string lower) => confirmed.TryGetValue(KeyOf($"{upper} {lower}"), out var said) && upper.Length + lower.Length > 0 ? said : ColumnNames.Of(upper, lower);
}
