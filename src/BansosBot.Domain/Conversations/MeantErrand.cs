using BansosBot.Domain.Understanding;

namespace BansosBot.Domain.Conversations;

/// <summary>What somebody meant among several, pressed on a button: <c>go:meant:complaint</c>. For what opens no errand of its own.</summary>
public sealed class MeantErrand : Errand
{
    internal const string Called = "meant";

    public override string Name => Called;

    public override void Open(Scene scene, string argument)
    {
        if (IntentLabel.Read(argument) is { } intent) Wanted.Do(scene, intent, Mentions.None);
        else Idle.ShowMenu(scene);
    }
}
