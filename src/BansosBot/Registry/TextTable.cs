using System.Collections.Immutable;
using System.Text;
using BansosBot.Domain.Registry.Lists;
using Sylvan.Data.Csv;

namespace BansosBot.Registry;

/// <summary>A list as text: CSV with whatever separates its columns, in whatever letters it is written.</summary>
internal sealed class TextTable(Stream file, string name) : ISheets
{
    public const int ColumnsMax = 256, RowsMax = 2_000_000;

    // A row must fit: the longest cell of a spreadsheet has 32,767 signs, and a quote that is never closed ends here.
    private const int RowSignsMax = 1024 * 1024;

    public bool HasAnything { get; private set; }

    public IEnumerable<RawSheet> All => [new(name, Rows())];

    private IEnumerable<SheetRow> Rows()
    {
        var encoding = TextEncoding.Of(file);
        var (separator, isTold) = ColumnSeparator.Of(Head(encoding));
        file.Position = 0;
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        if (isTold) text.ReadLine();        // sep=; is for the spreadsheet, which does not count it as a row
        var row = 0;
        using var csv = Asked(() => CsvDataReader.Create(text, new CsvDataReaderOptions { HasHeaders = false, Delimiter = separator, Comment = '\0', BufferSize = 64 * 1024, MaxBufferSize = RowSignsMax }), row);
        while (Asked(csv.Read, row))
        {
            row++;
            if (csv.RowFieldCount > ColumnsMax) throw new ListUnreadableException(new ListTooWide(name, csv.RowFieldCount, ColumnsMax));
            if (row > RowsMax) throw new ListUnreadableException(new ListTooLong(name, RowsMax));
            yield return Row(csv, row);
        }
    }

    private SheetRow Row(CsvDataReader csv, int number)
    {
        var cells = ImmutableArray.CreateBuilder<RawCell>(csv.RowFieldCount);
        for (var i = 0; i < csv.RowFieldCount; i++) cells.Add(RawCell.Of(csv.GetString(i)));
        var row = new SheetRow(number, cells.MoveToImmutable());
        HasAnything |= !row.IsBlank;
        return row;
    }

    /// <param name="row">The last one that was read whole.</param>
    private static T Asked<T>(Func<T> ask, int row)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is CsvInvalidCharacterException or CsvRecordTooLargeException)
        {
            throw new ListUnreadableException(new ListQuoteOpen(row + 1));
        }
    }

    private List<string> Head(Encoding encoding)
    {
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 4096, leaveOpen: true);
        var block = new char[ColumnSeparator.SignsMax];
        var got = text.ReadBlock(block);
        return [.. new string(block, 0, got).Split('\n').Select(l => l.TrimEnd('\r'))];
    }
}
