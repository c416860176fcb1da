using BansosBot.Commands.Understand;
using BansosBot.Domain.Understanding;

namespace BansosBot.Tests.Understanding;

/// <summary>How well labelled phrases are understood. Words, rules and weights were tuned on the list of the project, on lots A and B,
/// and on phrases of who wrote the rules ("own");
/// nobody who tuned them has read lot C.</summary>
public sealed class LotsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("utterances", 0.97, 0.01)]
    [InlineData("lot-a", 0.97, 0.01)]
    [InlineData("lot-b", 0.97, 0.01)]
    [InlineData("own", 0.95, 0.01)]
    public void What_was_tuned_on_stays_understood(string lot, double rightMin, double wrongMax)
    {
        var read = ReadList.Of(PhraseBook.Shipped(), PhraseFile.Read(PathOf(lot)));
        Print(lot, read);
        Assert.InRange(read.Share(ReadAs.Right), rightMin, 1);
        Assert.InRange(read.Share(ReadAs.Wrong), 0, wrongMax);
    }

    [Theory]
    [InlineData("utterances", 0.90, 0.01)]
    [InlineData("lot-a", 0.78, 0.02)]
    [InlineData("lot-b", 0.72, 0.02)]
    public void Rules_alone_know_most_of_it_and_say_little_that_is_wrong(string lot, double rightMin, double wrongMax)
    {
        var read = ReadList.Of(PhraseBook.Shipped(Weights.None), PhraseFile.Read(PathOf(lot)));
        Print(lot, read);
        Assert.InRange(read.Share(ReadAs.Right), rightMin, 1);
        Assert.InRange(read.Share(ReadAs.Wrong), 0, wrongMax);
    }

    [Fact]
    public void What_nobody_tuned_on_is_printed()
    {
        var phrases = PhraseFile.Read(PathOf("lot-c"));
        Print("lot-c", ReadList.Of(PhraseBook.Shipped(), phrases));
        Assert.Equal(300, phrases.Count);
    }

    private void Print(string lot, ReadList read)
    {
        output.WriteLine(lot);
        foreach (var line in read.Lines(isPhraseShown: false).TakeWhile(l => l.Length > 0)) output.WriteLine(line);
    }

    internal static string PathOf(string lot) => Path.Combine(AppContext.BaseDirectory, "Understanding", "Data", $"{lot}.csv");
}
