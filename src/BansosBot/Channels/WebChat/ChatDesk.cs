using System.Globalization;
using System.Net.Mime;
using BansosBot.Conversations;
using BansosBot.Delivery;
using BansosBot.Documents;
using BansosBot.Domain;
using BansosBot.Domain.Conversations;
using BansosBot.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BansosBot.Channels.WebChat;

/// <param name="Office">As people call it.</param>
public sealed record WebChatOptions(string Office, Crowding Crowding, bool IsDemo = false);

/// <summary>A chat page of plain forms. A form's message is committed before it is answered; showing the page writes nothing.</summary>
public sealed class ChatDesk
{
    // Telegram's bound for a message. The conversation takes far less, so that what is cut off is refused with the rest.
    private const int TextLengthMax = 4_096;
    private const int StartLengthMax = 64;
    private static readonly TimeSpan LostAnswerFor = TimeSpan.FromMinutes(10);       // a tunnel, a tower that is full
    private const string Newest = "/#baru";

    private readonly Talk talk;
    private readonly Intake intake;
    private readonly IStore store;
    private readonly Letters letters;
    private readonly UploadedFiles uploads;
    private readonly WebChatOptions options;
    private readonly Sessions sessions;
    private readonly NewSessions newSessions;
    private readonly TimeProvider clock;
    private readonly IAntiforgery antiforgery;
    private readonly Forms forms;

    public ChatDesk(Talk talk, Intake intake, IStore store, Letters letters, UploadedFiles uploads, WebChatOptions options, TimeProvider clock, IServiceProvider services)
    {
        (this.talk, this.intake, this.store, this.letters, this.uploads, this.options, this.clock) = (talk, intake, store, letters, uploads, options, clock);
        sessions = new(services.GetRequiredService<IDataProtectionProvider>().CreateProtector(Sessions.Purpose));
        newSessions = new(options.Crowding.NewSessionsPerHour, clock);
        antiforgery = services.GetRequiredService<IAntiforgery>();
        forms = new(antiforgery, uploads);
        uploads.Watch(store);
    }

    internal Crowding Crowding => options.Crowding;

    internal ChatKey? SessionOf(HttpContext http) => sessions.Read(http)?.Chat;

    /// <summary>One request too many.</summary>
    internal async Task<IResult> TooFastAsync(HttpContext http)
    {
        if (IsPhoto(http)) await forms.ReadPhotoAsync(http, mayKeep: () => false);       // a browser that is cut off while it sends shows no answer
        return await NotTakenAsync(http, StatusCodes.Status429TooManyRequests, new Say("Web.TooFast"));
    }

    /// <summary>What a page answers; where the store failed, that nothing was taken: the program is about to stop.</summary>
    internal async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate answer)
    {
        try
        {
            return await answer(context);
        }
        catch (StoreBrokenException)
        {
            return await NotTakenAsync(context.HttpContext, StatusCodes.Status503ServiceUnavailable, new Say("Web.Broken"));
        }
    }

    private static bool IsPhoto(HttpContext http) => http.Request.Path == "/foto";

    /// <summary>What was typed stays in the field; the conversation is not read, for that costs much or cannot be done now.</summary>
    private async Task<IResult> NotTakenAsync(HttpContext http, int status, Say why)
    {
        var typed = IsPhoto(http) || !HttpMethods.IsPost(http.Request.Method) ? "" : (await forms.ReadAsync(http))?[FormFields.Text] ?? "";
        return Page(status, new ChatView
        {
            Word = say => letters.Word(say, Language.Indonesian),
            Office = options.Office,
            IsDemo = options.IsDemo,
            IsOpen = sessions.Read(http) is not null,
            TakesPhotos = false,
            Notice = letters.Word(why, Language.Indonesian),
            Token = antiforgery.GetAndStoreTokens(http).RequestToken!,
            FormId = FormId.New(),
            Typed = typed,
            Start = Payload(http.Request.Query[FormFields.Start]),
        });
    }

    internal async Task<IResult> ShowAsync(HttpContext http) => await PageAsync(http, StatusCodes.Status200OK);

    internal async Task<IResult> NotFoundAsync(HttpContext http) => await PageAsync(http, StatusCodes.Status404NotFound, new Say("Web.NotFound"));

    /// <summary>A form's address that is opened by hand, or reloaded after a refusal.</summary>
    internal static IResult ToThePage() => new SeeOther("/");

    internal async Task<IResult> StartAsync(HttpContext http)
    {
        if (await forms.ReadAsync(http) is not { IsOurs: true } form) return await ExpiredAsync(http);
        if (await SessionAsync(http) is { } open) return await AnsweredAsync(http, open);       // came from another site's link, by which no cookie is sent
        if (!newSessions.TryBegin(http.Connection.RemoteIpAddress))
        {
            http.Response.Headers.RetryAfter = "3600";
            return await PageAsync(http, StatusCodes.Status429TooManyRequests, new Say("Web.TooManySessions"));
        }

        var session = Sessions.New();
        await intake.TakeAsync(new Incoming.Command(session.Chat, FormId.New(), "start", Payload(form[FormFields.Start])), CancellationToken.None);
        return await AnsweredAsync(http, session);
    }

    internal async Task<IResult> WriteAsync(HttpContext http)
    {
        if (await forms.ReadAsync(http) is not { } form) return await PageAsync(http, StatusCodes.Status413PayloadTooLarge, new Say("Web.WordsTooLong"));
        var text = form[FormFields.Text].Trim();
        if (text.Length > TextLengthMax) text = text[..TextLengthMax];
        if (!form.IsOurs) return await ExpiredAsync(http, text);
        if (await SessionAsync(http, form[FormFields.Id], "teks", text) is not { } session) return await OverAsync(http);
        if (FormId.Of(session.Chat, form[FormFields.Id], "teks", text) is not { } id) return await ExpiredAsync(http, text);
        if (text.Equals("/" + Leaving.Command, StringComparison.OrdinalIgnoreCase)) return await LeftAsync(http);
        await intake.TakeAsync(Said(session.Chat, id, text), CancellationToken.None);
        return await AnsweredAsync(http, session, id);
    }

    internal async Task<IResult> PressAsync(HttpContext http)
    {
        if (await forms.ReadAsync(http) is not { IsOurs: true } form) return await ExpiredAsync(http);
        var pressed = form[FormFields.Press];
        if (await SessionAsync(http, form[FormFields.Id], "tombol", pressed) is not { } session) return await OverAsync(http);
        if (FormId.Of(session.Chat, form[FormFields.Id], "tombol", pressed) is not { } id) return await ExpiredAsync(http);
        var (question, choice) = ReadPress(pressed);
        await intake.TakeAsync(new Incoming.Press(session.Chat, id, question, choice), CancellationToken.None);
        return await AnsweredAsync(http, session, id);
    }

    internal async Task<IResult> PhotoAsync(HttpContext http)
    {
        var may = await SessionAsync(http) is not null;
        var refused = !uploads.DiskHasRoom ? new Say("Room.NoFiles") : uploads.IsBusy ? new Say("Web.TooManyPhotos") : null;
        if (await forms.ReadPhotoAsync(http, mayKeep: () => may && refused is null) is not { } form) return await TooLargeAsync(http);
        if (!form.IsOurs) return await ExpiredAsync(http);
        if (await SessionAsync(http) is not { } session)         // asked again: a slow photo may come in after the person has left
        {
            if (form.Photo?.Name is { } unwanted) uploads.Decided(unwanted);
            return await OverAsync(http);
        }

        if (refused is not null) return await PageAsync(http, StatusCodes.Status503ServiceUnavailable, refused);
        if (form.Photo is { IsTooLarge: true }) return await TooLargeAsync(http);
        if (form.Photo is not { Name: { } name } photo) return await PageAsync(http, StatusCodes.Status400BadRequest, new Say("Web.NoPhoto"));
        if (FormId.Of(session.Chat, form[FormFields.Id], "foto", photo.Hash) is { } id)
        {
            await intake.TakeAsync(new Incoming.Picture(session.Chat, id, new(name, photo.Bytes, SentAs.File, TypeOf(photo.Kind)), Album: null), CancellationToken.None);
            uploads.Decided(name);
            return await AnsweredAsync(http, session, id);
        }

        uploads.Decided(name);
        return await ExpiredAsync(http);
    }

    internal async Task<IResult> LeaveAsync(HttpContext http) =>
        await forms.ReadAsync(http) is { IsOurs: true } ? await LeftAsync(http) : await ExpiredAsync(http);

    internal async Task<IResult> FileAsync(HttpContext http, long at)
    {
        if (await SessionAsync(http) is { Chat: var chat }
            && !Locking.Holds(talk, await store.ConversationAsync(chat, http.RequestAborted), clock.GetUtcNow())
            && new Transcript(await store.TranscriptAsync(chat, http.RequestAborted), letters).File(at) is { } file)
            return Results.File(file.Content, MediaTypeNames.Application.Json, file.Name);
        return await NotFoundAsync(http);
    }

    /// <summary>Whose page it is; null: nobody's. A copy of a cookie opens nothing once its conversation was left, or erased, or is no more.</summary>
    /// <remarks>The very form by which the session was named anew is sent once more by a browser that lost our answer, and with it the name: soon, and before
    /// anything else is said, for whoever has said more has the name.</remarks>
    private async Task<Session?> SessionAsync(HttpContext http, string form = "", string kind = "", string said = "")
    {
        if (sessions.Read(http) is not { } session) return null;
        var c = await store.ConversationAsync(session.Chat, http.RequestAborted);
        return IsOpen(c) && (session.Name == c.SessionName || (c.SessionName is { } name && WasNamedJustNow(c) && FormId.Of(session.Chat, form, kind, said) == name)) ? session : null;
    }

    private bool WasNamedJustNow(Conversation c) => c.Seen is [.., var last] && last.Id == c.SessionName && clock.GetUtcNow() - last.At < LostAnswerFor;

    private static bool IsOpen(Conversation c) => c is { LeftAt: null, IsErased: false, Revision: > 0 };

    private static Incoming Said(ChatKey chat, string id, string text)
    {
        if (text.Length == 0) return new Incoming.Odd(chat, id, OddKind.EmptyText);
        if (text[0] != '/' || text.Length == 1 || !char.IsAsciiLetter(text[1])) return new Incoming.Words(chat, id, text);
        var parts = text[1..].Split((char[])[' ', '\n', '\t'], 2);
        return new Incoming.Command(chat, id, parts[0].ToLowerInvariant(), parts.Length > 1 ? parts[1].Trim() : "");
    }

    /// <returns>(-1, -1), which no question has, where it is nothing that our page sends.</returns>
    private static (int Question, int Choice) ReadPress(string pressed) =>
        pressed.Split(':') is [var question, var choice]
            && int.TryParse(question, NumberStyles.None, CultureInfo.InvariantCulture, out var q)
            && int.TryParse(choice, NumberStyles.None, CultureInfo.InvariantCulture, out var c)
            ? (q, c)
            : (-1, -1);

    private static string Payload(string? start) =>
        start is { Length: > 0 and <= StartLengthMax } && start.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? start : "";

    /// <summary>By content: what a browser declares is whatever the file is called.</summary>
    private static string? TypeOf(FileKind kind) => kind switch
    {
        FileKind.Heic => "image/heic",
        FileKind.Gif => "image/gif",
        FileKind.Pdf => MediaTypeNames.Application.Pdf,
        FileKind.Video => "video/mp4",
        FileKind.OfficeFile => MediaTypeNames.Application.Zip,
        _ => null,
    };

    /// <param name="id">Of the message that is answered: whoever sent the one by which the session was named anew gets the name, and nobody else.</param>
    private async Task<IResult> AnsweredAsync(HttpContext http, Session session, string? id = null)
    {
        var name = (await store.ConversationAsync(session.Chat, CancellationToken.None)).SessionName;
        if (name == session.Name || (id is not null && name == id)) sessions.Keep(http, session with { Name = name });
        return new SeeOther(Newest);
    }

    private Task<IResult> ExpiredAsync(HttpContext http, string typed = "") =>
        PageAsync(http, StatusCodes.Status400BadRequest, new Say("Web.FormExpired"), typed);

    private Task<IResult> OverAsync(HttpContext http) => PageAsync(http, StatusCodes.Status403Forbidden, new Say("Web.SessionOver"));

    private Task<IResult> TooLargeAsync(HttpContext http) =>
        PageAsync(http, StatusCodes.Status413PayloadTooLarge, new Say("Web.TooLarge", ("jumlah", PhotoLimits.MegabytesMax)));

    /// <summary>It is left at the server before the browser forgets it: where the store fails, one can press again.</summary>
    private async Task<IResult> LeftAsync(HttpContext http)
    {
        if (await SessionAsync(http) is { Chat: var chat }) await intake.TakeAsync(new Incoming.Command(chat, FormId.New(), Leaving.Command, ""), CancellationToken.None);
        Sessions.End(http);
        return await PageAsync(http, StatusCodes.Status200OK, new Say("Web.SignedOut"), hasLeft: true);
    }

    private async Task<IResult> PageAsync(HttpContext http, int status, Say? notice = null, string typed = "", bool hasLeft = false)
    {
        var session = hasLeft ? null : sessions.Read(http);
        var chat = session?.Chat;
        Conversation? conversation = null;
        var isClosed = false;
        if (chat is not null)
        {
            conversation = await store.ConversationAsync(chat, http.RequestAborted);
            isClosed = Locking.Holds(talk, conversation, clock.GetUtcNow());
            if (conversation.IsErased)
            {
                // The last word is said by the page itself: the key that a message would be kept with is gone.
                Sessions.End(http);
                (chat, notice) = (null, new Say("Erase.Done"));
            }
            else if (!IsOpen(conversation) || session!.Name != conversation.SessionName) chat = null;       // the cookie is left: a newer one may have come into its place meanwhile
        }

        var bubbles = chat is null ? [] : await store.TranscriptAsync(chat, http.RequestAborted);
        var transcript = isClosed ? Transcript.Closed(bubbles, talk, conversation!, clock.GetUtcNow(), letters) : new Transcript(bubbles, letters, conversation?.TouchedAt ?? default);
        return Page(status, new ChatView
        {
            Word = say => letters.Word(say, transcript.Language),
            Office = options.Office,
            IsDemo = options.IsDemo,
            IsOpen = chat is not null,
            TakesPhotos = !isClosed,
            CloseAfter = chat is null ? null : Locking.StandsFor(talk, conversation!, clock.GetUtcNow()),
            Notice = notice is null ? null : letters.Word(notice, transcript.Language),
            Bubbles = transcript.Bubbles(),
            Choices = transcript.Choices(),
            Lang = Transcript.Lang(transcript.Language),
            Token = antiforgery.GetAndStoreTokens(http).RequestToken!,
            FormId = FormId.New(),
            Typed = typed,
            Start = Payload(http.Request.Query[FormFields.Start]),
        });
    }

    private static RazorComponentResult<ChatPage> Page(int status, ChatView view) => new(new { View = view }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>303: the browser fetches the page anew, so that loading it again sends nothing twice.</summary>
    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
