namespace BansosBot.Domain.Reading;

/// <summary>What a reader made of what was typed: clear, unsure, or no.</summary>
/// <remarks>Differs from <see cref="Outcome{T}"/> by the middle case: a guess that a person must confirm first.</remarks>
public abstract record Heard<T>
{
    private Heard() { }

    /// <summary>Read without a guess.</summary>
    public sealed record Clear(T Value) : Heard<T>;

    /// <summary>Probably this; ask <paramref name="Question"/> and take <paramref name="Candidate"/> only after a yes.</summary>
    public sealed record Unsure(T Candidate, Say Question) : Heard<T>;

    /// <summary>Cannot be this kind of answer.</summary>
    public sealed record No(Refusal Why) : Heard<T>;

    /// <summary>The kind only: some values (a date) have no mask of their own.</summary>
    public sealed override string ToString() => GetType().Name;

    public static implicit operator Heard<T>(T value) => new Clear(value);

    public static implicit operator Heard<T>(Refusal why) => new No(why);
}
