using System.CommandLine;
using System.Globalization;
using BansosBot.Configuration;
using BansosBot.Domain.Audit;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;

namespace BansosBot.Commands.Audit;

/// <summary>Walks the audit's hash chain from its first entry. Not beside a running bot: two processes never open one file.</summary>
/// <example><c>bansosbot audit verify</c></example>
internal static class VerifyCommand
{
    public static Command New(Call call)
    {
        var command = new Command("verify", "Walks the audit's hash chain from its first entry; prints count and head. Exit code 1 where it breaks.");
        command.SetAction((_, _) => RunAsync(call));
        return command;
    }

    private static async Task<int> RunAsync(Call call)
    {
        var settings = call.MustSettings();
        var path = Call.DatabaseOf(settings);
        if (!File.Exists(path))
            throw new FailedException($"There is no database at '{path}'. Look at Storage:Path. Example: --Storage:Path=/srv/bansosbot/data");

        await using var store = Open(settings, path, call.Clock);
        var (count, head) = (0L, AuditChain.Root);
        if (AuditChain.BreaksAt(Counted()) is { } broken)
        {
            await call.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"BROKEN at entry {broken}: it was changed, dropped or put in between. The {broken - 1} before it are whole."));
            return Verbs.Failed;
        }

        await call.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"whole: {count} entries, head {head}"));
        return Verbs.Done;

        IEnumerable<AuditEntry> Counted()
        {
            foreach (var entry in store.AuditEntries())
            {
                (count, head) = (count + 1, entry.Hash);
                yield return entry;
            }
        }
    }

    private static LiteDbStore Open(Settings settings, string path, TimeProvider clock)
    {
        try
        {
            var keys = KeyFolder.Open(settings.KeysPath, settings.Storage.Path, dataExists: new FileInfo(path).Length > 0);
            return new LiteDbStore(LiteDbFile.Open(path), keys, new HashSet<string>(), clock);
        }
        catch (StoreBusyException)
        {
            throw new FailedException($"'{path}' is open in the running bot, and two processes never open one file. Stop the bot, verify, start it again.");
        }
    }
}
