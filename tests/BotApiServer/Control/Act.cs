using System.Text.Json.Serialization;

namespace BotApiServer;

/// <summary>What a person can be told to do over HTTP; each is the method of <see cref="Person"/> of that name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActKind>))]
public enum ActKind
{
    Says,
    Presses,
    SendsPhoto,
    SendsFile,
    SendsAlbum,
    SendsSticker,
    SendsVoice,
    SendsVideo,
    SendsLocation,
    SendsContact,
    Forwards,
    Edits,
    Blocks,
    Unblocks,
}

/// <summary>One act of one person.</summary>
/// <param name="Text">What is said; caption of a photo or file; phone number of a contact.</param>
/// <param name="Label">Label of the button to press; else <paramref name="Index"/> counts over its message's buttons.</param>
/// <param name="MessageId">Of which message; null: the newest that fits.</param>
/// <param name="File">Name under which the bytes were put at <c>/control/files/NAME</c>.</param>
/// <param name="Count">How many photos an album has.</param>
public sealed record Act(long Person, ActKind Do, string? Text = null, string? Label = null, int? Index = null, int? MessageId = null,
    string? File = null, string? MimeType = null, int Count = 1)
{
    /// <returns>Update ids; several for an album.</returns>
    internal IReadOnlyList<int> By(Person person, Func<string, byte[]> bytesOf)
    {
        byte[] Bytes() => bytesOf(File ?? throw new InvalidOperationException($"{Do} needs a file."));
        string Words() => Text ?? throw new InvalidOperationException($"{Do} needs a text.");
        return Do switch
        {
            ActKind.Says => [person.Says(Words())],
            ActKind.Presses => [Press(person)],
            ActKind.SendsPhoto => [person.SendsPhoto(new Picture(Bytes(), Caption: Text))],
            ActKind.SendsFile => [person.SendsFile(Bytes(), File, MimeType, Text)],
            ActKind.SendsAlbum => person.SendsAlbum([.. Enumerable.Repeat(new Picture(Bytes(), Caption: Text), Count)]),
            ActKind.SendsSticker => [person.SendsSticker()],
            ActKind.SendsVoice => [person.SendsVoice(Bytes())],
            ActKind.SendsVideo => [person.SendsVideo(Bytes(), Text)],
            ActKind.SendsLocation => [person.SendsLocation(-6.1104, 106.1640)], // the middle of Serang
            ActKind.SendsContact => [person.SendsContact(Words(), person.Name)],
            ActKind.Forwards => [person.Forwards(Words(), "Pak RT")],
            ActKind.Edits => [person.Edits(Words(), MessageId)],
            ActKind.Blocks => [person.Blocks()],
            ActKind.Unblocks => [person.Unblocks()],
            _ => throw new InvalidOperationException($"Nobody can do {Do}."),
        };
    }

    private int Press(Person person)
    {
        if (MessageId is null)
        {
            return Label is not null ? person.Presses(Label) : person.Presses(Index ?? 0);
        }

        var message = person.Saw().FirstOrDefault(m => m.Id == MessageId) ?? throw new InvalidOperationException($"No message {MessageId}.");
        return Label is not null ? person.Presses(message, Label) : person.Presses(Index ?? 0, message);
    }
}
