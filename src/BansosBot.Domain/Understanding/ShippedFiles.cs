namespace BansosBot.Domain.Understanding;

/// <summary>The words, rules and weights that are part of the program, like its constants; not files of the world.</summary>
internal static class ShippedFiles
{
    public static string Text(string name)
    {
        using var stream = new StreamReader(typeof(ShippedFiles).Assembly.GetManifestResourceStream($"Understanding/{name}")!);
        return stream.ReadToEnd();
    }
}
