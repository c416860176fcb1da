using System.Collections.Immutable;
using BansosBot.Domain.Understanding;

namespace BansosBot.Domain.Conversations;

/// <summary>Who is asked one thing asks another: "kapan beras dibagi", where a birth date was to be given. Their step stays; a button leads to what they asked.</summary>
internal static class OtherMatter
{
    /// <summary>Offers the button, and says so; nothing where what was heard is no question that is clear.</summary>
    public static ImmutableArray<Say> Offered(Scene scene, Heard heard)
    {
        // Numbers are an answer that was not understood: "umur 11 th".
        if (heard is not Heard.Text(var typed) || typed.Any(char.IsAsciiDigit) || To(scene, scene.Talk.ErrandAt(scene.Now.Place), typed) is not { } other) return [];
        scene.Offer(other);
        return [new("Anywhere.AnotherMatter", ("tombol", new SayValue.Text(other.Label)))];
    }

    // Where they are, its own matter is no other one.
    private static Choice? To(Scene scene, Errand here, string typed)
    {
        if (OwnWords.Of(typed, scene.Now) is { } own && OwnWords.Label(own) is { } label) return IsOther(own) ? new(own, label) : null;
        if (scene.Talk.Words.Read(typed) is not { Meaning: Meaning.Clear { Wants: [var wanted, ..] } } understood) return null;
        var said = understood.Mentions with { Programme = understood.Mentions.Programme ?? here.Programme?.Name };      // in its form they ask about it
        return Wanted.Button(scene.Talk, wanted, said, scene.Now) is { } button && IsOther(button.Name) ? button : null;

        bool IsOther(string choice) => Opening.Of(scene.Talk, scene.Now, choice) is not var (errand, _) || errand != here;
    }
}
