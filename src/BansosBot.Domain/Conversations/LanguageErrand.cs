using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary><c>/bahasa</c>: in which language the bot speaks here. Its button says so in both, for who looks for it may read no Indonesian.</summary>
/// <param name="offered">Those that have all their texts.</param>
public sealed class LanguageErrand(params ImmutableArray<Language> offered) : Errand
{
    public override string Name => "language";

    public override Say? MenuLabel(Conversation now) => offered.Length > 1 ? new("Language.Button.Menu") : null;

    public override void Open(Scene scene, string argument)
    {
        if (LanguageCode.Read(argument) is { } chosen && offered.Contains(chosen))
        {
            scene.Now = scene.Now with { Language = chosen };
            scene.Note(new Say("Language.Chosen"));
            Idle.ShowMenu(scene);
            return;
        }

        scene.Ask(
            [new Say("Language.Which")],
            [.. offered.Select(l => ImmutableArray.Create(new Choice($"{Everywhere.Go}{Name}:{l.Code()}", new Say($"Language.Button.{l.Code()}")))), [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }
}
