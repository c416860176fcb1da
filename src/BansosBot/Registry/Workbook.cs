using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using BansosBot.Domain.Registry.Lists;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace BansosBot.Registry;

/// <summary>A list in a workbook (.xlsx). MiniExcel gives the values of cells, row by row; what it does not tell (formulas, merged cells, what is
/// hidden, how wide a sheet is) is read before, from the same parts, and bounded.</summary>
internal sealed class Workbook : ISheets
{
    public const int ColumnsMax = 256;

    // From 5 MiB on the library would write all names and numbers into files of the temporary folder that everybody may read, and a kill leaves
    // them there. In memory they are bounded by Unpacking.
    private static readonly OpenXmlConfiguration SharedTextsInMemory = new() { EnableSharedStringCache = false };

    private readonly OpenList file;

    public Workbook(OpenList file) => this.file = file;

    public bool HasAnything { get; private set; }

    public IEnumerable<RawSheet> All
    {
        get
        {
            using var zip = Asked(null, () => new ZipArchive(file.Stream, ZipArchiveMode.Read, leaveOpen: true));
            Asked(null, () => Unpacking.Check(zip));
            foreach (var (name, path, isHidden) in Asked(null, () => WorkbookParts.Sheets(zip)))
            {
                if (isHidden)
                {
                    yield return new(name, []) { IsHidden = true };
                    continue;
                }
                if (zip.GetEntry(path) is not { } part) throw new ListUnreadableException(new ListIsBroken(name));
                var shape = Asked(name, () => SheetShape.Of(part, name));
                if (shape.Columns > ColumnsMax) throw new ListUnreadableException(new ListTooWide(name, shape.Columns, ColumnsMax));
                HasAnything |= shape.HasValues;
                yield return new(name, shape.HasValues ? Rows(name, shape) : []) { Merged = shape.Merged, HiddenColumns = shape.HiddenColumns };
            }
        }
    }

    private IEnumerable<SheetRow> Rows(string sheet, SheetShape shape)
    {
        using var own = file.Another();
        using var rows = Asked(sheet, () => own.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX, configuration: SharedTextsInMemory).GetEnumerator());
        for (var number = 1; number <= shape.LastRow && Asked(sheet, rows.MoveNext); number++) yield return Row((IDictionary<string, object?>)rows.Current, number, shape);
    }

    private static SheetRow Row(IDictionary<string, object?> values, int number, SheetShape shape)
    {
        var cells = ImmutableArray.CreateBuilder<RawCell>(values.Count);
        foreach (var value in values.Values)
        {
            var isFormula = shape.IsFormula(number, cells.Count);
            cells.Add(value switch
            {
                null => RawCell.Of(null, isFormula),
                string text => RawCell.Of(text, isFormula),
                DateTime moment => RawCell.Of(DateOnly.FromDateTime(moment), isFormula),
                double or int or long or decimal => RawCell.Of(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture), isFormula),
                _ => RawCell.Of(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture), isFormula),
            });
        }
        return new(number, cells.MoveToImmutable(), shape.HiddenRows.Contains(number));
    }

    private static void Asked(string? sheet, Action ask) => Asked(sheet, () =>
    {
        ask();
        return true;
    });

    // The library throws what its parser threw: anything but a full memory means that the file is not as workbooks are.
    private static T Asked<T>(string? sheet, Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException or OverflowException or NullReferenceException or InvalidCastException or EndOfStreamException)
        {
            throw new ListUnreadableException(new ListIsBroken(sheet));
        }
    }
}
