using System.Collections.Immutable;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;

namespace BansosBot.Domain.Applications;

/// <summary><c>/daftar</c>, and <c>daftar_PROGRAMME</c> on a poster: to the programme that is named, to the form that was begun, to the only aid
/// that can be applied for; else asks which.</summary>
public sealed class ApplyDeskErrand(params ImmutableArray<ApplyErrand> forms) : Errand
{
    public override string Name => "apply";

    public override Needs NeedsToOpen(Conversation before) => new() { RandomBytes = Scene.RandomIdBytes };

    public override void Open(Scene scene, string argument)
    {
        ImmutableArray<ApplyErrand> begun = [.. forms.Where(f => scene.Now.Drafts.ContainsKey(f.Flow.Name))];
        ImmutableArray<ApplyErrand> applications = [.. forms.Where(f => f.Programme.Service == Service.Application)];
        if (argument.Length > 0 && forms.FirstOrDefault(f => f.Programme.Name == argument) is { } named) named.Open(scene, "");
        else if (argument.Length > 0) ProgrammesErrand.TellThatUnknown(scene);
        else if (begun is [var only]) only.Open(scene, "");
        else if (begun.IsEmpty && applications is [var one]) one.Open(scene, "");
        else
        {
            scene.Ask(
                [new Say("Apply.Which")],
                [.. (begun.IsEmpty ? forms : begun).Select(f => ImmutableArray.Create(new Choice($"{Everywhere.Go}{f.Name}", f.ButtonLabel(scene.Now)))), [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
        }
    }
}
