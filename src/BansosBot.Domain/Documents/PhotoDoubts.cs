namespace BansosBot.Domain.Documents;

/// <summary>What may be wrong with a photo that was kept all the same: a hint to ask, never a reason to refuse.</summary>
/// <remarks>Measured on grey values only. A photo without doubts can still be unreadable; a human looks.</remarks>
[Flags]
public enum PhotoDoubts
{
    None = 0,

    /// <summary>Even its brightest part is dark.</summary>
    Dark = 1,

    /// <summary>Nowhere in it is an edge as sharp as readable print has: blurred, or nothing is printed on it.</summary>
    Blurred = 2,
}
