namespace BansosBot.Domain;

/// <summary>"Here it is" or "no, because". An expected no is a value; an exception means a bug or a world that failed.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    /// <summary>Here it is.</summary>
    public sealed record Ok(T Value) : Outcome<T>;

    /// <summary>No, because.</summary>
    public sealed record No(Refusal Why) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Ok(value);

    public static implicit operator Outcome<T>(Refusal why) => new No(why);
}
