namespace BansosBot.Domain.Conversations;

/// <summary><c>/resmi</c>: how to know the real bot, and what nobody from the office ever asks. <c>domain.md</c> section 7.</summary>
public sealed class OfficialErrand : Errand
{
    private const string Called = "official", Governments = "pemerintah", Others = "lain";

    public override string Name => Called;

    public override Say MenuLabel(Conversation now) => new("Menu.Button.Official");

    /// <summary>Of an address that somebody was sent, with the colon before it: only whether a government's host stands in it. Empty: none was named.</summary>
    /// <param name="link">As it was written; null: none.</param>
    internal static string About(string? link) => link is null ? "" : IsGovernments(link) ? ":" + Governments : ":" + Others;

    public override void Open(Scene scene, string argument) =>
        scene.Ask(
            [.. argument is Governments or Others ? [new Say(argument == Governments ? "Official.Link.Government" : "Official.Link.Other")] : (ReadOnlySpan<Say>)[],
             new Say("Official.Rules", ("dinas", scene.Talk.Office.Name)), new Say("Official.Links"), new Say("Official.Paid"), new Say("Official.Report")],
            [[new(Everywhere.Go + Tickets.LevyErrand.Called, new Say("Official.Button.Report"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);

    // The host ends where the path, a port or a query begins; "kemensos.go.id.contoh.xyz" is another's, and so is "kemensos.go.id@contoh.xyz".
    private static bool IsGovernments(string link)
    {
        var scheme = link.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? link : link[(scheme + 3)..];
        if (host.IndexOfAny(['/', '?', '#', ':', '\\']) is >= 0 and var end) host = host[..end];
        return host.EndsWith(".go.id", StringComparison.OrdinalIgnoreCase) && !link.Contains('@', StringComparison.Ordinal);
    }
}

/// <summary>"My neighbour is rich and gets it": why that can be, and where one may object (Kemensos, Cek Bansos; domain.md section 1.6).</summary>
public sealed class UnfairErrand : Errand
{
    internal const string Called = "unfair";

    public override string Name => Called;

    public override void Open(Scene scene, string argument) =>
        scene.Ask(
            [new Say("Unfair.Why"), new Say("Unfair.Object")],
            [[new($"{Everywhere.Go}interview", new Say("Check.Button.Eligible"))], [new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
}

/// <summary>Why an aid stopped: the office accuses nobody, and tells the way back. <c>domain.md</c> section 0.</summary>
public sealed class StoppedErrand : Errand
{
    internal const string Called = "stopped";

    public override string Name => Called;

    public override void Open(Scene scene, string argument) =>
        scene.Ask(
            [new Say("Stopped.Why"), new Say("Stopped.WayBack"), new Say("Stopped.Orphans")],
            [[new($"{Everywhere.Go}status", new Say("Menu.Button.Status"))], [new(Everywhere.Officer, new Say("Anywhere.Button.Officer"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
}

/// <summary><c>/cek</c>: asks what is to be checked, for the word means several things.</summary>
public sealed class CheckErrand : Errand
{
    public override string Name => "check";

    public override void Open(Scene scene, string argument) =>
        scene.Ask(
            [new Say("Check.What")],
            [[new($"{Everywhere.Go}interview", new Say("Check.Button.Eligible"))], [new($"{Everywhere.Go}status", new Say("Check.Button.Status"))],
             [new($"{Everywhere.Go}lookup:{Applications.LookUpErrand.List}", new Say("Check.Button.List"))], [new(Everywhere.Menu, new Say("Anywhere.Button.Menu"))]]);
}
