using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BansosBot.Domain;
using BansosBot.Domain.Ministry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Ministry;
using BansosBot.Registry;

namespace BansosBot.Lists;

/// <summary>A list that moves cases, as it is asked for.</summary>
/// <param name="Path">As in <see cref="ListAsk"/>.</param>
/// <param name="Batch">Null: whichever its children are of.</param>
/// <param name="Columns">By <see cref="ColumnMeanings.KeyOf"/>.</param>
internal sealed record CaseListAsk(ListUse Use, string Path, string Programme, string? Batch, int Year, int? Round, IReadOnlyDictionary<string, Holds> Columns)
{
    /// <summary>Of one that was sent; null: it lies at <see cref="Path"/>.</summary>
    [JsonIgnore]
    public byte[]? Content { get; init; }
}

/// <summary>Lists that move cases are shown and taken in here, in the process that has the store.</summary>
/// <param name="word">A sentence in words.</param>
/// <param name="by">Id of the officer; empty: whoever has the machine.</param>
/// <param name="linesMax">So many rows of each kind are shown that move nobody.</param>
internal sealed class CaseListDesk(CaseListImport import, Func<Say, string> word, string by = "", int linesMax = ListPreview.LinesOfScreen)
{
    public async Task<ListShown> ShowAsync(CaseListAsk ask, CancellationToken stop) => await ReadAsync(ask, stop) switch
    {
        Outcome<ReadCaseList>.No(var why) => NotRead(why),
        Outcome<ReadCaseList>.Ok(var list) => Shown(list),
        _ => throw new InvalidOperationException(),
    };

    /// <param name="shown">What was shown of it, which must still be so; null: it is taken in whatever it is.</param>
    /// <param name="note">A line of progress.</param>
    public async Task<ListShown> TakeInAsync(CaseListAsk ask, ListShown? shown, Func<string, Task> note, CancellationToken stop)
    {
        switch (await ReadAsync(ask, stop))
        {
            case Outcome<ReadCaseList>.No(var why):
                return NotRead(why);
            case Outcome<ReadCaseList>.Ok(var list):
                return await TakeInAsync(list, shown, note, stop);
            default:
                throw new InvalidOperationException();
        }
    }

    private async Task<ListShown> TakeInAsync(ReadCaseList list, ListShown? shown, Func<string, Task> note, CancellationToken stop)
    {
        var now = Shown(list);
        if (now.Fate != ListFate.CanCome) return now;
        if (shown is not null && (shown.File != now.File || shown.Before != now.Before)) return now with { Fate = ListFate.Refused, Closing = word(new("CaseList.ChangedMeanwhile")) };
        var all = list.Plan.Moves.Length;
        return await import.TakeInAsync(list, by, through => note(word(new("CaseList.Progress", ("jumlah", through), ("semua", all)))), stop) switch
        {
            Outcome<CaseListPlan>.Ok(var left) => now with { Fate = ListFate.TakenIn, Closing = word(new(left.Moves.IsEmpty ? "CaseList.TakenIn" : "CaseList.TakenInPartly", ("jumlah", all - left.Moves.Length), ("sisa", left.Moves.Length))) },
            Outcome<CaseListPlan>.No(var why) => now with { Fate = ListFate.Refused, Closing = word(why.Sentence) },
            _ => throw new InvalidOperationException(),
        };
    }

    private Task<Outcome<ReadCaseList>> ReadAsync(CaseListAsk ask, CancellationToken stop) =>
        import.ReadAsync(ask.Content is { } sent ? new ListSource.Sent(ask.Path, sent) : new ListSource.OnDisk(ask.Path), new(ask.Use, ask.Programme, ask.Batch, new(ask.Year, ask.Round), ask.Columns.ToImmutableDictionary()), stop);

    private ListShown NotRead(Refusal why) => new(ListFate.Refused, [], word(why.Sentence), "", null, null);

    // "Before" stands for what would be done: where that has changed since it was shown, it is shown anew.
    private ListShown Shown(ReadCaseList list) => new(
        list.Plan.Moves.IsEmpty ? ListFate.SameAgain : ListFate.CanCome,
        [.. Lines(list).Select(word)],
        list.Plan.Moves.IsEmpty ? word(new("CaseList.NothingToDo")) : "",
        "",
        list.File,
        FormattableString.Invariant($"{list.Plan.Moves.Length} {list.Plan.Already} {list.Plan.Unmatched.Length}"))
    { Columns = ListShown.ColumnsOf(list.List) };

    private IEnumerable<Say> Lines(ReadCaseList list)
    {
        var plan = list.Plan;
        foreach (var sheet in list.List.Sheets)
        {
            yield return new("ListPreview.Sheet", ("lembar", sheet.Sheet), ("baris", sheet.HeadingRow));
            foreach (var column in sheet.Columns.Where(c => c.Holds > Holds.NotKept)) yield return new("ListPreview.Column", ("kolom", column.Letters), ("judul", column.Header), ("isi", new Say($"Holds.{column.Holds}")));
        }

        if (list.Choice.Use == ListUse.Payments) yield return new("CaseList.Payments", ("masuk", plan.Moves.Count(m => m.Payment!.Result == Payment.Paid)), ("gagal", plan.Moves.Count(m => m.Payment!.Result == Payment.Failed)));
        else yield return new("CaseList.Answer", ("setuju", plan.Moves.Count(m => m.Ruling == Ruling.Approved)), ("tolak", plan.Moves.Count(m => m.Ruling == Ruling.Refused)));
        yield return new("CaseList.Already", ("jumlah", plan.Already));
        yield return new("CaseList.Unmatched", ("jumlah", plan.Unmatched.Length));
        foreach (var row in plan.Unmatched.Take(linesMax)) yield return Line(row);

        // What keeps a row out altogether.
        var outside = list.List.Lines.Where(l => l.Done >= Done.HeldBack).ToList();
        yield return new("CaseList.NotRead", ("jumlah", list.List.HeldBack + list.List.Refused + list.List.Duplicates));
        foreach (var line in outside.Take(linesMax)) yield return ListPreview.Line(line);
        if (plan.Unmatched.Length + outside.Count is var all && Math.Min(plan.Unmatched.Length, linesMax) + Math.Min(outside.Count, linesMax) is var told && all > told) yield return new("CaseList.More", ("jumlah", all - told));
    }

    private static Say Line(Unmatched row) => new(
        "CaseList.Line",
        ("tempat", FormattableString.Invariant($"{row.Row.Sheet}!{row.Row.Row}")), ("nik", row.Nik.ToString()),
        ("sebab", row.At is { } stage ? new Say("Mismatch.OtherStage", ("tahap", new Say($"Stage.{stage}.Name"))) : new Say($"Mismatch.{row.Why}")));
}
