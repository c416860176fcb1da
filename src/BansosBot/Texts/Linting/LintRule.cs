namespace BansosBot.Texts.Linting;

/// <summary>One thing to look for.</summary>
/// <param name="Name">As it stands in the mistake: <c>sentence-length</c>.</param>
/// <param name="Why">For the person whose sentence it stopped.</param>
/// <param name="Find">What is wrong, each with the words it is about.</param>
public sealed record LintRule(string Name, string Why, Func<LintText, IEnumerable<string>> Find);
