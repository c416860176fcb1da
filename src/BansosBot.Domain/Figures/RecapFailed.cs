namespace BansosBot.Domain.Figures;

/// <summary>The picture and the sheet could not be drawn: the numbers in words were said already.</summary>
public sealed record RecapFailed : Refusal
{
    public override Say Sentence => new($"Refusal.{nameof(RecapFailed)}");
}
