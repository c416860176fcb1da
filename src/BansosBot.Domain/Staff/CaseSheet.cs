using System.Collections.Immutable;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Staff;

/// <summary>A case as an officer reads it: what it is, what was answered, what to look at, what happened.</summary>
/// <param name="programme">Null where its file is gone.</param>
/// <param name="form">Its questions; null where its file is gone.</param>
internal sealed class CaseSheet(Programme? programme, Flow? form)
{
    /// <summary>What it is and who works on it.</summary>
    public IEnumerable<Say> Head(Application a, Scene scene)
    {
        var office = scene.Talk.Office;
        yield return new("CaseSheet.Head",
            ("nomor", a.Number!.ToString()), ("bantuan", programme?.Says(ProgrammeTexts.Title) ?? new Say("LookUp.OtherAid")), ("tahap", new Say($"Stage.{a.Stage}.Name")), ("sejak", office.DayOf(a.StageSince)));
        if (a.PromisedBy is { } day) yield return new("CaseSheet.Promised", ("tanggal", day));
        if (a.LateSince is { } since) yield return new("CaseSheet.LateSince", ("tanggal", since));
        if (Holder(a, scene) is { } holder) yield return new("CaseSheet.HeldBy", ("nama", holder));
        if (a.GoesFirst is { } first) yield return new("CaseSheet.First", ("sebab", new Say($"DeskFirst.For.{first.Why}")));
        yield return new("CaseSheet.Child", ("nama", a.ChildName.Reveal()), ("lahir", a.ChildBorn), ("kelurahan", a.Kelurahan.Name), ("kecamatan", a.Kelurahan.Kecamatan.Name));
    }

    /// <summary>All of it.</summary>
    public IEnumerable<Say> Of(Application a, Scene scene)
    {
        var office = scene.Talk.Office;
        foreach (var line in Head(a, scene)) yield return line;
        if (form is not null && Answered(a, form).ToImmutableArray() is { IsEmpty: false } answers) yield return new("CaseSheet.Answers", ("isi", new SayValue.Lines(answers)));
        if (Looks(a, scene).ToImmutableArray() is { IsEmpty: false } looks) yield return new("CaseSheet.LookAt", ("isi", new SayValue.Lines(looks)));
        if (Corrections.InWords(a, form) is { IsEmpty: false } asked) yield return new("CaseSheet.ToCorrect", ("isi", new SayValue.Lines(asked)));
        if (Mended(a).ToImmutableArray() is { IsEmpty: false } mended) yield return new("CaseSheet.Mended", ("isi", new SayValue.Lines(mended)));
        if (a.Interest is { } interest) yield return new("CaseSheet.Interest.Contacted", ("tanggal", office.DayOf(interest.ContactedAt)), ("nama", scene.Known.NameOf(interest.By)));
        if (a.Interest?.Referral is { } referral)
            yield return new("CaseSheet.Interest.Referred", ("tujuan", referral.To), ("tanggal", referral.On), ("nama", scene.Known.NameOf(referral.By)), ("jawaban", new Say(referral.Accepted switch { null => "CaseSheet.Interest.NoAnswer", true => "CaseSheet.Interest.Accepted", false => "CaseSheet.Interest.NotAccepted" })));
        if (a.Visits is [.., var visit]) yield return new("CaseSheet.Visit", ("tanggal", visit.On), ("isi", visit.Found));
        if (a.Objection is { } objection) yield return new("CaseSheet.Objection", ("isi", objection), ("foto", a.Answers.GetValueOrDefault(AppealErrand.PapersStep) is Answer.Papers papers ? papers.Pages.Length : 0));
        if (!a.Notes.IsEmpty) yield return new("CaseSheet.Notes", ("isi", new SayValue.Lines([.. a.Notes.Select(n => new Say("CaseSheet.Note", ("tanggal", office.DayOf(n.At)), ("nama", scene.Known.NameOf(n.By)), ("isi", n.Text)))])));
        if (a.GuardianChanges is [.., var change])
            yield return change.Was is { } was ? new("CaseSheet.Guardian", ("tanggal", change.On), ("sebab", new Say($"GuardianReason.{change.Why}")), ("nama", was.Reveal())) : new("CaseSheet.GuardianOnly", ("tanggal", change.On), ("sebab", new Say($"GuardianReason.{change.Why}")));
        if (a.MinistryWhy is { } why) yield return new("CaseSheet.MinistryWhy", ("alasan", why));
        foreach (var line in PaymentWords.Of(a)) yield return line;
        yield return new("CaseSheet.History", ("isi", new SayValue.Lines([.. a.History.Select(h => new Say("CaseSheet.History.Line", ("tanggal", office.DayOf(h.At)), ("tahap", new Say($"Stage.{h.Stage}.Name"))))])));
    }

    private static string? Holder(Application a, Scene scene) =>
        a.HeldBy(scene.At) is { } id ? scene.Known.NameOf(id) : null;

    private static IEnumerable<Say> Answered(Application a, Flow form) =>
        from step in form.Steps
        where step.Part != Part.Threshold && step.Name != FlowShape.MoreChildren && a.Answers.ContainsKey(step.Name)
        select new Say("Review.Line", ("nama", new Say($"{step.TextKey}.Name")), ("isi", step.Kind.Shown(step, a.Answers[step.Name])));

    // The last time: old and new.
    private IEnumerable<Say> Mended(Application a) =>
        from mended in a.Mended
        where mended.At == a.Mended[^1].At
        let step = form?.Find(mended.Step)
        where step is not null && a.Answers.ContainsKey(step.Name)
        select new Say("CaseSheet.Mended.Line", ("nama", new Say($"{step.TextKey}.Name")), ("lama", mended.Was is { } was ? step.Kind.Shown(step, was) : new Say("CaseSheet.Nothing")), ("baru", step.Kind.Shown(step, a.Answers[step.Name])));

    private IEnumerable<Say> Looks(Application a, Scene scene)
    {
        if (a.MayBeDouble || Doubles.Others(scene.Known, a).Any()) yield return new("CaseSheet.Look.Double");
        foreach (var name in a.ForReview)
        {
            if (name == ApplyErrand.NoNik) yield return new("CaseSheet.Look.NoNik");
            else if (form?.Find(name) is { } step) yield return new("CaseSheet.Look.Unsure", ("nama", new Say($"{step.TextKey}.Name")));
            else if (programme?.Rules.Any(r => r.Name == name) is true) yield return new(ProgrammeTexts.OfRule(programme.Name, name));
        }
    }
}
