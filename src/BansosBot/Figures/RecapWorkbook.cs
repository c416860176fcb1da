using BansosBot.Domain;
using BansosBot.Domain.Applications;
using BansosBot.Domain.Figures;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace BansosBot.Figures;

/// <summary>Figures as a workbook: a row for each kecamatan and stage, with numbers that can be summed; what is hidden is a word.</summary>
internal static class RecapWorkbook
{
    /// <param name="word">Makes words of a text.</param>
    public static byte[] Of(Recap recap, Func<Say, string> word)
    {
        string[] headings = [.. ((string[])["Kecamatan", "Stage", "Open", "Late", "Done"]).Select(h => word(new Say($"Recap.Column.{h}")))];
        using var file = new MemoryStream();
        file.SaveAs(
            new Dictionary<string, object>
            {
                [word(new Say("Recap.Sheet.Name"))] = recap.Open.Concat(recap.Cells.Where(c => c.Stage == Stage.Active)).Select(c => Row(headings, c.Kecamatan.Name, word(new Say($"Stage.{c.Stage}.Name")), Shown(c.Open), Shown(c.Late), Shown(c.Done))),
                [word(new Say("Recap.Sheet.About"))] = About(recap, word).Select(l => new Dictionary<string, object> { [headings[0]] = l }),
            },
            configuration: new OpenXmlConfiguration { TableStyles = TableStyles.None, AutoFilter = false, DynamicColumns = [.. headings.Select(h => new MiniExcelLibs.Attributes.DynamicExcelColumn(h) { Width = 22 })] });
        return file.ToArray();

        object Shown(int n) => recap.Shown(n) is { } shown ? shown : word(new Say("Recap.Cell.UnderFive"));
    }

    private static Dictionary<string, object> Row(string[] headings, params object[] cells) => headings.Zip(cells).ToDictionary(c => c.First, c => c.Second);

    private static IEnumerable<string> About(Recap recap, Func<Say, string> word)
    {
        yield return word(new Say("Recap.Drawn.At", ("saat", new SayValue.Moment(recap.At))));
        yield return word(new Say($"Recap.Drawn.{recap.For}"));
        yield return word(new Say("Recap.Drawn.What"));
    }
}
