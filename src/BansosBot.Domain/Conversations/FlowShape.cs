namespace BansosBot.Domain.Conversations;

/// <summary>Which steps a flow lets follow which. <see cref="StepMap"/> draws it; <see cref="Course"/> stays within it.</summary>
/// <remarks>
/// A flow is a list. Steps asked once and those of the first child are gone through in order; the per-child steps are
/// gone through again for each further child, from the first of them to the one that asks for another
/// (<see cref="MoreChildren"/>).
/// </remarks>
public static class FlowShape
{
    /// <summary>The step that asks for another child.</summary>
    public const string MoreChildren = "more_children";

    /// <summary>The step that asks for a child's birth date; in a closed conversation it is the proof.</summary>
    public const string ChildBirthDate = "birth_date";

    /// <summary>The step that asks for a child's name.</summary>
    public const string ChildName = "person_name";

    /// <summary>The step that asks for the NIK of whom the aid is for.</summary>
    public const string PersonNik = "person_nik";

    /// <summary>The step that asks where the family lives.</summary>
    public const string Kelurahan = "kelurahan";

    /// <summary>The step that asks for the guardian's name.</summary>
    public const string GuardianName = "guardian_name";

    /// <summary>The steps that ask for the guardian's NIK, phone, and what they are to the child.</summary>
    public const string GuardianNik = "guardian_nik", Phone = "phone", Relation = "relation";

    /// <summary>The step that asks for the family's KK number.</summary>
    public const string Kk = "kk_number";

    /// <summary>The step that asks which parent has died.</summary>
    public const string ParentStatus = "parent_status";

    // The step that asks whether one applies for a child in one's own care, and the answer of who helps another family.
    private const string ForWhom = "for_whom", ForOthers = "orang_lain";

    /// <summary>Whether who fills it in helps another family.</summary>
    public static bool IsForOthers(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Answers.GetValueOrDefault(ForWhom) is Answer.Chosen(ForOthers);
    }

    /// <summary>Whether the family can be asked for it again: it is an answer about them, and not about who fills it in.</summary>
    public static bool IsMendable(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Part != Part.Threshold && step.Name is not (MoreChildren or ForWhom);
    }

    /// <summary>The step at which the pre-check's word is said.</summary>
    public const string Verdict = "verdict";

    /// <summary>Steps that may come next: those in order up to the first that cannot be passed over.</summary>
    public static IEnumerable<Step> After(Flow flow, int index)
    {
        var step = flow.Steps[index];
        var found = new HashSet<string>();
        foreach (var next in InOrder(flow, index + 1, s => true)) found.Add(next.Name);
        if (step.PerChild)
            foreach (var next in InOrder(flow, index + 1, s => s.PerChild)) found.Add(next.Name);
        if (step.Name is MoreChildren or Verdict)
        {
            foreach (var first in InOrder(flow, 0, s => s.PerChild)) found.Add(first.Name);
            foreach (var next in InOrder(flow, flow.IndexOf(MoreChildren) + 1, s => true)) found.Add(next.Name);
        }

        // A criterion that settles the pre-check goes straight to its word; so does any other step, once a mended criterion has settled it.
        if (flow.Find(Verdict) is not null) found.Add(Verdict);
        found.Remove(step.Name);
        return flow.Steps.Where(s => found.Contains(s.Name));
    }

    /// <summary>Steps that an answer mended in the summary can bring up: conditional ones, and the pre-check's word.</summary>
    public static IEnumerable<Step> OpenedByMending(Flow flow, Step mended) =>
        flow.Steps.Where(s => s.Name != mended.Name && (s.IsConditional || s.Name == Verdict));

    private static IEnumerable<Step> InOrder(Flow flow, int from, Func<Step, bool> counts)
    {
        for (var i = Math.Max(from, 0); i < flow.Steps.Length; i++)
        {
            if (!counts(flow.Steps[i])) continue;
            yield return flow.Steps[i];
            if (!flow.Steps[i].IsConditional) yield break;
        }
    }
}
