namespace BotApiServer;

/// <summary>Telegram's "no": code and words as the Bot API server gives them.</summary>
/// <param name="RetryAfterSeconds">Only with 429.</param>
internal sealed record ApiRefusal(int Code, string Description, int? RetryAfterSeconds = null);

/// <summary>The refusals this server knows. Wording: github.com/tdlib/telegram-bot-api (Client.cpp) and tdlib/td.</summary>
internal static class Refusals
{
    public static readonly ApiRefusal NotFound = new(404, "Not Found");
    public static readonly ApiRefusal MethodNotFound = new(404, "Not Found: method not found");
    public static readonly ApiRefusal Unauthorized = new(401, "Unauthorized");
    public static readonly ApiRefusal MalformedToken = new(401, "Unauthorized: invalid token specified");
    public static readonly ApiRefusal BodyTooLarge = new(413, "Request Entity Too Large");
    public static readonly ApiRefusal BodyUnreadable = Bad("can't parse request");

    public static readonly ApiRefusal WebhookActive = new(409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");

    public static readonly ApiRefusal OtherPoll = new(409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");

    public static readonly ApiRefusal WebhookWasSet = new(409, "Conflict: terminated by setWebhook request");

    public static readonly ApiRefusal ChatIdEmpty = Bad("chat_id is empty");
    public static readonly ApiRefusal ChatNotFound = Bad("chat not found");
    public static readonly ApiRefusal Blocked = new(403, "Forbidden: bot was blocked by the user");
    public static readonly ApiRefusal Kicked = new(403, "Forbidden: bot was kicked from the group chat");

    public static readonly ApiRefusal TextEmpty = Bad("message text is empty");
    public static readonly ApiRefusal TextBlank = Bad("text must be non-empty");
    public static readonly ApiRefusal TextTooLong = Bad("message is too long");
    public static readonly ApiRefusal CaptionTooLong = Bad("message caption is too long");
    public static readonly ApiRefusal ParseModeUnknown = Bad("unsupported parse_mode");

    public static readonly ApiRefusal ButtonData = Bad("BUTTON_DATA_INVALID");
    public static readonly ApiRefusal ButtonWithoutUse = Bad(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");

    public static readonly ApiRefusal ButtonWithoutText = Bad("inline keyboard button text must be non-empty");
    public static readonly ApiRefusal MarkupTooLong = Bad("reply markup is too long");
    public static readonly ApiRefusal MarkupNoObject = Bad("object expected as reply markup");
    public static readonly ApiRefusal MarkupUnreadable = Bad("can't parse reply keyboard markup JSON object");

    public static readonly ApiRefusal NotModified = Bad(
        "message is not modified: specified new message content and reply markup are exactly the same as a current "
        + "content and reply markup of the message");

    public static readonly ApiRefusal EditNotFound = Bad("message to edit not found");
    public static readonly ApiRefusal EditNotOurs = Bad("message can't be edited");
    public static readonly ApiRefusal NoTextToEdit = Bad("there is no text in the message to edit");
    public static readonly ApiRefusal NoCaptionToEdit = Bad("there is no caption in the message to edit");
    public static readonly ApiRefusal DeleteNotFound = Bad("message to delete not found");
    public static readonly ApiRefusal DeleteTooOld = Bad("message can't be deleted for everyone");
    public static readonly ApiRefusal ReplyNotFound = Bad("message to be replied not found");

    public static readonly ApiRefusal QueryTooOld = Bad(
        "query is too old and response timeout expired or query ID is invalid");

    public static readonly ApiRefusal NoticeTooLong = Bad("MESSAGE_TOO_LONG");

    public static readonly ApiRefusal FileIdMissing = Bad("file_id not specified");
    public static readonly ApiRefusal FileIdWrong = Bad("invalid file_id");
    public static readonly ApiRefusal FileTooBig = Bad("file is too big");
    public static readonly ApiRefusal FileEmpty = Bad("file must be non-empty");
    public static readonly ApiRefusal FileReferenceWrong = Bad("wrong file identifier/HTTP URL specified");

    public static readonly ApiRefusal ActionWrong = Bad("wrong parameter action in request");
    public static readonly ApiRefusal WebhookUrlWrong = Bad("invalid webhook URL specified");
    public static readonly ApiRefusal SecretTooLong = Bad("secret token is too long");
    public static readonly ApiRefusal SecretWrong = Bad("secret token contains unallowed characters");

    public static ApiRefusal Bad(string words) => new(400, "Bad Request: " + words);

    public static ApiRefusal Unparsable(string words) => Bad("can't parse entities: " + words);

    public static ApiRefusal TooManyRequests(int retryAfterSeconds) =>
        new(429, $"Too Many Requests: retry after {retryAfterSeconds}", retryAfterSeconds);
}
