using System.CommandLine;
using System.Globalization;
using BansosBot.Configuration;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Texts;

namespace BansosBot.Commands;

/// <summary>Looks at everything the bot needs and says of each what is wrong and the cure. Changes nothing and may be run beside the bot.</summary>
/// <example><c>bansosbot doctor</c></example>
internal static class DoctorCommand
{
    private const long SpaceLeastMiB = 100, SpaceGoodMiB = 1_024;

    public static Command New(Call call)
    {
        var command = new Command("doctor", "Looks at configuration, language and time of this machine, keys, disk and programme files. Exit code 1 where something keeps the bot from running.");
        command.SetAction(_ => Run(call));
        return command;
    }

    private static int Run(Call call)
    {
        var findings = Look(call.ReadSettings()).ToList();
        foreach (var finding in findings) call.Out.WriteLine(finding);
        var (wrong, todo) = (findings.Count(f => f.How == How.Wrong), findings.Count(f => f.How == How.ToDo));
        call.Notes.WriteLine(wrong > 0 ? $"{wrong} wrong, {todo} to do." : todo > 0 ? $"The bot can run; {todo} to do." : "All is well.");
        return wrong > 0 ? Verbs.Failed : Verbs.Done;
    }

    private static IEnumerable<Finding> Look(SettingsRead read)
    {
        foreach (var mistake in read.Mistakes) yield return new(How.Wrong, "configuration", mistake.ToString());
        if (read.Mistakes.IsEmpty) yield return new(How.Well, "configuration", "no mistakes");
        yield return Cultures.Check() is { } complaint ? new(How.Wrong, "language", complaint) : new(How.Well, "language", "Indonesian dates and numbers (ICU)");
        yield return TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Jakarta", out _) ? new(How.Well, "time", $"time zones (tzdata); the office's is {read.Settings.Office.TimeZone}")
            : new(How.Wrong, "time", "this machine has no time zones; install tzdata");
        yield return Keys(read.Settings);
        yield return Space(read.Settings.Storage);
        foreach (var finding in Programmes(read)) yield return finding;
        foreach (var finding in Office(read.Settings.Office)) yield return finding;
        yield return read.Settings.Telegram.Token.Length == 0 ? new(How.ToDo, "telegram", "off; Telegram:Token turns it on") : new(How.Well, "telegram", "a token is set (whether Telegram takes it shows when the bot runs)");
    }

    private static Finding Keys(Settings settings)
    {
        var path = Path.GetFullPath(settings.KeysPath);
        var hasData = File.Exists(Call.DatabaseOf(settings));
        if (!Directory.Exists(path))
            return hasData ? new(How.Wrong, "keys", $"there is data, but no folder {path}; put it back from the backup of the keys")
                : new(How.Well, "keys", $"none yet; the first start makes them in {path}");
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute)) != UnixFileMode.None)
            return new(How.ToDo, "keys", $"{path} is open to other users of this machine; chmod -R go= {path}");
        if (!hasData) return new(How.Well, "keys", path);
        try
        {
            using var keys = KeyFolder.Open(settings.KeysPath, settings.Storage.Path, dataExists: true);
            return new(How.Well, "keys", $"{path}, complete. Is there a backup of this folder? Without it the data is lost");
        }
        catch (StoreBusyException)
        {
            return new(How.Well, "keys", $"{path}, in use by the running bot. Is there a backup of this folder? Without it the data is lost");
        }
        catch (KeyFolderException e)
        {
            return new(How.Wrong, "keys", e.Message);
        }
    }

    private static Finding Space(StorageSettings storage)
    {
        var path = Path.GetFullPath(storage.Path);
        var free = FreeSpace.BytesAt(path) / (1024 * 1024);
        var words = string.Create(CultureInfo.InvariantCulture, $"{free} MiB free for {path}");
        return free < SpaceLeastMiB ? new(How.Wrong, "disk", $"{words}; at least {SpaceLeastMiB} are needed")
            : free * 1024 * 1024 < storage.FreeMegabytesMin * 1_000_000L ? new(How.ToDo, "disk", $"{words}; photos are refused below Storage:FreeMegabytesMin ({storage.FreeMegabytesMin} MB)")
            : free < SpaceGoodMiB ? new(How.ToDo, "disk", $"{words}; photos will soon fill it")
            : new(How.Well, "disk", words);
    }

    private static IEnumerable<Finding> Programmes(SettingsRead read)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(read.Settings.Office.TimeZone, out _)) yield break;     // said above
        string[] mistakes;
        try
        {
            Composition.Of(read.Settings);
            mistakes = [];
        }
        catch (WrongUseException e)
        {
            mistakes = e.Message.Split('\n');
        }

        foreach (var mistake in mistakes) yield return new(How.Wrong, "programmes", mistake);
        if (mistakes.Length == 0) yield return new(How.Well, "programmes", $"programme files and sentences ({read.Settings.ProgrammesPath ?? "shipped"})");
    }

    private static IEnumerable<Finding> Office(OfficeSettings office)
    {
        foreach (var (name, value, example) in new[] { ("Address", office.Address, "Jl. Contoh No. 1, Serang"), ("Phone", office.Phone, "(0254) 000000"), ("Hours", office.Hours, "Senin-Jumat 08.00-15.00") })
            if (value.Length == 0) yield return new(How.ToDo, "office", $"Office:{name} is empty; people are not told it. Example: {example}");
        if (office.Holidays.Count == 0) yield return new(How.ToDo, "office", "Office:Holidays is empty; promised days do not leave them out. Example: 2026-12-25");
    }

    private enum How
    {
        Well,
        ToDo,
        Wrong,
    }

    private sealed record Finding(How How, string About, string What)
    {
        public override string ToString() => $"{(How switch { How.Well => "ok", How.ToDo => "to do", _ => "WRONG" }),-6} {About}: {What}";
    }
}
