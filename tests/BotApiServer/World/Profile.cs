namespace BotApiServer;

/// <summary>What the bot says of itself, by language; its commands by scope and language. Under the world's lock.</summary>
internal sealed class Profile
{
    private const int EntriesMax = 10_000;

    private readonly Dictionary<(string What, string Scope, string Language), byte[]> entries = [];

    /// <param name="json">As it is given back.</param>
    public void Set(string what, string scope, string language, byte[] json)
    {
        if (entries.Count < EntriesMax)
        {
            entries[(what, scope, language)] = json;
        }
    }

    public void Remove(string what, string scope, string language) => entries.Remove((what, scope, language));

    public void Clear() => entries.Clear();

    /// <summary>Null when it was never set.</summary>
    public byte[]? Get(string what, string scope, string language) => entries.GetValueOrDefault((what, scope, language));
}
