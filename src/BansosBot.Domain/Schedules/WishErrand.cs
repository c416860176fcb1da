using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Schedules;

/// <summary>"Kabari saya": keeps the wish to hear of schedules, shows this chat's wishes and takes them back.</summary>
/// <remarks>Opened with <c>programme@area</c> it keeps one, with a minus before that it takes one back, with nothing it shows them.</remarks>
public sealed class WishErrand(AidNames aids) : Errand
{
    internal const char TakeBack = '-';

    private const string Called = "wish";

    public override string Name => Called;

    /// <summary>Keeps the wish, or takes it back where it is there.</summary>
    public static Choice Button(ImmutableArray<Wish> wishes, string? programme, Area area) => wishes.Any(w => w.IsFor(programme, area))
        ? new(Drops(programme, area), new Say("Wish.Button.Stop"))
        : new($"{Everywhere.Go}{Called}:{AskedSchedule.Written(programme, area)}", new Say("Wish.Button.Tell"));

    public override Needs NeedsToOpen(Conversation before) => new() { Wishes = true };

    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(argument);
        if (AskedSchedule.Read(argument.TrimStart(TakeBack), aids) is not { Area: { } area, Programme: var programme }) Show(scene);
        else if (argument.StartsWith(TakeBack)) Drop(scene, programme, area);
        else Keep(scene, programme, area);
    }

    /// <summary>One wish in a line: "Bantuan anak yatim, untuk Kel. Unyur, Kec. Serang".</summary>
    public static Say InWords(Wish wish, AidNames aids)
    {
        ArgumentNullException.ThrowIfNull(wish);
        ArgumentNullException.ThrowIfNull(aids);
        return new("Wish.Of", ("bantuan", aids.Of(wish.Programme)), ("tempat", wish.Area.InWords));
    }

    private void Keep(Scene scene, string? programme, Area area)
    {
        var wish = new Wish(programme, area, scene.At);
        var isThere = scene.Known.Wishes.Any(w => w.IsFor(programme, area));
        if (!isThere && scene.Known.Wishes.Length >= Wish.InChatMax)
        {
            scene.Note(new Say("Wish.TooMany", ("paling", Wish.InChatMax)));
            Show(scene);
            return;
        }

        if (!isThere) scene.Write(new Write.PutWish(wish));

        // With these two ways alone "ya" would take the first, and the wish back: Heard, OfYesNo.
        scene.Ask(
            [new Say("Wish.Kept", ("kabar", InWords(wish, aids)))],
            [[new(Drops(programme, area), new Say("Wish.Button.TakeBack"))], [new($"{Everywhere.Go}schedule", new Say("Schedule.Button.Elsewhere"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    private static void Drop(Scene scene, string? programme, Area area)
    {
        scene.Write(new Write.DropWish(programme, area));
        scene.Note(new Say("Wish.Dropped"));
        Idle.ShowMenu(scene);
    }

    private void Show(Scene scene)
    {
        var wishes = scene.Known.Wishes;
        if (wishes.IsEmpty)
        {
            scene.Note(new Say("Wish.None"));
            Idle.ShowMenu(scene);
            return;
        }

        scene.Ask(
            [new Say("Wish.Mine", ("isi", new SayValue.Lines([.. wishes.Select(w => InWords(w, aids))], Numbered: true)))],
            [.. wishes.Select((w, i) => ImmutableArray.Create(new Choice(Drops(w.Programme, w.Area), new Say("Wish.Button.Drop", ("ke", i + 1))))), [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
    }

    private static string Drops(string? programme, Area area) => $"{Everywhere.Go}{Called}:{TakeBack}{AskedSchedule.Written(programme, area)}";
}
