using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary>How choices stand in rows: short ones side by side, and below them what is open everywhere.</summary>
internal static class Rows
{
    public static ImmutableArray<ImmutableArray<Choice>> Of(ImmutableArray<Choice> own) => own.Length switch
    {
        0 => [],
        2 => [own],
        > 6 => [.. own.Chunk(2).Select(pair => pair.ToImmutableArray())],
        _ => [.. own.Select(c => ImmutableArray.Create(c))],
    };

    /// <param name="stuck">The person seems stuck: the officer and the way out stand there too.</param>
    /// <param name="own">What stands there already.</param>
    public static ImmutableArray<ImmutableArray<Choice>> Everywhere(bool stuck, ImmutableArray<Choice> own = default)
    {
        ImmutableArray<Choice> always =
        [
            new(Conversations.Everywhere.Back, new Say("Anywhere.Button.Back")),
            new(Conversations.Everywhere.Help, new Say("Anywhere.Button.Help")),
            new(Conversations.Everywhere.Menu, new Say("Anywhere.Button.Menu")),
        ];
        var officer = new Choice(Conversations.Everywhere.Officer, new Say("Anywhere.Button.Officer"));
        var offersOfficer = !own.IsDefault && own.Any(c => c.Name == officer.Name);
        return stuck
            ? [.. offersOfficer ? (ImmutableArray<ImmutableArray<Choice>>)[] : [[officer]], [new(Conversations.Everywhere.Cancel, new Say("Anywhere.Button.Cancel"))], always]
            : [always];
    }
}
