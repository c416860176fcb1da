using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Registry;

/// <summary>Reads a list from a file, whatever it is called: a workbook or a text of rows. Everything is bounded before memory is taken for it.</summary>
internal static class ListFile
{
    // A million rows as text are 200 MB; a workbook of them is 100.
    private const int MebibytesMax = 512;

    /// <param name="name">As people call the file; a text's one sheet is named so.</param>
    /// <param name="today">The day in Serang.</param>
    /// <param name="meanings">What people have confirmed of columns; null: nothing.</param>
    public static Outcome<ReadList> Read(string path, string name, DateOnly today, ColumnMeanings? meanings = null, ListUse use = ListUse.Recipients)
    {
        try
        {
            using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.RandomAccess, BufferSize = 128 * 1024 });
            if (file.Length == 0) return new ListEmpty();
            if (file.Length > MebibytesMax * 1024L * 1024) return new ListTooLarge(MebibytesMax);
            return ContentKind.Of(file) switch
            {
                ContentKind.Workbook => Read(new Workbook(file), today, meanings, use),
                ContentKind.Text => Read(new TextTable(file, name), today, meanings, use),
                ContentKind.No no => no.Why,
                _ => throw new InvalidOperationException(),
            };
        }
        catch (ListUnreadableException e)
        {
            return e.Why;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return new ListNotThere();
        }
    }

    private static Outcome<ReadList> Read(ISheets sheets, DateOnly today, ColumnMeanings? meanings, ListUse use)
    {
        using (sheets)
        {
            if (ReadList.Of(sheets.All, today, meanings, use) is { } list) return list;
            return sheets.HasAnything ? new ListWithoutHeading(ReadList.HeadingRowsSearchedMax) : new ListEmpty();
        }
    }
}

/// <summary>The sheets of a file that is open.</summary>
internal interface ISheets : IDisposable
{
    /// <summary>Rows are read from the file as they are asked for, once.</summary>
    /// <exception cref="ListUnreadableException">Here, and while rows are read.</exception>
    IEnumerable<RawSheet> All { get; }

    /// <summary>Whether a cell with anything in it was met.</summary>
    bool HasAnything { get; }
}

/// <summary>The file cannot be read on: found while its rows were being asked for.</summary>
internal sealed class ListUnreadableException(ListRefusal why) : Exception("The list cannot be read on.")
{
    public ListRefusal Why => why;
}
