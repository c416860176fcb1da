namespace BansosBot.Programmes.Checks;

/// <summary>What shows only with all files side by side: names that are used twice, and what a file says of the questions of others.</summary>
internal static class FolderChecks
{
    /// <param name="areAllRead">No file was left out because it is no YAML: only then a question that is not found is none.</param>
    public static IEnumerable<ProgrammeMistake> Of(List<Sheet> sheets, SharedQuestions shared, bool areAllRead)
    {
        var own = WithoutCopies(sheets);
        var twice = AskedTwice(own, shared).ToList();
        return
        [
            .. sheets.Except(own).Where(s => s.Name.Value.Length > 0).Select(s => new ProgrammeMistake(
                s.File, s.Name.Line, "duplicate-programme", $"The programme \"{s.Name}\" stands in another file too. Take this file out of the folder, or give the programme a name and a file of its own. Example: \"programme: {s.Name}2\" in {s.Name}2.yaml")),
            .. own.Where(s => s.CasePrefix.Value.Length > 0).GroupBy(s => s.CasePrefix.Value).SelectMany(g => g.Skip(1).Select(s => new ProgrammeMistake(
                s.File, s.CasePrefix.Line, "duplicate-prefix", $"\"{g.Key}\" is used by {g.First().File} already. Choose another. Example: \"case_prefix: {g.Key[..Math.Min(g.Key.Length, 9)]}B\""))),
            .. areAllRead ? Afterwards(own) : [],
            .. twice,
            .. twice.Count == 0 && areAllRead ? MentionChecks.Of(own) : [],
        ];
    }

    /// <summary>One of each programme, the one that is called after it: a copy has everything twice, and that it is one is said once.</summary>
    public static List<Sheet> WithoutCopies(List<Sheet> sheets) =>
        [.. sheets.GroupBy(s => s.Name.Value).Select(g => g.OrderByDescending(s => s.File == $"{g.Key}.yaml").First())];

    private static IEnumerable<ProgrammeMistake> Afterwards(List<Sheet> sheets) =>
        from sheet in sheets
        from other in sheet.Afterwards
        where !sheets.Exists(s => s.Name.Value == other.Value) || other.Value == sheet.Name.Value
        select new ProgrammeMistake(sheet.File, other.Line, "unknown-afterwards", $"What a child turns to afterwards is another programme of this folder, and \"{other}\" is none. Example: \"afterwards: [{sheets.Find(s => s != sheet)?.Name.Value ?? "pip"}]\"");

    // A question that the interview would ask twice, or of which it would not know which one is meant.
    private static IEnumerable<ProgrammeMistake> AskedTwice(List<Sheet> sheets, SharedQuestions shared) =>
        from sheet in sheets
        from step in sheet.Criteria
        where !step.IsShared
        let other = sheets.FirstOrDefault(o => o != sheet && string.CompareOrdinal(o.File, sheet.File) < 0 && o.Criteria.Any(c => c.Name.Value == step.Name.Value))?.File
            ?? (shared.Find(step.Name.Value) is null ? null : SharedQuestions.FileName)
        where other is not null
        select new ProgrammeMistake(sheet.File, step.Name.Line, "duplicate-question",
            $"The question \"{step.Name}\" stands in {other} too. Write it once, in {SharedQuestions.FileName}, and \"- use: {step.Name}\" here; or give it another name");
}
