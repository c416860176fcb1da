using BansosBot.Domain.Registry;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>A person's name, kept as typed.</summary>
/// <param name="OtherThan">Step with another person's name: the same one is asked about, for people type their own; null: none.</param>
public sealed record PersonNameKind(string? OtherThan) : QuestionKind
{
    public override string Name => "person_name";

    public override Reading Read(Asking q, string text) => PersonName.Parse(text) switch
    {
        Outcome<PersonName>.Ok(var name) => IsTheOthers(q, name) ? new Reading.Confirm(new Answer.Name(name)) : new Reading.Taken(new Answer.Name(name)),
        Outcome<PersonName>.No(var why) => new Reading.Miss(why.Sentence),
        _ => throw new InvalidOperationException("An outcome that nobody wrote."),
    };

    public override Say ToConfirm(Asking q, Answer answer) => new("Kind.Name.SameAsOther", ("nama", Shown(q.Step, answer)));

    public override Say Shown(Step step, Answer answer) =>
        answer is Answer.Name(var name) ? new Say("Kind.Words", ("isi", name.Reveal())) : new Say("Kind.NoLongerAChoice");

    private bool IsTheOthers(Asking q, PersonName name) =>
        OtherThan is not null && q.Answers.Of(OtherThan) is Answer.Name(var other) && other.Key == name.Key;
}
