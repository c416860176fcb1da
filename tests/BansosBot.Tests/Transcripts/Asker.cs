namespace BansosBot.Tests.Transcripts;

/// <summary>Somebody who only comes to ask: a short transcript that is held in every channel.</summary>
/// <remarks>All come on one morning (<see cref="Morning"/>), have pressed "mulai" before, and the demo's schedules are there. Its head, beside
/// <c># who</c>: <c>di halaman web juga: [Button] [Button]</c>, buttons that only the page has; <c>tanpa halaman web</c>, what cannot be sent there.</remarks>
internal sealed record Asker(string Name, string[] Lines)
{
    private const string AlsoOnPage = "di halaman web juga: ", NotOnPage = "tanpa halaman web";

    public static readonly DateTimeOffset Morning = new(2025, 9, 23, 9, 0, 0, TimeSpan.FromHours(7));

    public static string Folder { get; } = Path.Combine(Transcript.Folder(), "Askers");

    public bool IsOnPage => !Lines.Contains(NotOnPage);

    /// <summary>Buttons that only the page has, as a transcript writes them.</summary>
    public IReadOnlyList<string> OnlyOnPage => Lines.FirstOrDefault(l => l.StartsWith(AlsoOnPage, StringComparison.Ordinal)) is { } line ? [.. line[AlsoOnPage.Length..].Split("] ").Select(b => b.TrimEnd(']') + "]")] : [];

    /// <summary>A reply of the page without what only the page has.</summary>
    /// <param name="seen">Gains those that were there.</param>
    public string WithoutPageButtons(string reply, ISet<string> seen)
    {
        foreach (var button in OnlyOnPage.Where(b => reply.Contains($"\n{b}", StringComparison.Ordinal)))
        {
            seen.Add(button);
            reply = reply.Replace($"\n{button}", "", StringComparison.Ordinal);
        }

        return reply;
    }

    public static Asker Read(string name) => new(name, File.ReadAllLines(Path.Combine(Folder, name + ".approved.txt")));

    public static bool IsHead(string line) => line == NotOnPage || line.StartsWith(AlsoOnPage, StringComparison.Ordinal);

    /// <summary>What is said, and what must come back, turn by turn.</summary>
    public IEnumerable<(string Who, string Said, IReadOnlyList<string> Replies)> Turns()
    {
        for (var i = 0; i < Lines.Length; i++)
            if (Lines[i].Split(" > ", 2) is [var who, var said] && who.Length > 0 && !who.Contains(' ', StringComparison.Ordinal))
                yield return (who, said, [.. Transcript.Replies(Lines, i + 1, who).Select(r => r.Text)]);
    }
}
