using System.Collections.Immutable;
using BansosBot.Domain.Conversations;

namespace BansosBot.Domain.Schedules;

/// <summary>"Tidak bisa datang": who may come instead, and the letter for it to copy by hand. <c>domain.md</c> section 5, "Proxy".</summary>
public sealed class ProxyErrand : Errand
{
    internal const string Called = "proxy";

    private const string AtBank = "bank";

    public override string Name => Called;

    /// <summary>What opens it for these hand-outs: at a bank its own rules hold.</summary>
    public static string For(ImmutableArray<Schedule> schedules) => schedules.All(s => s.How is HandOut.AtBank) ? $"{Called}:{AtBank}" : Called;

    public override void Open(Scene scene, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ImmutableArray<ImmutableArray<Choice>> rows =
            [[new(Everywhere.Officer, new Say("Proxy.Button.Nobody"))], [new($"{Everywhere.Go}schedule", new Say("Menu.Button.Schedule"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]];
        if (argument == AtBank)
        {
            scene.Ask([new Say("Proxy.Bank"), new Say("Proxy.NoBroker"), new Say("Proxy.Nobody")], rows);
            return;
        }

        // The letter by itself: it is copied from the screen line by line.
        scene.Tell(new Say("Proxy.Rules"), new Say("Proxy.NoBroker"), new Say("Proxy.LetterFollows"));
        scene.Tell(new Say("Proxy.Letter"));
        scene.Ask([new Say("Proxy.Nobody")], rows);
    }
}
