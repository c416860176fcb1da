namespace BansosBot.Storage.Keys;

/// <summary>Which data key something was encrypted with: a place in <c>subjects.keys</c>, one for each person (or one for a stray chat).</summary>
/// <remarks>The number may be stored in the clear; it says nothing about the person. 0 is no slot: a forgotten one fails.</remarks>
public readonly record struct KeySlot(int Number)
{
    /// <summary>The office's own key, for what has no subject: parked messages of unknown people. Never erased.</summary>
    public static KeySlot Office => new(1);
}
