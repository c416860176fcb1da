using BansosBot.Commands.Understand;
using BansosBot.Domain.Understanding;

namespace BansosBot.Benchmarks.Understanding;

/// <summary>Learns weights from lists and writes them, or measures them on another list.</summary>
internal static class Lessons
{
    public static int Run(string[] args)
    {
        string? Of(string option) => Array.IndexOf(args, option) is >= 0 and var at ? args[at + 1] : null;
        var (into, on) = (Of("--into"), Of("--on"));
        string[] lists = [.. args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))];
        var phrases = lists.SelectMany(PhraseFile.Read).Select(p => (p.Text, p.Intent!.Value)).ToList();
        var weights = Learning.Of(PhraseBook.Shipped(Weights.None), phrases);
        var from = string.Join(", ", lists.Select(Path.GetFileName));
        Console.WriteLine($"learned from {phrases.Count} phrases: {from}");
        if (into is not null)
        {
            File.WriteAllText(into,
                $"""
                # How much each sign in a phrase speaks for each intent, beside the rules. Learned, not written: mend words.txt and rules.txt,
                # then learn anew: dotnet run -c Release --project tests/BansosBot.Benchmarks -- understand learn LISTS --into THIS FILE
                # From {phrases.Count} phrases: {from}

                """.ReplaceLineEndings("\n") + weights.ToText());
        }

        if (on is not null)
            foreach (var line in ReadList.Of(PhraseBook.Shipped(weights), PhraseFile.Read(on)).Lines(isPhraseShown: false)) Console.WriteLine(line);
        return 0;
    }
}
