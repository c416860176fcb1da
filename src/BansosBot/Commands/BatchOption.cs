using System.CommandLine;

namespace BansosBot.Commands;

/// <summary>Which batch of proposals is meant.</summary>
/// <param name="description">For the verb's help.</param>
internal sealed class BatchOption(string description)
{
    public Option<string?> Option { get; } = new("--batch") { HelpName = "NUMBER", Description = description };

    /// <returns>As batches are numbered, in capitals; null: none was named.</returns>
    public string? In(ParseResult parsed) => parsed.GetValue(Option)?.Trim().ToUpperInvariant();
}
