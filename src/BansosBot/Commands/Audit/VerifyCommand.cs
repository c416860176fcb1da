using System.CommandLine;
using System.Globalization;
using BansosBot.Configuration;
using BansosBot.Storage;
using BansosBot.Storage.Keys;
using BansosBot.Storage.LiteDb;

namespace BansosBot.Commands.Audit;

/// <summary>Walks the audit's hash chain from its first entry, and holds what was written down outside against it. Not beside a running bot: two processes never open one file.</summary>
/// <remarks>A bare chain shows neither a cut tail nor a chain written anew; what was written down outside shows both.</remarks>
/// <example><c>bansosbot audit verify --receipt receipt.txt --anchor yesterday.txt</c></example>
internal static class VerifyCommand
{
    public static Command New(Call call)
    {
        var receipts = new Option<string[]>("--receipt")
        {
            HelpName = "FILE",
            Description = "A text file with a receipt as the guardian received it (\"Bukti catatan: nomor ..., tanda ...\"); may hold several, may be given several times.",
        };
        var anchors = new Option<string[]>("--anchor")
        {
            HelpName = "FILE",
            Description = "A text file with lines that this command printed before (\"whole: ... entries in chain ..., head ...\"); may be given several times.",
        };
        var command = new Command(
            "verify",
            """
            Walks the audit's hash chain from its first entry; prints count and head. Keep that line outside of this machine.

            A chain alone shows neither that its end was cut off nor that all of it was written anew: receipts and earlier
            lines do. Each of them is printed as held, MISSING (the chain ends before it) or DIFFERENT (another hash).
            Exit code 1 where the chain breaks or one of them is not held.
            """)
        {
            receipts,
            anchors,
        };
        command.SetAction((parsed, _) => RunAsync(call, parsed.GetValue(receipts) ?? [], parsed.GetValue(anchors) ?? []));
        return command;
    }

    private static async Task<int> RunAsync(Call call, string[] receipts, string[] anchors)
    {
        var settings = call.MustSettings();
        KeptOutside[] outside = [.. receipts.SelectMany(OutsideFile.Receipt.Read), .. anchors.SelectMany(OutsideFile.Anchor.Read)];
        var path = Call.DatabaseOf(settings);
        if (!File.Exists(path))
            throw new FailedException($"There is no database at '{path}'. Look at Storage:Path. Example: --Storage:Path=/srv/bansosbot/data");

        await using var store = Open(settings, path, call.Clock);
        var walked = new WalkedChain(store.AuditEntries(), outside.Select(o => o.Number).ToHashSet());
        await call.Out.WriteLineAsync(walked.BreaksAt is { } broken
            ? string.Create(CultureInfo.InvariantCulture, $"BROKEN at entry {broken}: it was changed, dropped or put in between. The {broken - 1} before it are whole.")
            : OutsideFile.LineOf(walked));

        var notHeld = 0;
        foreach (var written in outside)
        {
            var compared = written.With(walked);
            if (compared.Likeness != Likeness.Held) notHeld++;
            await call.Out.WriteLineAsync(written.Line(compared));
        }

        if (notHeld > 0) await call.Notes.WriteLineAsync($"{notHeld} of {outside.Length} not held. Leave data, keys and backups as they are, and find out why; an older backup that was put back looks the same.");
        return walked.BreaksAt is null && notHeld == 0 ? Verbs.Done : Verbs.Failed;
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
