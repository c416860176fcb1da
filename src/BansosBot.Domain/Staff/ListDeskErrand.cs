using System.Collections.Immutable;
using System.Globalization;
using BansosBot.Domain.Audit;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Programmes;
using BansosBot.Domain.Registry;
using BansosBot.Domain.Registry.Lists;

namespace BansosBot.Domain.Staff;

/// <summary>A list comes in by an officer's chat: they send the file, say once what it is, read what it would do, and say yes. Fetching, reading and taking
/// in are done by a worker outside the turn (<see cref="ListComes"/>).</summary>
/// <remarks>It bears everybody's numbers and names: a page that others may sit down at takes none. docs/decisions/0049.</remarks>
public sealed class ListDeskErrand(ImmutableArray<Programme> programmes) : StaffErrand
{
    public const string Called = "desklist";

    /// <summary>The argument with which a file that was sent is taken.</summary>
    public const string Sent = "sent";

    // Bot API, getFile: "bots can download files of up to 20MB in size".
    private const int MebibytesMax = 20;

    // Of a year; more has no aid that is known.
    private const int RoundsMax = 4;

    private const string Use = "use", Of = "of", For = "for", Wrong = "wrong", Column = "column", Means = "means", Again = "again", TakeIn = "yes", Drop = "no";

    // A list of who receives an aid comes of any that people can be noted down for; what moves cases, of those that are proposed.
    private ImmutableArray<Programme> Listed(ListUse? use) => [.. programmes.Where(p => use == ListUse.Recipients ? p.Service != Service.Information : p.Proposing is not null)];

    public override string Name => Called;

    /// <summary>Whether a file may be a list: by its name or the kind that was declared. What it is its content says.</summary>
    internal static bool MayBe(FileRef file) => file.SentAs == SentAs.File
        && (file.DeclaredType is "text/csv" or "text/comma-separated-values" or "application/csv" or "application/vnd.ms-excel" || file.DeclaredType?.Contains("spreadsheet", StringComparison.Ordinal) == true
            || (file.Name is { } name && (Path(name) is "csv" or "xlsx" or "xls" or "xlsm" or "xlsb" or "ods")));

    /// <summary>The button at the desk; null: they bring none.</summary>
    internal static Choice? Row(Officer officer) => ListPermissions.WhyNone(officer) is null ? new($"{Everywhere.Go}{Called}", new Say("Desk.Button.Lists")) : null;

    protected override Needs NeedsAtDesk(Conversation before, string argument) => new() { RandomBytes = Scene.RandomIdBytes };

    protected override void AtDesk(Scene scene, Officer officer, string argument)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(argument);
        if (ListPermissions.WhyNone(officer) is { } why) Refuse(scene, officer, why);
        else if (argument == Sent && scene.Message is Incoming.Picture(_, _, var file, _)) Take(scene, officer, file);
        else if (scene.Now.List is not { } list) scene.Ask([new Say("ListChat.How", ("paling", MebibytesMax))], [DeskErrand.Row]);
        else if (list.IsUnderWay) Tell(scene, officer, new Say("ListChat.Wait", ("berkas", list.Name)));
        else Goes(scene, officer, list, argument.Split('='));
    }

    private static void Take(Scene scene, Officer officer, FileRef file)
    {
        if (scene.Talk.SharedChannels.Contains(scene.Now.Chat.Channel)) Tell(scene, officer, new Say("ListChat.NotHere"));
        else if (scene.Now.List is { IsUnderWay: true } busy) Tell(scene, officer, new Say("ListChat.Wait", ("berkas", busy.Name)));
        else if (scene.Known.Room != Room.Plenty) Tell(scene, officer, new Say("ListChat.NoRoom"));
        else if (file.Bytes > MebibytesMax * 1024L * 1024) Tell(scene, officer, new Say("ListChat.TooLarge", ("paling", MebibytesMax)));
        else
        {
            ListComes.Forget(scene);
            var list = new BroughtList { Work = "", By = officer.Id, Name = file.Name ?? "daftar" };
            Order(scene, list, file);
            scene.Tell(new Say("ListChat.Coming", ("berkas", list.Name)));
        }
    }

    private void Goes(Scene scene, Officer officer, BroughtList list, string[] chosen)
    {
        switch (chosen)
        {
            case [Drop]:
                ListComes.Forget(scene);
                Tell(scene, officer, new Say("ListChat.Dropped"));
                return;
            case [Use, var use] when Enum.TryParse<ListUse>(use, out var meant) && Enum.IsDefined(meant):
                if (ListPermissions.Why(officer, meant) is { } why)
                {
                    Refuse(scene, officer, why);
                    return;
                }

                list = list with { Use = meant, Programme = null, Period = meant == ListUse.Answer ? new(scene.Today.Year, null) : null, Shown = [], File = null };
                break;
            case [Of, var programme] when Listed(list.Use).Any(p => p.Name == programme):
                list = list with { Programme = programme, Shown = [], File = null };
                break;
            case [For, var period] when PeriodIn(period) is { } meant:
                list = list with { Period = meant, Shown = [], File = null };
                break;
            case [Wrong] when list.Shown.Length > 0:
                AskWhichColumn(scene, list);
                return;
            case [Column, var column] when ColumnIn(list, column) is { } wrong:
                AskWhatItHolds(scene, list, wrong);
                return;
            case [Means, var column, var holds] when ColumnIn(list, column) is { } wrong && Enum.TryParse<Holds>(holds, out var meant) && meant > Holds.Unknown:
                list = list with { Columns = list.Columns.SetItem(ColumnMeanings.KeyOf(wrong.Header), meant), Shown = [], File = null };
                break;
            case [Again]:
                list = list with { IsConfirmed = false, Shown = [], File = null };
                break;
            case [TakeIn] when list.File is not null:
                if (ListPermissions.Why(officer, list.Use!.Value) is { } mayNot) Refuse(scene, officer, mayNot);
                else
                {
                    Order(scene, list with { IsConfirmed = true });
                    scene.Tell(new Say("ListChat.TakingIn"));
                }

                return;
        }

        Ask(scene, officer, list);
    }

    /// <summary>What is not said yet is asked, one after the other; after that it is read, and shown.</summary>
    internal void Ask(Scene scene, Officer officer, BroughtList list)
    {
        var listed = Listed(list.Use);
        if (list is { Use: not null, Programme: null } && listed.Length == 1) list = list with { Programme = listed[0].Name };
        scene.Now = scene.Now with { List = list };
        if (list.Use is null)
        {
            scene.Ask(
                [new Say("ListChat.WhichUse", ("berkas", list.Name))],
                [.. Enum.GetValues<ListUse>().Where(u => ListPermissions.Why(officer, u) is null).Select(u => Row($"{Use}={u}", new Say($"ListChat.Button.{u}"))), DropRow]);
        }
        else if (list.Programme is null) scene.Ask([new Say("ListChat.WhichProgramme")], [.. listed.Select(p => Row($"{Of}={p.Name}", p.Says(ProgrammeTexts.Short))), DropRow]);
        else if (list.Period is null)
        {
            var year = scene.Today.Year;
            scene.Ask(
                [new Say(list.Use == ListUse.Payments ? "ListChat.WhichRound" : "ListChat.WhichPeriod", ("tahun", Number(year)))],
                [
                    Row($"{For}={Number(year)}", new Say("ListChat.Button.Year", ("tahun", Number(year)))),
                    .. Enumerable.Range(1, RoundsMax).Select(n => Row($"{For}={Number(year)}/{Number(n)}", new Say("ListChat.Button.Round", ("tahap", n)))),
                    Row($"{For}={Number(year - 1)}", new Say("ListChat.Button.Year", ("tahun", Number(year - 1)))),
                    DropRow,
                ]);
        }
        else if (list.File is null)
        {
            Order(scene, list);
            scene.Tell(new Say("ListChat.Reading"));
        }
        else scene.Ask([new Say("ListChat.Sure")], [.. Rows(list)]);
    }

    /// <summary>What there is to do with a list that was shown.</summary>
    internal static IEnumerable<ImmutableArray<Choice>> Rows(BroughtList list) =>
    [
        Row(TakeIn, new Say("ListChat.Button.TakeIn")),
        .. list.Shown.Length > 0 ? [Row(Wrong, new Say("ListChat.Button.Wrong"))] : (ReadOnlySpan<ImmutableArray<Choice>>)[],
        DropRow,
    ];

    /// <summary>It could not be taken in after all: it may be looked at once more.</summary>
    internal static IEnumerable<ImmutableArray<Choice>> RowsAfterFailing => [Row(Again, new Say("ListChat.Button.Again")), DropRow];

    private static void AskWhichColumn(Scene scene, BroughtList list) => scene.Ask(
        [new Say("ListChat.WhichColumn")],
        [.. list.Shown.Select(c => Row($"{Column}={c.Letters}", new Say("ListChat.Button.Column", ("kolom", c.Letters)))), BackRow, DropRow]);

    private static void AskWhatItHolds(Scene scene, BroughtList list, ListColumn column) => scene.Ask(
        [new Say("ListChat.WhatItHolds", ("kolom", column.Letters), ("judul", column.Header))],
        [.. Enum.GetValues<Holds>().Where(h => h > Holds.Unknown && h != column.Holds).Chunk(2).Select(some => some.Select(h => Choice($"{Means}={column.Letters}={h}", new Say($"Holds.{h}"))).ToImmutableArray()), BackRow, DropRow]);

    private static void Order(Scene scene, BroughtList list, FileRef? file = null)
    {
        list = list with { Work = scene.RandomId(), IsUnderWay = true };
        scene.Now = scene.Now with { List = list };
        scene.Order(new(list.Work, scene.Now.Chat, file) { List = list });
    }

    private static void Refuse(Scene scene, Officer officer, MayNot why)
    {
        scene.Audit(Act.NotAllowed, officer.Id, $"{Called} {why.GetType().Name}");
        scene.Note(why.Sentence);
        DeskErrand.Show(scene, officer);
    }

    private static void Tell(Scene scene, Officer officer, Say what)
    {
        scene.Note(what);
        DeskErrand.Show(scene, officer);
    }

    private static ListColumn? ColumnIn(BroughtList list, string letters) => list.Shown.FirstOrDefault(c => c.Letters == letters && ColumnMeanings.KeyOf(c.Header).Length > 0);

    private static Period? PeriodIn(string said) =>
        said.Split('/') is { Length: 1 or 2 } parts && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? parts.Length == 1 ? new(year, null) : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? new(year, round) : null
            : null;

    private static ImmutableArray<Choice> DropRow => Row(Drop, new Say("ListChat.Button.Drop"));

    private static ImmutableArray<Choice> BackRow => Row("back", new Say("ListChat.Button.Back"));

    private static ImmutableArray<Choice> Row(string argument, Say label) => [Choice(argument, label)];

    private static Choice Choice(string argument, Say label) => new($"{Everywhere.Go}{Called}:{argument}", label);

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Path(string name) => name[(name.LastIndexOf('.') + 1)..].ToLowerInvariant();
}
