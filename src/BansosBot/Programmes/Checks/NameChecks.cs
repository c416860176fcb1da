using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Programmes.Checks;

/// <summary>Names: their shape, and that each is used once.</summary>
internal static class NameChecks
{
    // Answers, text keys and stored drafts are kept by these names.
    private const int NameLengthMax = 40;

    /// <summary>Text keys of the programme stand beside those of its steps.</summary>
    private static readonly ImmutableArray<string> Reserved = ["rule", "any", "all", "not"];

    public static readonly ImmutableArray<Check> All =
    [
        new("programme-name", s => IsName(s.Name.Value, '-') ? [] : [(s.Name.Line, $"A programme's name is small letters, digits and hyphens, not \"{s.Name}\". Example: \"programme: yapi\"")]),
        new("file-name", s => $"{s.Name}.yaml" == s.File || s.Name.Value.Length == 0 ? [] : [(s.Name.Line, $"The programme \"{s.Name}\" stands in a file of its name. Call the file {s.Name}.yaml{(IsName(Path.GetFileNameWithoutExtension(s.File), '-') ? $", or write \"programme: {Path.GetFileNameWithoutExtension(s.File)}\"" : "")}")]),
        new("owner", s => !s.TakesCases || IsName(s.Owner.Value, '-') ? [] : [(s.Owner.Line, $"An owner is small letters, digits and hyphens, not \"{s.Owner}\". Example: \"owner: rehabilitasi-sosial\"")]),
        new("case-prefix", s => !s.TakesCases || IsPrefix(s.CasePrefix.Value) ? [] : [(s.CasePrefix.Line, $"Before a case number stand 2 to 10 capital letters, not \"{s.CasePrefix}\". Example: \"case_prefix: YAPI\"")]),
        new("called", s => s.Called.Where(c => Everywhere.Plain(c.Value) != c.Value).Select(c => (c.Line, $"What people call it is small letters and digits with single spaces, not \"{c}\". Example: \"called: [{string.Join(", ", c.Value.Split(',').Select(Everywhere.Plain).Where(p => p.Length > 0).DefaultIfEmpty("bantuan yatim"))}]\""))),
        new("called-twice", s => s.Called.GroupBy(c => c.Value).SelectMany(g => g.Skip(1).Select(c => (c.Line, $"\"{c}\" stands twice in \"called\". Leave one of them out")))),
        new("called-everywhere", s => s.Called.Where(c => Everywhere.OfWords(c.Value) is not null).Select(c => (c.Line, $"\"{c}\" always means something else (menu, back, cancel, help, officer), so it is never heard as this programme. Take it out"))),
        new("step-name", s => s.Steps.Where(t => !IsName(t.Name.Value, '_')).Select(t => (t.Name.Line, $"A step's name is small letters, digits and underscores, not \"{t.Name}\". Example: \"step: parent_status\""))),
        new("reserved-name", s => s.Steps.Where(t => Reserved.Contains(t.Name.Value)).Select(t => (t.Name.Line, $"\"{t.Name}\" has a meaning of its own here. Choose another name. Example: \"step: {t.Name}_asked\""))),
        new("choice-name", s => s.Steps.SelectMany(t => t.Choices).Where(c => !IsName(c.Name.Value, '_')).Select(c => (c.Name.Line, $"A choice's name is small letters, digits and underscores, not \"{c.Name}\". Example: \"tidak_tahu: Tidak tahu\""))),
        new("duplicate-step", s => Twice(s.Steps.Select(t => t.Name), "step")),
        new("rule-name", s => s.Rules.Where(r => !IsName(r.Name.Value, '_')).Select(r => (r.Name.Line, $"A rule's name is small letters, digits and underscores, not \"{r.Name}\". Example: \"rule: too_old\""))),
        new("duplicate-rule", s => Twice(s.Rules.Select(r => r.Name), "rule")),
    ];

    private static IEnumerable<(int, string)> Twice(IEnumerable<Word> names, string what) =>
        names.Where(n => n.Value.Length > 0).GroupBy(n => n.Value).SelectMany(g => g.Skip(1).Select(again => (
            again.Line, $"There is a {what} \"{again}\" already, on line {g.First().Line}. Give one of them another name. Example: \"{what}: {again}_2\"")));

    public static bool IsName(string name, char between) =>
        name.Length is 0 or (> 0 and <= NameLengthMax) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == between);

    private static bool IsPrefix(string prefix) => prefix.Length is 0 or (>= 2 and <= 10) && prefix.All(char.IsAsciiLetterUpper);
}
