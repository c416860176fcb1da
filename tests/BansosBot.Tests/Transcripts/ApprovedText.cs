namespace BansosBot.Tests.Transcripts;

/// <summary>A text that a person has read and approved; another one is written beside it, to be read and approved by its name.</summary>
internal static class ApprovedText
{
    /// <param name="now">The text as it is now, made from the approved one; that is empty where there is none yet.</param>
    public static async Task VerifyAsync(string folder, string name, Func<string, Task<string>> now)
    {
        var (approvedPath, receivedPath) = (Path.Combine(folder, name + ".approved.txt"), Path.Combine(folder, name + ".received.txt"));
        var approved = File.Exists(approvedPath) ? await File.ReadAllTextAsync(approvedPath) : "";
        var received = await now(approved);
        if (received == approved)
        {
            File.Delete(receivedPath);
            return;
        }

        await File.WriteAllTextAsync(receivedPath, received);
        Assert.Fail($"{name} says something else than approved. Read {name}.received.txt aloud; if it is right, it becomes the approved one.\n{FirstDifference(approved, received)}");
    }

    private static string FirstDifference(string approved, string received)
    {
        var (a, b) = (approved.Split('\n'), received.Split('\n'));
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i]) i++;
        return $"Line {i + 1}\n  approved: {a.ElementAtOrDefault(i)}\n  received: {b.ElementAtOrDefault(i)}";
    }
}
