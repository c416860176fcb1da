using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using BansosBot.Delivery;
using BansosBot.Demo;
using BansosBot.Domain.Conversations;
using BansosBot.Domain.Staff;
using BansosBot.Staff;
using BansosBot.Storage;

namespace BansosBot.Tests.Transcripts;

/// <summary>
/// A whole conversation as a text that a person can read in a review. The approved file holds both sides; its own lines
/// are said again and everything is compared. A new one is begun with our lines only: the run writes
/// <c>.received.txt</c> beside it, which is read aloud and then approved by its name.
/// </summary>
/// <remarks>
/// Lines: <c># why</c> · <c>jam: 2025-09-23 09.00</c> (first) · <c>HP bersama</c> (a channel whose devices are shared) · <c>jadwal contoh</c> (the demo's schedules are there) · <c>di kantor: Name Role</c> (works there, invited before; called otherwise: <c>di kantor: Name Role Bu Name</c>) · <c>Name &gt; words</c> · <c>Name &gt; [Button]</c> ·
/// <c>Name &gt; (foto)</c>, <c>(foto kecil)</c>, <c>(album 3 foto)</c>, <c>(stiker)</c> and the other odd kinds ·
/// <c>(daftar name.csv)</c> (a file beside the transcripts) · <c>+ 1.00:00</c> (time passes) · <c>~ mulai ulang</c> (restart). Everything else is what came back.
/// </remarks>
public static partial class Transcript
{
    private const string SharedPhone = "HP bersama", HasSchedules = "jadwal contoh", AtOffice = "di kantor: ";
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    public static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    public static IEnumerable<string> Names() => NamesIn(Folder());

    /// <summary>Those that are approved in a folder.</summary>
    public static IEnumerable<string> NamesIn(string folder) =>
        Directory.GetFiles(folder, "*.approved.txt").Select(f => Path.GetFileName(f)[..^".approved.txt".Length]).Order();

    /// <summary>Those that are said on everybody's own telephone.</summary>
    public static IEnumerable<string> NamesOnOwnPhone() => Names().Where(n => !File.ReadLines(Path.Combine(Folder(), n + ".approved.txt")).Contains(SharedPhone));

    /// <summary>Who works at the office, if this line says so: by what name the transcript has them, and the invitation by which they came.</summary>
    public static async Task<(string Person, string Invitation)?> InvitedAsync(string line, IStore store, TimeProvider clock)
    {
        if (!line.StartsWith(AtOffice, StringComparison.Ordinal)) return null;
        var officer = line[AtOffice.Length..].Split(' ', 3);
        return (officer[0], await Inviting.InviteAsync(store, Enum.Parse<Role>(officer[1]), officer.Length > 2 ? officer[2] : officer[0], clock));
    }

    /// <summary>How long passes, if this line says so.</summary>
    public static TimeSpan? Passes(string line) => line.StartsWith("+ ", StringComparison.Ordinal) ? TimeSpan.Parse(line[2..], CultureInfo.InvariantCulture) : null;

    /// <summary>Says our lines again and compares.</summary>
    public static Task VerifyAsync(string name, Func<DateTimeOffset, bool, Task<Hall>> open) => ApprovedText.VerifyAsync(Folder(), name, async approved =>
    {
        ArgumentNullException.ThrowIfNull(open);
        var lines = approved.Split('\n');
        await using var hall = await open(Start(lines), lines.Contains(SharedPhone));
        if (BearsSchedules(lines)) await DemoSchedules.PutAsync(hall.Bot.Store, hall.Talk.Office, Start(lines));
        return await SayAgainAsync(lines, hall, chat: person => person);
    });

    /// <summary>The same in a hall that others share, where its people have begun to talk already.</summary>
    public static Task VerifyInAsync(Hall hall, string folder, string name) =>
        ApprovedText.VerifyAsync(folder, name, approved => SayAgainAsync(approved.Split('\n'), hall, chat: person => $"{name} {person}"));

    /// <summary>What is said to whom after a line of ours, until the next one.</summary>
    public static IEnumerable<(string To, string Text)> Replies(string[] lines, int from, string speaker)
    {
        for (var i = from; i < lines.Length && !lines[i].Contains(" > ", StringComparison.Ordinal) && !lines[i].StartsWith("+ ", StringComparison.Ordinal); i++)
        {
            if (Reply().Match(lines[i]) is not { Success: true } start) continue;
            var indent = start.Groups["who"].Length;
            var text = new StringBuilder(lines[i][indent..]);
            for (i++; i < lines.Length && (lines[i].Length == 0 || lines[i].StartsWith(new string(' ', indent), StringComparison.Ordinal)); i++)
                text.Append('\n').Append(lines[i].Length == 0 ? "" : lines[i][indent..]);
            i--;
            yield return (start.Groups["to"].Success ? start.Groups["to"].Value : speaker, text.ToString().TrimEnd('\n'));
        }
    }

    /// <summary>Whether the demo's schedules are there.</summary>
    public static bool BearsSchedules(IEnumerable<string> lines) => lines.Contains(HasSchedules);

    /// <summary>When it is said.</summary>
    public static DateTimeOffset Start(IEnumerable<string> lines)
    {
        var start = lines.First(l => l.StartsWith("jam: ", StringComparison.Ordinal))["jam: ".Length..];
        return new(DateTime.ParseExact(start, "yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture), Wib);
    }

    /// <param name="chat">By which chat a person of the transcript is told from others.</param>
    private static async Task<string> SayAgainAsync(string[] lines, Hall hall, Func<string, string> chat)
    {
        var text = new StringBuilder();
        var last = new Dictionary<string, Letter>();
        var people = new List<string>();
        var code = "";
        foreach (var line in lines)
        {
            if (line.StartsWith('#') || line.StartsWith("jam: ", StringComparison.Ordinal) || line is SharedPhone or HasSchedules || Asker.IsHead(line)) text.Append(line).Append('\n');
            else if (await InvitedAsync(line, hall.Bot.Store, hall.Clock) is var (officer, invitation))
            {
                text.Append(line).Append('\n');
                people.Add(officer);
                last[officer] = (await hall.SaysAsync(chat(officer), (to, id) => new Incoming.Command(to, id, "start", invitation)))[^1];
            }
            else if (Passes(line) is { } time)
            {
                text.Append('\n').Append(line).Append('\n');
                foreach (var (person, i) in people.Select((p, i) => (p, i))) Heard(person, await hall.WaitsAsync(chat(person), i == 0 ? time : TimeSpan.Zero));
            }
            else if (line == "~ mulai ulang")
            {
                text.Append('\n').Append(line).Append('\n');
                await hall.OpenAgainAsync();
            }
            else if (line.Split(" > ", 2) is [var person, var said] && !person.Contains(' ', StringComparison.Ordinal) && person.Length > 0)
            {
                if (!people.Contains(person)) people.Add(person);
                text.Append('\n').Append(line).Append('\n');
                said = said.Replace("{kode}", code, StringComparison.Ordinal);
                if (Missing(said, last.GetValueOrDefault(person)) is { } missing)
                {
                    text.Append(missing).Append('\n');
                    break;
                }

                Heard(person, await hall.SaysAsync(chat(person), [.. Said(hall, said, last.GetValueOrDefault(person))]));
                foreach (var other in people.Where(p => p != person)) Heard(other, await hall.WaitsAsync(chat(other), TimeSpan.Zero));
            }
        }

        return text.ToString();

        void Heard(string person, IReadOnlyList<Letter> letters)
        {
            foreach (var letter in letters)
            {
                code = Code().Match(letter.Words.Text) is { Success: true } found ? found.Value : code;
                text.Append(WithoutChance(Written(letter, people.Count > 1 ? $"bot ke {person}" : "bot"), code));
                if (!letter.Buttons.IsEmpty) last[person] = letter;
            }
        }
    }

    // A transcript ends where a button that it presses is not there; it shows so.
    private static string? Missing(string said, Letter? last) =>
        said.StartsWith('[') && said.EndsWith(']') && last?.Buttons.SelectMany(r => r).Any(b => b.Label == said[1..^1]) != true ? "!! tombol itu tidak ada" : null;

    private static IEnumerable<Func<ChatKey, string, Incoming>> Said(Hall hall, string said, Letter? last)
    {
        if (said.StartsWith('[') && said.EndsWith(']'))
        {
            var label = said[1..^1];
            var button = last!.Buttons.SelectMany(r => r).First(b => b.Label == label);
            yield return (chat, id) => new Incoming.Press(chat, id, last!.Question, button.Choice);
        }
        else if (said.StartsWith("(album ", StringComparison.Ordinal))
        {
            for (var i = 0; i < int.Parse(said["(album ".Length..].Split(' ')[0], CultureInfo.InvariantCulture); i++)
            {
                var file = hall.Picture(Pictures.Readable);
                yield return (chat, id) => new Incoming.Picture(chat, id, file, "album1");
            }
        }
        else if (said is "(foto)" or "(foto kecil)" or "(foto sebagai berkas)" or "(PDF)")
        {
            var file = said switch
            {
                "(foto kecil)" => hall.Picture(Pictures.TooSmall),
                "(foto sebagai berkas)" => hall.Picture(Pictures.Readable, SentAs.File, "image/jpeg"),
                "(PDF)" => hall.Picture("%PDF-1.4"u8.ToArray(), SentAs.File, "application/pdf"),
                _ => hall.Picture(Pictures.Readable),
            };
            yield return (chat, id) => new Incoming.Picture(chat, id, file, null);
        }
        else if (said.StartsWith("(daftar ", StringComparison.Ordinal))
        {
            var name = said["(daftar ".Length..^1];
            var file = hall.Picture(File.ReadAllBytes(Path.Combine(Folder(), name)), SentAs.File, "text/csv") with { Name = name };
            yield return (chat, id) => new Incoming.Picture(chat, id, file, null);
        }
        else if (said.StartsWith('(') && Odd(said) is { } odd) yield return (chat, id) => new Incoming.Odd(chat, id, odd);
        else if (said.StartsWith('/')) yield return (chat, id) => new Incoming.Command(chat, id, said[1..].Split(' ')[0], said.Split(' ', 2).ElementAtOrDefault(1) ?? "");
        else yield return (chat, id) => new Incoming.Words(chat, id, said.Replace("\\n", "\n", StringComparison.Ordinal));
    }

    private static OddKind? Odd(string said) => said switch
    {
        "(stiker)" => OddKind.Sticker,
        "(pesan suara)" => OddKind.Voice,
        "(video)" => OddKind.Video,
        "(lokasi)" => OddKind.Location,
        "(kontak)" => OddKind.Contact,
        "(jajak pendapat)" => OddKind.Poll,
        "(pesan terusan)" => OddKind.Forwarded,
        "(pesan diubah)" => OddKind.Edited,
        "(kosong)" => OddKind.EmptyText,
        "(lain)" => OddKind.Unknown,
        _ => null,
    };

    private static string Written(Letter letter, string who)
    {
        var text = new StringBuilder(letter.Words.Text);
        foreach (var bold in letter.Words.Bold.Reverse()) text.Insert(bold.End, '*').Insert(bold.Start, '*');
        var lines = text.ToString().TrimEnd('\n').Split('\n');
        var written = new StringBuilder();
        for (var i = 0; i < lines.Length; i++) written.Append(i == 0 ? $"{who} : " : new string(' ', who.Length + 3)).Append(lines[i]).Append('\n');
        foreach (var row in letter.Buttons) written.Append(' ', who.Length + 3).Append(string.Join(' ', row.Select(b => $"[{b.Label}]"))).Append('\n');
        if (letter.File is { } file) written.Append(' ', who.Length + 3).Append(CultureInfo.InvariantCulture, $"(berkas {file.Name})").Append('\n');
        return string.Join('\n', written.ToString().Split('\n').Select(l => l.TrimEnd()));
    }

    /// <summary>Receipt codes and the audit's hashes differ from run to run.</summary>
    public static string WithoutChance(string text, string code) =>
        Hash().Replace(code.Length == 0 ? text : text.Replace(code, "{kode}", StringComparison.Ordinal), "${sign} {sidik}");

    [System.Text.RegularExpressions.GeneratedRegex("(?<=Kode tanda terima: |Receipt code: )[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", System.Text.RegularExpressions.RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial System.Text.RegularExpressions.Regex Code();

    [System.Text.RegularExpressions.GeneratedRegex("(?<sign>tanda|mark) [0-9a-f]{12}", System.Text.RegularExpressions.RegexOptions.NonBacktracking)]
    private static partial System.Text.RegularExpressions.Regex Hash();

    [System.Text.RegularExpressions.GeneratedRegex("^(?<who>bot( ke (?<to>\\w+))? : )", System.Text.RegularExpressions.RegexOptions.ExplicitCapture | System.Text.RegularExpressions.RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial System.Text.RegularExpressions.Regex Reply();
}
