using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Registry;

namespace BansosBot.Simulation;

/// <summary>The smallest application there is: a word, a child's NIK, another word; then it is filed. <c>/daftar</c> opens it.</summary>
/// <remarks>Each question repeats the answer before it, so that every reply tells what it answers.</remarks>
/// <param name="onRead">Called with every answer before it is read; what it throws is a mistake of the flow.</param>
/// <param name="onFinish">Called before the application is filed.</param>
internal sealed class TinyErrand(Action<string>? onRead = null, Action? onFinish = null) : Errand
{
    public const string FlowName = "apply";           // Talk finds the errand of a place by the name of its flow
    public const string First = "first";
    public const string Child = "child";
    public const string Last = "last";

    public override string Name => "apply";

    public override Flow Flow { get; } = new()
    {
        Name = FlowName,
        Version = 1,
        KeepsDraft = false,
        Steps =
        [
            new() { Name = First, Kind = new TinyKind("First", null, onRead), Part = Part.Form, TextKey = "Tiny.First" },
            new() { Name = Child, Kind = new TinyKind("Child", First, onRead), Part = Part.Form, TextKey = "Tiny.Child" },
            new() { Name = Last, Kind = new TinyKind("Last", Child, onRead), Part = Part.Form, TextKey = "Tiny.Last" },
        ],
    };

    public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        scene.Keep(new() { Flow = FlowName, Version = Flow.Version, Id = scene.RandomId(), StartedAt = scene.At });
        scene.Move(Move.Go(StepMap.At(Flow, First)));
        scene.Ask([new Say("Tiny.First.Ask")], [[new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    public override Needs NeedsToFinish(Conversation before, Draft draft, Incoming message) => draft.Answers.GetValueOrDefault(Child) is Answer.OwnNik(var nik)
        ? new() { Children = [nik], RandomBytes = Scene.RandomIdBytes + ReceiptCode.RandomBytes }
        : Needs.Nothing;

    public override void Finish(Scene scene, Draft draft)
    {
        onFinish?.Invoke();
        var nik = ((Answer.OwnNik)draft.Answers[Child]).Nik;
        var filed = Case(scene, draft, nik, ReceiptCode.Of(scene.Random(ReceiptCode.RandomBytes)));
        scene.Write(new Write.PutCase(filed));
        scene.Write(new Write.Take(new Claim.Receipt(filed.Receipt), filed.Id));
        if (!filed.MayBeDouble) scene.Write(new Write.Take(new Claim.AnyChild(FlowName, nik), filed.Id));
        scene.Audit(Act.ApplicationSubmitted, filed.Id);
        scene.Forget(FlowName);
        scene.Now = scene.Now with { Cases = scene.Now.Cases.Add(filed.Id) };
        scene.Move(Move.Menu);
        scene.Tell(new Say(filed.MayBeDouble ? "Tiny.FiledDouble" : "Tiny.Filed",
            ("nomor", new SayValue.Assigned(Given.CaseNumber, 0)), ("kata", ((Answer.Free)draft.Answers[First]).Text), ("catatan", new SayValue.Assigned(Given.AuditSequence, 0))));
    }

    private static Application Case(Scene scene, Draft draft, Nik nik, ReceiptCode code) => new()
    {
        Id = scene.RandomId(),
        NumberPrefix = "TINY",
        Programme = FlowName,
        ProgrammeVersion = 1,
        Stage = Stage.Submitted,
        StageSince = scene.At,
        SubmittedAt = scene.At,
        Receipt = code,
        Answers = draft.Answers,
        ChildNik = nik,
        ChildName = ((Outcome<PersonName>.Ok)PersonName.Parse("Anak Contoh")).Value,
        ChildBorn = new(2014, 3, 12),
        Kelurahan = Wilayah.AllKelurahan[0],
        Homes = [new(scene.Now.Chat, scene.At, IsFiler: true)],
        FiledForOthers = false,
        MayBeDouble = scene.Known.ByChild.GetValueOrDefault(nik.Reveal(), []).Length > 0,
        Consent = new(FlowName, 1, scene.At, WithdrawnAt: null),
        History = [new(Stage.Submitted, scene.At)],
    };

    /// <summary>Takes a NIK where there is one, words otherwise.</summary>
    private sealed record TinyKind(string Key, string? Before, Action<string>? OnRead) : QuestionKind
    {
        public override string Name => "tiny";

        public override Reading Read(Asking q, string text)
        {
            OnRead?.Invoke(text);
            if (Key != "Child") return new Reading.Taken(new Answer.Free(text));
            return Nik.Parse(text) is Outcome<Nik>.Ok(var nik) ? new Reading.Taken(new Answer.OwnNik(nik)) : new Reading.Miss(new Say("Tiny.NotANik"));
        }

        public override Say Shown(Step step, Answer answer) => new("Tiny.NotANik");

        public override Say? Ask(Asking q) => Before is null ? null : new($"Tiny.{Key}.Ask", ("kata", q.Answers.Of(Before) switch
        {
            Answer.Free(var words) => words,
            Answer.OwnNik(var nik) => nik.Reveal(),
            _ => "",
        }));
    }
}
