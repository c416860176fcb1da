using System.Collections.Immutable;
using BansosBot.Domain;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Registry;
using BansosBot.Storage;

namespace BansosBot.Lists;

/// <summary>Lists are shown and taken in here, in the process that has the store.</summary>
/// <param name="word">A sentence in words.</param>
/// <param name="by">Id of the officer; empty: whoever has the machine.</param>
/// <param name="linesMax">So many notes on rows are shown.</param>
internal sealed class ListDesk(ListImport import, IStore store, Func<Say, string> word, string by = "", int linesMax = ListPreview.LinesOfScreen) : IListDesk
{
    // A line of progress for so many rows.
    private const int ToldEach = 5_000;

    // Shown here already: it need not be read again.
    private ListPlan? shownPlan;

    public async Task<ListShown> ShowAsync(ListAsk ask, CancellationToken stop)
    {
        switch (await import.ReadAsync(ask.Source, ChoiceOf(ask), stop))
        {
            case Outcome<ListPlan>.No { Why: var why }:
                return NotRead(why);
            case Outcome<ListPlan>.Ok { Value: var plan }:
                shownPlan = plan;
                return plan.IsTheSameAgain ? Shown(plan, ListFate.SameAgain, SameAgain(plan))
                    : plan.List.Rows.IsEmpty ? Shown(plan, ListFate.Refused, new ListOfNobody().Sentence)
                    : Shown(plan, ListFate.CanCome, null);
            default:
                throw new InvalidOperationException();
        }
    }

    public async Task<ListShown> TakeInAsync(ListAsk ask, ListShown? shown, Func<string, Task> note, CancellationToken stop)
    {
        if (shownPlan is null && await ShowAsync(ask, stop) is { Fate: not ListFate.CanCome } already) return already;
        var plan = shownPlan!;
        if (shown is not null && (shown.File != plan.AsList.File || shown.Before != plan.Before?.Id)) return Shown(plan, ListFate.Refused, new ListChangedMeanwhile().Sentence);
        var told = 0;
        var taken = await import.TakeInAsync(
            plan, by,
            async rows =>
            {
                if (rows / ToldEach == told && rows < plan.List.Rows.Length) return;
                told = rows / ToldEach;
                await note(word(new("ListImport.Progress", ("jumlah", rows), ("semua", plan.List.Rows.Length))));
            },
            stop);
        return taken switch
        {
            Outcome<RecipientList>.Ok => Shown(plan, ListFate.TakenIn, new("ListImport.TakenIn", ("jumlah", plan.List.Rows.Length))),
            Outcome<RecipientList>.No { Why: var why } => Shown(plan, ListFate.Refused, why.Sentence),
            _ => throw new InvalidOperationException(),
        };
    }

    public async Task<IReadOnlyList<string>> DifferenceAsync(string programme, CancellationToken stop) => [.. (await new DifferenceLines(store.Registry).OfAsync(programme, stop)).Select(word)];

    private static ListChoice ChoiceOf(ListAsk ask) => new(ask.Programme, new(ask.Year, ask.Round), ask.Columns.ToImmutableDictionary());

    private ListShown NotRead(Refusal why) => new(ListFate.Refused, [], word(why.Sentence), "", null, null);

    private ListShown Shown(ListPlan plan, ListFate fate, Say? closing) => new(
        fate, [.. ListPreview.Lines(plan.List, plan.Compared, showsColumns: !plan.Choice.Columns.IsEmpty, linesMax).Select(word)], closing is null ? "" : word(closing),
        ListPreview.Json(plan.List, plan.Compared), plan.AsList.File, plan.Before?.Id)
    { Columns = ListShown.ColumnsOf(plan.List) };

    private static Say SameAgain(ListPlan plan) => new("ListImport.SameAgain", ("waktu", new SayValue.Moment(plan.Before!.ImportedAt)));
}
