using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Applications;

/// <summary>An answer that the family gave anew because the office asked for it. What it is now stands among the case's answers.</summary>
/// <param name="Step">Name of the step whose answer it is.</param>
/// <param name="Was">The answer before; of photos only how many there were. Null: there was none.</param>
public sealed record Mended(string Step, CorrectionReason Reason, Answer? Was, DateTimeOffset At);

/// <summary>A case with answers given anew: also what is found and promised by them.</summary>
internal static class Mending
{
    public static Application Of(Application a, Doing.Correct given, DateTimeOffset at)
    {
        var answers = a.Answers.SetItems(given.Answers);
        return a with
        {
            Answers = answers,
            ChildNik = given.Answers.TryGetValue(FlowShape.PersonNik, out var nik) ? (nik as Answer.OwnNik)?.Nik : a.ChildNik,
            ChildName = given.Answers.GetValueOrDefault(FlowShape.ChildName) is Answer.Name(var name) ? name : a.ChildName,
            ChildBorn = given.Answers.GetValueOrDefault(FlowShape.ChildBirthDate) is Answer.Day(var born) ? born : a.ChildBorn,
            Kelurahan = given.Answers.GetValueOrDefault(FlowShape.Kelurahan) is Answer.InKelurahan(var lives) ? lives : a.Kelurahan,
            ForReview = given.ForReview ?? a.ForReview,
            Mended = a.Mended.AddRange(from item in a.ToCorrect where given.Answers.ContainsKey(item.Step) select new Mended(item.Step, item.Reason, Bare(a.Answers.GetValueOrDefault(item.Step)), at)),
        };
    }

    // The files go when nothing else names them.
    private static Answer? Bare(Answer? was) => was is Answer.Papers papers ? papers with { Pages = [.. papers.Pages.Select(p => p with { Document = null })] } : was;
}
