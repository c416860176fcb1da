namespace BansosBot.Domain;

/// <summary>Whole rupiah. The sen is not used in payments.</summary>
/// <param name="Amount">0 or more.</param>
public readonly record struct Rupiah(long Amount)
{
    public static Rupiah operator *(Rupiah each, int count) => new(each.Amount * count);
}
