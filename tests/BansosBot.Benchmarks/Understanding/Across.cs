using System.Globalization;
using BansosBot.Commands.Understand;
using BansosBot.Domain.Understanding;

namespace BansosBot.Benchmarks.Understanding;

/// <summary>What would be understood of phrases that nobody learned from: each list is read with weights learned from the others. The words and the
/// rules are those of today; who mended them with a list in view knows its figure is too good.</summary>
internal static class Across
{
    public static int Run(string[] lists)
    {
        var all = lists.ToDictionary(l => l, PhraseFile.Read);
        var bare = PhraseBook.Shipped(Weights.None);
        var read = new Dictionary<string, List<ReadPhrase>>();
        foreach (var (list, phrases) in all)
        {
            var others = all.Where(a => a.Key != list).SelectMany(a => a.Value).Select(p => (p.Text, p.Intent!.Value)).ToList();
            var book = PhraseBook.Shipped(Weights.Read(Learning.Of(bare, others).ToText()));
            read[list] = [.. phrases.Select(p => new ReadPhrase(p, book.Read(p.Text)))];
            Console.WriteLine();
            Console.WriteLine(Path.GetFileName(list));
            foreach (var line in new ReadList(read[list]).Lines(isPhraseShown: false).TakeWhile(l => l.Length > 0)) Console.WriteLine(line);
        }

        Console.WriteLine();
        Console.WriteLine("right and wrong of all lists, were it acted upon from this certainty on");
        ReadPhrase[] together = [.. read.Values.SelectMany(r => r)];
        foreach (var from in new[] { 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9 })
        {
            double Share(bool isRight) => 100.0 * together.Count(r => IsSure(r, from) && r.Understood.Best == r.Phrase.Intent == isRight) / together.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{from:F2}  {Share(true),5:F1}% {Share(false),5:F1}%"));
        }

        return 0;
    }

    private static bool IsSure(ReadPhrase read, double from) =>
        read.Understood.Meaning is Meaning.ChildInDanger or Meaning.Clear { Wants.Length: > 1 } || read.Understood.Certainty >= from;
}
