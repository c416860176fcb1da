using System.Security.Cryptography;
using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Registry;

/// <summary>Reads a list from a file, whatever it is called: a workbook or a text of rows. Everything is bounded before memory is taken for it.</summary>
internal static class ListFile
{
    // A million rows as text are 200 MB; a workbook of them is 100.
    private const int MebibytesMax = 512;

    /// <param name="today">The day in Serang.</param>
    /// <param name="meanings">What people have confirmed of columns; null: nothing.</param>
    public static Outcome<ListInFile> Read(ListSource source, DateOnly today, ColumnMeanings? meanings = null, ListUse use = ListUse.Recipients)
    {
        try
        {
            using var open = source.Open();
            var file = open.Stream;
            if (file.Length == 0) return new ListEmpty();
            if (file.Length > MebibytesMax * 1024L * 1024) return new ListTooLarge(MebibytesMax);
            ISheets sheets;
            switch (ContentKind.Of(file))
            {
                case ContentKind.Workbook:
                    sheets = new Workbook(open);
                    break;
                case ContentKind.Text:
                    sheets = new TextTable(file, source.Name);
                    break;
                case ContentKind.No no:
                    return no.Why;
                default:
                    throw new InvalidOperationException();
            }

            if (ReadList.Of(sheets.All, today, meanings, use) is not { } list) return sheets.HasAnything ? new ListWithoutHeading(ReadList.HeadingRowsSearchedMax) : new ListEmpty();
            file.Position = 0;
            return new ListInFile(list, Convert.ToHexStringLower(SHA256.HashData(file)));       // of what was read, whatever has its name by now
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
}

/// <summary>The sheets of a file that is open.</summary>
internal interface ISheets
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
