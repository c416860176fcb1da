namespace BansosBot.Configuration;

/// <summary>Something to mend in the configuration: one line, and no secret in it.</summary>
/// <param name="Name">The setting, as in <c>Telegram:Token</c>, or the file.</param>
/// <param name="Wrong">What is wrong with it.</param>
/// <param name="Example">How it would be right; null where an example says nothing.</param>
public sealed record SettingMistake(string Name, string Wrong, string? Example = null)
{
    public override string ToString() => Example is null ? $"{Name}: {Wrong}" : $"{Name}: {Wrong}. Example: {Example}";
}
