using BansosBot.Commands.Understand;
using BansosBot.Domain.Understanding;

namespace BansosBot.Tests.Understanding;

/// <summary>How well labelled phrases are understood that words, rules and weights were tuned on: the list of the project, lots A to C that others wrote,
/// and lots E to H and "own" of who wrote the rules. How it is with phrases that nobody learned from:
/// <c>BansosBot.Benchmarks -- understand across</c>, and docs/decisions/0030.</summary>
public sealed class LotsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("utterances", 0.97, 0.01)]
    [InlineData("lot-a", 0.97, 0.01)]
    [InlineData("lot-b", 0.97, 0.01)]
    [InlineData("lot-c", 0.97, 0.01)]
    [InlineData("own", 0.95, 0.01)]
    [InlineData("lot-e", 0.93, 0.01)]
    [InlineData("lot-f", 0.93, 0.01)]
    [InlineData("lot-g", 0.93, 0.01)]
    [InlineData("lot-h", 0.93, 0.01)]
    public void What_was_tuned_on_stays_understood(string lot, double rightMin, double wrongMax)
    {
        var read = ReadList.Of(PhraseBook.Shipped(), PhraseFile.Read(PathOf(lot)));
        Print(lot, read);
        Assert.InRange(read.Share(ReadAs.Right), rightMin, 1);
        Assert.InRange(read.Share(ReadAs.Wrong), 0, wrongMax);
    }

    /// <summary>Lot D is learned from by nobody (docs/decisions/0030): what falls here, a resident loses. Whoever mends reads the figure, not the phrases.</summary>
    [Fact]
    public void What_nobody_learned_from_is_understood()
    {
        var read = ReadList.Of(PhraseBook.Shipped(), PhraseFile.Read(Path.Combine(AppContext.BaseDirectory, "Understanding", "Unseen", "lot-d.csv")));
        Print("lot-d", read);
        Assert.InRange(read.Share(ReadAs.Right), 0.91, 1);
        Assert.InRange(read.Share(ReadAs.Wrong), 0, 0.02);
    }

    [Theory]
    [InlineData("utterances", 0.90, 0.01)]
    [InlineData("lot-a", 0.78, 0.03)]
    [InlineData("lot-b", 0.72, 0.03)]
    public void Rules_alone_know_most_of_it_and_say_little_that_is_wrong(string lot, double rightMin, double wrongMax)
    {
        var read = ReadList.Of(PhraseBook.Shipped(Weights.None), PhraseFile.Read(PathOf(lot)));
        Print(lot, read);
        Assert.InRange(read.Share(ReadAs.Right), rightMin, 1);
        Assert.InRange(read.Share(ReadAs.Wrong), 0, wrongMax);
    }

    private void Print(string lot, ReadList read)
    {
        output.WriteLine(lot);
        foreach (var line in read.Lines(isPhraseShown: false).TakeWhile(l => l.Length > 0)) output.WriteLine(line);
    }

    internal static string PathOf(string lot) => Path.Combine(AppContext.BaseDirectory, "Understanding", "Data", $"{lot}.csv");
}
