using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Lists;

/// <summary>What reading a list gave, for people and for scripts. Values are shown masked, scripts get none.</summary>
internal static class ListPreview
{
    // A screen or two; a list that went wrong as a whole has a note for every row.
    public const int LinesOfScreen = 40;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The form that scripts read: design.md, "JSON that scripts read". <c>refused</c> counts the rows that wait for a decision too; rows of
    /// one NIK are <c>duplicate</c>.</summary>
    public static string Json(ReadList list, Comparison compared) => JsonSerializer.Serialize(new
    {
        people = list.Rows.Length,
        @new = compared.New.Length,
        changed = compared.Changed.Length,
        same = compared.Same.Length,
        duplicate = list.Duplicates,
        refused = list.Refused + list.HeldBack,
        gone = compared.Gone.Length,
        lookalike = Lookalikes(list, compared),
        rows = list.Lines.Select(l => new { sheet = l.At.Sheet, row = l.At.Row, column = l.ColumnLetters, rule = l.RuleName, action = l.DoneName }),
    }, Options);

    /// <summary>A line each.</summary>
    /// <param name="showsColumns">Also those that a person has confirmed before.</param>
    /// <param name="linesMax">So many notes on rows.</param>
    public static IEnumerable<Say> Lines(ReadList list, Comparison compared, bool showsColumns = false, int linesMax = LinesOfScreen)
    {
        foreach (var sheet in list.Sheets)
        {
            yield return new("ListPreview.Sheet", ("lembar", sheet.Sheet), ("baris", sheet.HeadingRow));
            if (!showsColumns && sheet.Columns.All(c => c.IsConfirmed)) yield return new("ListPreview.ColumnsConfirmed");
            else foreach (var column in sheet.Columns)
                yield return new("ListPreview.Column", ("kolom", column.Letters), ("judul", column.Header), ("isi", new Say($"Holds.{column.Holds}")));
        }
        yield return new("ListPreview.People", ("jumlah", list.Rows.Length));
        yield return new("ListPreview.Compared", ("baru", compared.New.Length), ("berubah", compared.Changed.Length), ("sama", compared.Same.Length), ("hilang", compared.Gone.Length));
        yield return new("ListPreview.Duplicate", ("jumlah", list.Duplicates));
        yield return new("ListPreview.HeldBack", ("jumlah", list.HeldBack));
        yield return new("ListPreview.Refused", ("jumlah", list.Refused));
        yield return new("ListPreview.Lookalike", ("jumlah", Lookalikes(list, compared)));
        // What keeps somebody out comes first.
        foreach (var line in list.Lines.Select((Line, At) => (Line, At)).OrderByDescending(l => l.Line.Done).ThenBy(l => l.At).Take(linesMax)) yield return Line(line.Line);
        if (list.Lines.Length > linesMax) yield return new("ListPreview.More", ("jumlah", list.Lines.Length - linesMax));
    }

    // Of a KK or a guardian's NIK; of the person's own they keep the row out.
    private static readonly HashSet<ListRule> NumberFaults =
    [
        ListRule.NumberCell, ListRule.ScientificNotation, ListRule.EndsInZeros, ListRule.ColumnRounded, ListRule.LettersForDigits, ListRule.NotSixteenDigits, ListRule.SeveralNumbers, ListRule.ImpossibleNumber,
    ];

    /// <summary>"Kasemen!B12: ditolak ...": cells as spreadsheets call them.</summary>
    public static Say Line(ReportLine line)
    {
        var note = new Say($"ListRule.{line.Rule}");
        if (line.Done == Done.Cleaned && NumberFaults.Contains(line.Rule)) note = new("ListPreview.LeftOut", ("catatan", note));
        if (line.Other is { } other) note = new("ListPreview.See", ("catatan", note), ("tempat", Cell(other, null)));
        Slot place = ("tempat", Cell(line.At, line.ColumnLetters)), done = ("hasil", new Say($"ListDone.{line.Done}"));
        return line.Masked is { } shown ? new("ListPreview.LineShown", place, done, ("nilai", shown), ("catatan", note)) : new("ListPreview.Line", place, done, ("catatan", note));
    }

    private static int Lookalikes(ReadList list, Comparison compared) => list.Lookalikes + compared.Lookalikes.Length;

    private static string Cell(RowAt at, string? column) => $"{at.Sheet}!{column}{at.Row.ToString(CultureInfo.InvariantCulture)}";
}
