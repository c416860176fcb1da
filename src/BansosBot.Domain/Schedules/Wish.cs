namespace BansosBot.Domain.Schedules;

/// <summary>A chat wants to hear of schedules of an aid in a part of the city ("Kabari saya"). One for each aid and area.</summary>
/// <param name="Programme">Null: of any aid.</param>
/// <param name="At">When it was wished.</param>
public sealed record Wish(string? Programme, Area Area, DateTimeOffset At)
{
    /// <summary>So many in one chat: a family's own and those of some it cares for. More would be somebody who collects news of the whole
    /// city, and each of them is a message to be sent at every hand-out.</summary>
    public const int InChatMax = 10;

    public bool IsFor(string? programme, Area area) => Programme == programme && Area == area;
}
