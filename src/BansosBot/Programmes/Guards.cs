using BansosBot.Domain.Programmes;

namespace BansosBot.Programmes;

/// <summary>What a condition says of a question that is not asked: it does not hold. Answers given before one went back and
/// changed another stay in a draft; this keeps them from speaking.</summary>
internal static class Guards
{
    /// <summary>The condition, and those under which the steps that it speaks about are asked.</summary>
    public static Condition Guarded(Sheet sheet, ConditionSheet when)
    {
        var conditions = new List<Condition> { when.Made };
        var seen = new HashSet<string>();
        var open = new Queue<string>(when.Steps.Select(w => w.Value));
        while (open.TryDequeue(out var name))
        {
            if (!seen.Add(name) || sheet.Steps.FirstOrDefault(t => t.Name.Value == name)?.When is not { } asked) continue;
            conditions.Add(asked.Made);
            foreach (var further in asked.Steps) open.Enqueue(further.Value);
        }

        return conditions is [var only] ? only : new Condition.All([.. conditions]);
    }
}
