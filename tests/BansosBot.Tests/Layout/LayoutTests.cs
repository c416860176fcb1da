using BansosBot.Simulation;
using BansosBot.Tests.Layout.Planted;

namespace BansosBot.Tests.Layout;

/// <summary>Who may use whom, on the compiled types; style.md, "Layout". Each rule is also given an offender, and must name it.</summary>
public sealed class LayoutTests
{
    // Usually a file is read in one sitting, 40 to 200 lines (style.md); beyond this a second idea has moved in.
    private const int LinesMax = 300;

    private const string D = "BansosBot.Domain", S = "BansosBot.Storage";

    private static readonly MayUse[] Table =
    [
        new(D),
        new("BansosBot.Texts", D),
        new("BansosBot.Programmes", D, "BansosBot.Texts"),
        new("BansosBot.Configuration", $"{D}.Reading", $"{S}.Keys.KeyFolder"),           // KeyFolder: the keys may not lie inside the storage
        new("BansosBot.Conversations", D, $"{S}.IStore", $"{S}.CommittedGroup", $"{S}.Applied", $"{S}.Parked", $"{S}.StoreBrokenException", "BansosBot.Configuration.OfficeSettings"),
        new("BansosBot.Staff", D, $"{S}.IStore", $"{S}.Applied", $"{S}.CommittedGroup", "BansosBot.Delivery.Delivered"),
        new("BansosBot.Delivery", D, "BansosBot.Texts", $"{S}.IStore", $"{S}.Waiting", $"{S}.CommittedGroup", "BansosBot.Conversations.Lanes`2"),
        new("BansosBot.Documents", D, $"{S}.IStore", $"{S}.CommittedGroup", $"{S}.Unfinished", $"{S}.Keys", $"{S}.BlockFile", $"{S}.DiskFile", $"{S}.FolderEntries", "BansosBot.Conversations.Intake", "BansosBot.Conversations.OrderLine"),
        new(S, D),
        new($"{S}.LiteDb", D, S, "BansosBot.Texts.OfficeTime"),                          // the year of a case number is the office's
        new("BansosBot.Channels.Telegram", D, "BansosBot.Delivery", "BansosBot.Documents", "BansosBot.Conversations.Intake"),
        new("BansosBot.Channels.Terminal", D, "BansosBot.Delivery", "BansosBot.Documents", "BansosBot.Conversations.Intake"),
        new("BansosBot.Channels.WebChat", D, "BansosBot.Delivery", "BansosBot.Documents", "BansosBot.Conversations.Intake", $"{S}.IStore", $"{S}.Bubble", $"{S}.OwnWords", $"{S}.StoreBrokenException"),    // it pulls, and answers while the store fails
        new("BansosBot.Registry", D, $"{S}.IStore", $"{S}.IRegistryReads", $"{S}.Applied"),
        new("BansosBot.Proposals", D, "BansosBot.Programmes", $"{S}.IStore", $"{S}.CommittedGroup", $"{S}.Applied", "BansosBot.Conversations.Intake", "BansosBot.Conversations.OrderLine", "BansosBot.Documents.DocumentKeeper"),
        new("BansosBot.Figures", D, $"{S}.IStore", $"{S}.CommittedGroup", "BansosBot.Conversations.Intake", "BansosBot.Conversations.OrderLine", "BansosBot.Documents.DocumentKeeper"),
        new("BansosBot.Ministry", D, $"{S}.IStore", $"{S}.IRegistryReads", $"{S}.Applied", $"{S}.StoreBrokenException", "BansosBot.Conversations.Turn", "BansosBot.Registry.ListInFile", "BansosBot.Registry.ListSource"),
        new("BansosBot.Lists", D, $"{S}.IStore", $"{S}.IRegistryReads", "BansosBot.Conversations.Intake", "BansosBot.Conversations.OrderLine", "BansosBot.Documents", "BansosBot.Registry", "BansosBot.Ministry"),
        new("BansosBot.Web", "BansosBot"),
        new("BansosBot.Commands", "BansosBot"),
        new("BansosBot", "BansosBot"),                                                   // Program, Bot, Composition put all of it together
    ];

    private static readonly OnlyIn[] Libraries =
    [
        new("Telegram.Bot", "BansosBot.Channels.Telegram"),
        new("LiteDB", $"{S}.LiteDb"),
        new("Humanizer", "BansosBot.Texts"),
        new("YamlDotNet", "BansosBot.Texts", "BansosBot.Programmes"),
        new("SkiaSharp", "BansosBot.Documents", "BansosBot.Figures"),
        new("System.CommandLine", "BansosBot.Commands"),
        new("MiniExcelLibs", "BansosBot.Registry", "BansosBot.Proposals", "BansosBot.Figures"),
        new("Sylvan", "BansosBot.Registry"),
        new("Microsoft.AspNetCore", "BansosBot.Web", "BansosBot.Channels.WebChat", "BansosBot.Commands"),
        new("Stateless", $"{D}.Conversations", $"{D}.Applications"),
    ];

    private static readonly string[] Pure =
    [
        "System", "System.Collections*", "System.Linq*", "System.Text*", "System.Globalization", "System.Reflection", "System.Runtime.CompilerServices", "System.Runtime.InteropServices",
        "System.Security.Cryptography", "System.Numerics", "System.Buffers", "System.Diagnostics.CodeAnalysis", "System.CodeDom.Compiler", "Stateless*",
    ];

    // In namespace System, and no values.
    private static readonly Type[] World = [typeof(Console), typeof(Environment), typeof(TimeProvider), typeof(Random), typeof(AppContext)];

    // What shows a person their own number, keeps it encrypted, or compares two.
    private static readonly string[] Revealing =
    [
        "BansosBot.Commands.StartLines", "BansosBot.Demo.DemoData",        // invented people
        $"{D}.Applications.Application", $"{D}.Applications.ApplyErrand", $"{D}.Applications.Doubles", $"{D}.Applications.GoOnInTelegramErrand", $"{D}.Applications.OwnDataErrand", $"{D}.Applications.Receipt", $"{D}.Conversations.Called", $"{D}.Conversations.Kinds.KkKind", $"{D}.Conversations.Kinds.NikKind",
        $"{D}.Conversations.Kinds.PersonNameKind", $"{D}.Conversations.Kinds.PhoneKind", $"{D}.Conversations.LineNamed", $"{D}.Proposals.ProposalRow", $"{D}.Registry.KkLastSix", $"{D}.Registry.Lists.Comparison", $"{D}.Registry.Lists.RowKeys", $"{D}.Registry.Lists.SheetReader", $"{D}.Registry.Nik", $"{D}.Registry.NomorKk", $"{D}.Staff.CaseSheet", $"{D}.Staff.CodeDeskErrand", $"{D}.Staff.InviteErrand", "BansosBot.Staff.Inviting", $"{S}.LiteDb.Reads", $"{S}.LiteDb.Rows", $"{S}.StoredJson",
    ];

    // The cursors of the two maps: a move is synchronous, one thread, one cursor.
    private static readonly string[] Cursors = [$"{D}.Applications.ApplicationLife.at", $"{D}.Conversations.StepMap.at"];

    private static readonly List<Type> Domain = [.. Uses.TypesOf(typeof(Domain.Say).Assembly)];
    private static readonly List<Type> All = [.. Domain, .. Uses.TypesOf(typeof(Bot).Assembly)];
    private static readonly List<Type> Offenders = [.. Uses.TypesOf(typeof(LayoutTests).Assembly).Where(t => t.Namespace!.EndsWith(".Planted", StringComparison.Ordinal))];

    [Fact]
    public void Each_part_uses_what_the_table_says()
    {
        None(Rules.BeyondTheirPart(All, Table));
        Assert.Equal(
            ["ChannelThatReadsTheStore uses LiteDbStore", "ChannelThatReadsTheStore uses TelegramDoor"],
            Rules.BeyondTheirPart([typeof(ChannelThatReadsTheStore)], [new("BansosBot.Tests.Layout.Planted", D)]).Select(Short).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_library_is_known_to_its_part_only()
    {
        None(Rules.BeyondTheirLibraries(All, Libraries));
        Assert.Equal(["FeatureThatKnowsItsDatabase uses LiteDatabase"], Rules.BeyondTheirLibraries([typeof(FeatureThatKnowsItsDatabase)], Libraries).Select(Short));
    }

    [Fact]
    public void The_domain_uses_values_only_no_clock_no_file_no_task()
    {
        None(Rules.Impure(Domain.Where(t => t.FullName != $"{D}.Registry.Wilayah" && t.FullName != $"{D}.Understanding.ShippedFiles"), Pure, World));          // they read what lies inside their own assembly
        Assert.Equal(
            ["RuleThatWaits uses File", "RuleThatWaits uses Task", "RuleThatWaits uses TimeProvider"],
            Rules.Impure([typeof(RuleThatWaits)], Pure, World).Select(Short).Where(o => o.Split(' ')[^1] is "File" or "Task" or "TimeProvider").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Who_reveals_a_number_or_a_name_is_listed()
    {
        Assert.Equal(Revealing, Rules.CallersOf(All, "Reveal", "RevealAsSpoken", "RevealAsCalled").Order(StringComparer.Ordinal));
        Assert.Contains(typeof(LineThatReveals).FullName, Rules.CallersOf(Offenders, "Reveal"));
    }

    [Fact]
    public void Nothing_is_named_after_nothing()
    {
        None(Rules.NamedAfterNothing(All));
        Assert.Equal([typeof(TextHelper).FullName], Rules.NamedAfterNothing(Offenders));
    }

    [Fact]
    public void No_static_field_changes_but_the_cursors_of_the_maps()
    {
        Assert.Equal(Cursors, Rules.StaticsThatChange(All).Order(StringComparer.Ordinal));
        Assert.Equal([$"{typeof(RuleThatRemembers).FullName}.last"], Rules.StaticsThatChange(Offenders));
    }

    [Fact]
    public void Files_can_be_read_in_one_sitting()
    {
        Assert.Empty(LongFiles(Path.Combine(Repository.Root, "src"), LinesMax));
        Assert.NotEmpty(LongFiles(Path.Combine(Repository.Root, "src"), linesMax: 100));
    }

    private static void None(IEnumerable<string> offences)
    {
        var all = string.Join('\n', offences);
        if (all.Length > 0) Assert.Fail(all);
    }

    private static IEnumerable<string> LongFiles(string folder, int linesMax) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin") && File.ReadLines(f).Count() > linesMax)
        .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    // Without namespaces.
    private static string Short(string offence) => string.Join(' ', offence.Split(' ').Select(w => w[(w.LastIndexOf('.') + 1)..]));
}
