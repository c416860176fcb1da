using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Texts;

namespace BansosBot.Delivery;

/// <summary>Makes letters of messages: keys and values become words here, at the moment of sending, in the language of the chat.</summary>
/// <param name="botName">The bot's name at Telegram, for links that open it; null where Telegram is off, or has not told it yet.</param>
/// <param name="documents">Reads a kept document; null: it is erased.</param>
public sealed class Letters(Wording wording, TimeProvider clock, Func<string?> botName, Func<string, byte[]?> documents)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Letter Write(Outgoing message)
    {
        var bot = botName();
        IEnumerable<Say> parts = message.Parts;
        var buttons = message.Buttons;
        if (bot is null && buttons.Any(row => row.Any(b => b.Start is not null)))
        {
            // On a page the button asks for a new link, which is as well: by that time the name may be known. What asks nothing, in a
            // group at Telegram, is no page, and a button of it would lead nowhere.
            if (message.Question > 0) parts = parts.Append(new Say("Joining.NoNameYet"));
            else buttons = [];
        }

        var file = message.Attachment is { } attachment ? new LetterFile(attachment.FileName, Json(attachment))
            : message.Document is { } document && documents(document.Name) is { } content ? new LetterFile(document.FileName, content, document.IsPicture)
            : null;
        if (message.Document is not null && file is null) parts = parts.Append(new Say("Document.Gone"));
        return new(
            message.To,
            Together(parts.Select(p => Word(p, message.Language))),
            [.. buttons.Select(row => row.Select(b => new LetterButton(Word(b.Label, message.Language).Text, b.Choice, Link(bot, b.Start))).ToImmutableArray())],
            message.Question,
            file);
    }

    /// <summary>One text in words.</summary>
    public Worded Word(Say say, Language language) => wording.Render(say, language, clock.GetUtcNow());

    // https://core.telegram.org/api/links#bot-links
    private static string? Link(string? bot, string? start) => bot is null || start is null ? null : $"https://t.me/{bot}?start={start}";

    /// <summary>Paragraphs, an empty line apart.</summary>
    private static Worded Together(IEnumerable<Worded> parts)
    {
        var text = new StringBuilder();
        var bold = ImmutableArray.CreateBuilder<BoldRange>();
        foreach (var part in parts)
        {
            if (part.Text.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            foreach (var range in part.Bold) bold.Add(new(range.Start + text.Length, range.Length));
            text.Append(part.Text);
        }

        return new(text.ToString(), bold.ToImmutable());
    }

    private static byte[] Json(Attachment attachment)
    {
        var root = new JsonObject();
        foreach (var fact in attachment.Facts)
        {
            if (root[fact.Section] is not JsonObject section) root[fact.Section] = section = [];
            section[fact.Name] = fact.Value;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString(Indented));
    }
}
