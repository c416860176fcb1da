using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations;

/// <summary><c>/bahasa</c>: in which language the bot speaks here. Its button says so in both, for who looks for it may read no Indonesian.</summary>
/// <param name="offered">Those that have all their texts.</param>
public sealed class LanguageErrand(params ImmutableArray<Language> offered) : Errand
{
    private const string Called = "language";

    private readonly ImmutableArray<Language> offered = offered;

    public override string Name => Called;

    public override Say? MenuLabel(Conversation now) => offered.Length > 1 ? new("Language.Button.Menu") : null;

    /// <summary>A button to go on in this language; null where the bot does not speak it.</summary>
    internal static Choice? ToSpeak(Talk talk, Language language) =>
        talk.Find(Called) is LanguageErrand errand && errand.offered.Contains(language) ? errand.Button(language) : null;

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
            [.. offered.Select(l => ImmutableArray.Create(Button(l))), [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    private Choice Button(Language language) => new($"{Everywhere.Go}{Name}:{language.Code()}", new Say($"Language.Button.{language.Code()}"));
}
