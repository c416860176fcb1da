using BansosBot.Domain;
using BansosBot.Domain.Registry.Lists;
using BansosBot.Lists;

namespace BansosBot.Commands.Import;

/// <summary>A list is shown, and taken in once somebody has typed "ya". Data goes to stdout; what could not be to stderr, with exit code 1.</summary>
/// <param name="Word">A sentence in words.</param>
/// <param name="Path">Of the file.</param>
/// <param name="Confirm">Asks for "ya", with the placeholder <c>ya</c>.</param>
/// <param name="Cancelled">Something else was typed.</param>
/// <param name="NothingStored">Under a preview.</param>
internal sealed record ShownFirst(Call Call, Func<Say, string> Word, string Path, bool IsDryRun, bool IsConfirmed, bool IsJson, string Confirm, string Cancelled, string NothingStored)
{
    public const string Yes = "ya";

    /// <param name="takeIn">Given what was shown and must still be so; null: whatever it is.</param>
    public async Task<int> RunAsync(Func<Task<ListShown>> show, Func<ListShown?, Task<ListShown>> takeIn, CancellationToken stop)
    {
        if (IsDryRun) return await TellAsync(await show());
        if (IsConfirmed) return await TellAsync(await takeIn(null));

        var shown = await show();
        if (shown.Fate != ListFate.CanCome) return await TellAsync(shown);
        foreach (var line in shown.Lines) await Call.Out.WriteLineAsync(line);
        await Call.Notes.WriteLineAsync(Word(new(Confirm, ("ya", Yes))));
        if ((await Call.In.ReadLineAsync(stop))?.Trim().Equals(Yes, StringComparison.OrdinalIgnoreCase) != true) throw new FailedException(Word(new(Cancelled)));
        return await TellAsync(await takeIn(shown) with { Lines = [] });
    }

    private async Task<int> TellAsync(ListShown shown)
    {
        if (shown.Fate == ListFate.Refused && (shown.Lines.Count == 0 || !IsDryRun)) throw new FailedException($"{System.IO.Path.GetFileName(Path)}: {shown.Closing}");
        if (IsJson) await Call.Out.WriteLineAsync(shown.Json);
        else foreach (var line in shown.Lines) await Call.Out.WriteLineAsync(line);
        var closing = shown.Closing.Length > 0 ? shown.Closing : Word(new(NothingStored));
        await (IsJson ? Call.Notes : Call.Out).WriteLineAsync(closing);
        return Verbs.Done;
    }
}
