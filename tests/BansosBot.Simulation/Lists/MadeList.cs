using System.Text;

namespace BansosBot.Simulation.Lists;

/// <summary>A made list as it is before it becomes a file: clean, until kinds of dirt are put on it.</summary>
public sealed class MadeList
{
    // Enough that no kind of dirt touches another's persons.
    private const int PersonsOfEachDirt = 6;

    public List<string?[]> Above { get; } = [];

    public List<string?[]> Heading { get; } = [[.. MadePerson.Columns]];

    /// <summary>Rows of numbers under the heading, not repeated with it.</summary>
    public List<string?[]> UnderHeading { get; } = [];

    public List<MadePerson> Persons { get; } = [.. Enumerable.Range(1, 9 * PersonsOfEachDirt).Select(MadePerson.Of)];

    public List<string?[]> Below { get; } = [];

    /// <summary>Rows after the person of a number; an empty one stands for the heading once more.</summary>
    public Dictionary<int, List<string?[]>> After { get; } = [];

    public HashSet<int> HiddenPersons { get; } = [];

    /// <summary>Columns merged over the person and so many that follow; a workbook only, in a text the cells say "sda".</summary>
    public List<(MadePerson From, int Rows, int Column)> Merged { get; } = [];

    /// <summary>The heading's merged cells, by row of the heading from 0.</summary>
    public List<(int FirstRow, int LastRow, int FirstColumn, int LastColumn)> MergedHeading { get; } = [];

    public bool HasHiddenSheet { get; set; }

    public char Separator { get; set; } = ',';

    public bool IsSeparatorTold { get; set; }

    public Encoding Encoding { get; set; } = new UTF8Encoding(false);

    public string LineEnd { get; set; } = "\n";

    /// <param name="dirt">Its number, 1 to 8.</param>
    /// <param name="which">0 to 5.</param>
    public MadePerson Person(int dirt, int which) => Persons[((dirt - 1) * PersonsOfEachDirt) + which];

    /// <summary>The rows in order, each with its person; null: it is nobody's.</summary>
    public List<(string?[] Cells, MadePerson? Person)> Rows()
    {
        List<(string?[], MadePerson?)> rows = [.. Above.Concat(Heading).Concat(UnderHeading).Select(r => (r, (MadePerson?)null))];
        foreach (var person in Persons)
        {
            rows.Add((person.Cells, person));
            foreach (var row in After.GetValueOrDefault(person.Number, []))
                if (row.Length > 0) rows.Add((row, null));
                else rows.AddRange(Heading.Select(h => (h, (MadePerson?)null)));
        }
        rows.AddRange(Below.Select(r => (r, (MadePerson?)null)));
        return rows;
    }

    public void SaveAsText(string path)
    {
        var text = new StringBuilder();
        if (IsSeparatorTold) text.Append("sep=").Append(Separator).Append(LineEnd);
        foreach (var (cells, person) in Rows())
            text.AppendJoin(Separator, cells.Select((c, i) => Quoted(person is not null && IsUnderMerged(person, i) ? "sda" : InText(c)))).Append(LineEnd);
        File.WriteAllText(path, text.ToString(), Encoding);
    }

    public void SaveAsWorkbook(string path)
    {
        var rows = Rows();
        int RowOf(MadePerson person) => rows.FindIndex(r => r.Person == person) + 1;
        var heading = Above.Count + 1;
        string[] merged =
        [
            .. MergedHeading.Select(m => $"{XlsxFile.Letters(m.FirstColumn)}{heading + m.FirstRow}:{XlsxFile.Letters(m.LastColumn)}{heading + m.LastRow}"),
            .. Merged.Select(m => $"{XlsxFile.Letters(m.Column)}{RowOf(m.From)}:{XlsxFile.Letters(m.Column)}{RowOf(m.From) + m.Rows}"),
        ];
        var file = new XlsxFile().Sheet("Daftar", rows.Select(r => r.Person is { } p ? [.. r.Cells.Select((c, i) => IsUnderMerged(p, i) ? null : c)] : r.Cells), merged: merged, hiddenRows: [.. Persons.Where(p => HiddenPersons.Contains(p.Number)).Select(RowOf)]);
        if (HasHiddenSheet) file.Sheet("Lama", [["NIK", "NAMA"], ["3673015203140001", "ORANG LAMA"]], state: "hidden");
        file.Save(path);
    }

    private bool IsUnderMerged(MadePerson person, int column) => Merged.Any(m => m.Column == column && Persons.IndexOf(person) - Persons.IndexOf(m.From) is > 0 and var below && below <= m.Rows);

    /// <summary>What a spreadsheet writes of such a cell when it saves as CSV.</summary>
    private static string InText(string? cell) => cell switch
    {
        null => "",
        ['#', ':', .. var number] when number.Length > 11 => $"{number[0]},{number[1..3]}E+{number.Length - 1}",
        ['#' or 'd' or 'e' or 'i', ':', .. var value] => value,
        ['f', ':', .. var formula] => formula.Split('|')[^1],
        _ => cell,
    };

    private string Quoted(string cell) => cell.AsSpan().IndexOfAny([Separator, '"', '\n']) >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
