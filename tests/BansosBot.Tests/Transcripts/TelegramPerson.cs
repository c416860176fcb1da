using System.Globalization;
using System.Text;
using BotApiServer;

namespace BansosBot.Tests.Transcripts;

/// <summary>Somebody at Telegram who says what a transcript says, and reads what comes, one message after the other, as a transcript writes it.</summary>
internal sealed class TelegramPerson(Person person)
{
    private int read;

    /// <summary>Does what stands behind the name in a transcript.</summary>
    /// <returns>The ids of the updates.</returns>
    public IReadOnlyList<int> Says(string said) => said switch
    {
        "(foto)" => [person.SendsPhoto(new(Pictures.Readable, 1280, 960))],
        "(foto kecil)" => [person.SendsPhoto(new(Pictures.TooSmall, 240, 180))],
        "(PDF)" => [person.SendsFile("%PDF-1.4"u8.ToArray(), "kk.pdf", "application/pdf")],
        "(album 3 foto)" => person.SendsAlbum([.. Enumerable.Repeat(new Picture(Pictures.Readable, 1280, 960), 3)], AlbumArrives.OnePerPoll),
        "(stiker)" => [person.SendsSticker()],
        "(pesan suara)" => [person.SendsVoice([0])],
        "(kontak)" => [person.SendsContact("+6281200000000", "Contoh")],
        "(pesan terusan)" => [person.Forwards("pencairan bansos, daftar sekarang", "Contoh")],
        "(lokasi)" => [person.SendsLocation(-6.11, 106.15)],
        "(pesan diubah)" => [person.Edits("lain lagi")],
        _ when said.StartsWith("(daftar ", StringComparison.Ordinal) => [person.SendsFile(File.ReadAllBytes(Path.Combine(Transcript.Folder(), said["(daftar ".Length..^1])), said["(daftar ".Length..^1], "text/csv")],
        ['[', .. var label, ']'] => [person.Presses(label)],
        ['(', ..] => throw new NotSupportedException($"Nobody sends {said} over Telegram yet; write how."),
        _ => [person.Says(said.Replace("\\n", "\n", StringComparison.Ordinal))],
    };

    /// <summary>Opens the link of an invitation, and reads what comes then.</summary>
    public Task<string> StartsAsync(string payload, TimeSpan patience)
    {
        person.Says($"/start {payload}");
        return NextAsync(patience);
    }

    public async Task<string> NextAsync(TimeSpan patience)
    {
        var seen = await person.WaitUntilAsync(all => all.Count > read, patience);
        var message = seen[read++];
        var text = new StringBuilder(message.Text);
        foreach (var bold in message.Entities.Where(e => e.Type == "bold").Reverse()) text.Insert(bold.Offset + bold.Length, '*').Insert(bold.Offset, '*');
        foreach (var row in message.Buttons) text.Append('\n').AppendJoin(' ', row.Select(b => $"[{b.Label}]"));
        return message.FileName is { } file ? text.Append(CultureInfo.InvariantCulture, $"\n(berkas {file})").ToString() : text.ToString();
    }

    public async Task AssertNothingMoreAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);     // longer than anything is held back
        Assert.Equal(read, person.Saw().Count);
    }
}
