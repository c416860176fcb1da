using System.Collections.Immutable;

namespace BansosBot.Domain.Conversations.Kinds;

/// <summary>Photos of one document, page by page; a paper that is not at hand is shown at the office.</summary>
/// <param name="PagesMost">1 to <see cref="PagesMax"/>.</param>
/// <param name="IsOptional">May be passed over.</param>
public sealed record DocumentsKind(int PagesMost, bool IsOptional) : QuestionKind
{
    /// <summary>The longest paper asked for has few pages; an album on Telegram holds ten.</summary>
    public const int PagesMax = 10;

    private const string Done = "sudah_semua", AtOffice = "di_kantor", Skip = "lewati";

    private static readonly Choice DoneChoice = new(Done, new Say("Kind.Documents.Button.Done"),
        "sudah semua", "sudah", "udah", "udh", "dah", "selesai", "cukup", "itu saja", "itu aja", "udah semua", "sdh", "sdh semua", "tidak ada lagi", "lanjut", "done", "i am done", "i m done", "all done", "that is all", "that s all", "thats all", "finished", "all sent", "no more", "enough");

    private static readonly Choice AtOfficeChoice = new(AtOffice, new Say("Kind.Documents.Button.AtOffice"),
        "saya tunjukkan di kantor", "di kantor", "tunjukkan di kantor", "nanti di kantor", "bawa ke kantor", "at the office", "show it at the office", "i will show it at the office", "i ll show it at the office", "i will bring it", "bring it to the office");

    private static readonly Choice SkipChoice = new(Skip, new Say("Kind.Documents.Button.Skip"), "lewati", "lewat", "skip", "skip it", "lanjut", "tidak perlu", "next");

    // Words of people who lack the paper, whole or in a sentence.
    private static readonly ImmutableArray<string> Lacking =
        ["belum", "blm", "belum punya", "tidak punya", "gak punya", "ga punya", "tidak ada", "gak ada", "ga ada", "hilang", "ilang", "rusak", "tidak bisa", "gak bisa", "ga bisa",
         "not yet", "don t have", "dont have", "do not have", "have no", "have none", "haven t", "lost", "broken", "cannot", "can t"];

    public override string Name => "documents";

    public override ImmutableArray<Choice> Choices(Asking q) =>
        q.SoFar is { Pages.IsEmpty: false } ? [DoneChoice] : IsOptional ? [SkipChoice] : [AtOfficeChoice];

    public override Reading ReadChoice(Asking q, string choice) => (choice, q.SoFar) switch
    {
        (Done, { Pages.IsEmpty: false } soFar) => new Reading.Taken(soFar),
        (Skip, null or { Pages.IsEmpty: true }) when IsOptional => new Reading.Taken(new Answer.Papers([], AtOffice: false)),
        (AtOffice, null or { Pages.IsEmpty: true }) when !IsOptional => new Reading.Taken(
            new Answer.Papers([], AtOffice: true), new Say("Kind.Documents.AtOffice", ("cara", new Say($"{q.Step.TextKey}.HowToGet")))),
        _ => new Reading.Miss(new Say("Kind.Documents.PhotoPlease")),
    };

    public override Reading Read(Asking q, string text)
    {
        if (Choices(q).FirstOrDefault(c => c.IsMeantBy(text)) is { } exact) return ReadChoice(q, exact.Name);
        if (q.SoFar is { Pages.IsEmpty: false }) return new Reading.Miss(new Say("Kind.Documents.MoreOrDone"));
        var plain = Everywhere.Plain(text);
        return new Reading.Miss(new Say(Lacking.Any(w => $" {plain} ".Contains($" {w} ", StringComparison.Ordinal))
            ? IsOptional ? "Kind.Documents.LackingOptional" : "Kind.Documents.Lacking"
            : "Kind.Documents.PhotoPlease"));
    }

    public override Reading ReadPicture(Asking q, FileRef file, string work)
    {
        if (Unwanted(file) is { } why) return new Reading.Miss(why);
        var pages = q.SoFar?.Pages ?? [];
        if (pages.Length >= PagesMost) return new Reading.Miss(new Say("Kind.Documents.Enough", ("paling", PagesMost)));
        var soFar = new Answer.Papers(pages.Add(new Page(work, null)), AtOffice: false);
        return new Reading.Collected(soFar, soFar.Pages.Length == PagesMost
            ? new Say("Kind.Documents.GotLast", ("lembar", soFar.Pages.Length))
            : new Say("Kind.Documents.Got", ("lembar", soFar.Pages.Length)));
    }

    public override Say Shown(Step step, Answer answer) => answer switch
    {
        Answer.Papers { AtOffice: true } => new Say("Kind.Documents.ShownAtOffice"),
        Answer.Papers { Pages.IsEmpty: true } => new Say("Kind.Documents.ShownNone"),
        Answer.Papers(var pages, _) => new Say("Kind.Documents.ShownPages", ("lembar", pages.Length)),
        _ => new Say("Kind.NoLongerAChoice"),
    };

    /// <summary>By the type that was declared: one sentence at once where a worker would refuse it a minute later. Never proof of
    /// the opposite: what is declared a photo is checked all the same.</summary>
    private static Say? Unwanted(FileRef file)
    {
        if (file.SentAs == SentAs.Picture || file.DeclaredType is not { } type) return null;
        var declared = type.ToLowerInvariant();
        return declared switch
        {
            "image/heic" or "image/heif" or "image/heic-sequence" or "image/heif-sequence" => new Say("Refusal.PhotoIsHeic"),
            "application/pdf" => new Say("Refusal.PhotoIsPdf"),
            "image/gif" => new Say("Refusal.PhotoMoves"),
            "application/msword" or "application/zip" or "application/x-zip-compressed" or "application/vnd.rar" or "application/x-7z-compressed" => new Say("Refusal.PhotoIsOfficeFile"),
            _ when declared.StartsWith("application/vnd.", StringComparison.Ordinal) => new Say("Refusal.PhotoIsOfficeFile"),
            _ when declared.StartsWith("video/", StringComparison.Ordinal) => new Say("Refusal.PhotoIsVideo"),
            _ when declared.StartsWith("audio/", StringComparison.Ordinal) || declared.StartsWith("text/", StringComparison.Ordinal) => new Say("Refusal.PhotoIsNoPhoto"),
            _ => null,
        };
    }
}
