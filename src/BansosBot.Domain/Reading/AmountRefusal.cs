namespace BansosBot.Domain.Reading;

/// <summary>Why something typed is not an amount of money.</summary>
public abstract record AmountRefusal : Refusal
{
    private protected AmountRefusal() { }
}

/// <summary>No amount was found, or more than one.</summary>
public sealed record AmountNotUnderstood : AmountRefusal
{
    public override Say Sentence => new("Refusal.AmountNotUnderstood");
}

/// <summary>More than anybody earns or pledges: zeros too many.</summary>
public sealed record AmountTooLarge : AmountRefusal
{
    public override Say Sentence => new("Refusal.AmountTooLarge");
}
