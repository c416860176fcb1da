namespace BansosBot.Domain.Registry;

/// <summary>As registered at the civil registry.</summary>
public enum Sex
{
    Male,
    Female,
}
