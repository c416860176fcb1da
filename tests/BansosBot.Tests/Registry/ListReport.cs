using BansosBot.Lists;
using System.Text;
using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Simulation;
using BansosBot.Simulation.Lists;
using BansosBot.Tests.Texts;
using BansosBot.Tests.Transcripts;

namespace BansosBot.Tests.Registry;

/// <summary>Reports of made lists: as a text that a person reads and approves, and as what was said of whom.</summary>
internal static class ListReport
{
    public static readonly DateOnly Today = new(2025, 9, 23);

    private static readonly string Approved = Path.Combine(Repository.Root, "tests", "BansosBot.Tests", "Registry", "Reports");

    public static ReadList Read(string path) => ListFile.Read(new ListSource.OnDisk(path), Today) switch
    {
        Outcome<ListInFile>.Ok ok => ok.Value.List,
        Outcome<ListInFile>.No no => throw new InvalidOperationException(Word(no.Why.Sentence)),
        _ => throw new InvalidOperationException(),
    };

    public static string Word(Say say) => Shipped.Words.Render(say, Language.Indonesian, Book.Now).Text;

    /// <summary>Every line, in the order of the file, with the figures at its end.</summary>
    public static string Told(ReadList list)
    {
        var text = new StringBuilder();
        foreach (var line in list.Lines) text.Append(Word(ListPreview.Line(line))).Append('\n');
        return text.Append('\n').AppendJoin('\n', ListPreview.Lines(list with { Lines = [], Sheets = [] }, Comparison.Of(list, [], (_, v) => v, Today)).Append(new("ListPreview.NothingStored")).Select(Word)).Append('\n').ToString();
    }

    /// <summary>Fails unless the report is the approved one of this name.</summary>
    public static Task MustBeApprovedAsync(string name, string told) => ApprovedText.VerifyAsync(Approved, name, _ => Task.FromResult(told));

    /// <summary>What was said of each person, by number, and of the rest; where the persons stand does not matter.</summary>
    public static SortedSet<string> Said(ReadList list, MadeList made)
    {
        var rows = made.Rows();
        return new(list.Lines.Where(l => l.Rule is not (ListRule.HeadingFound or ListRule.TwoRowHeading)).Select(l =>
            $"{(l.At.Sheet == list.Sheets[0].Sheet && l.At.Row <= rows.Count ? rows[l.At.Row - 1].Person?.Number : null)} {l.ColumnLetters} {l.RuleName} {l.DoneName}"), StringComparer.Ordinal);
    }
}
