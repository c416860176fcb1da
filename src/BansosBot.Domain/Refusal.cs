namespace BansosBot.Domain;

/// <summary>An expected "no" that carries what its sentence needs, never a personal value.</summary>
/// <remarks>Families of refusals stand beside what refuses (<c>NikRefusal</c> in Registry).</remarks>
public abstract record Refusal
{
    /// <summary>What the person is told: what was got, what is wanted, an example, a way out.
    /// Key <c>Refusal.</c> + the type's name.</summary>
    public abstract Say Sentence { get; }
}
