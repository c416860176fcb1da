using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>What the ministry and the bank decided, as a list says it.</summary>
public enum Ruling
{
    Approved,
    Refused,
}

/// <summary>Cells of lists that come back: what was decided, of which case and batch, until when and where the money is to be fetched.</summary>
internal static class AnswerCells
{
    // A fetching day lies ahead; the reader of birth dates refuses that, so it is asked from this far on.
    private const int AheadDays = 730;

    // "Tidak disetujui" begins otherwise than "disetujui".
    private static readonly string[] Approved = ["disetujui", "setuju", "acc", "ok", "layak", "lolos", "diterima", "ditetapkan", "approved", "ya", "y", "memenuhi", "eligible"];

    private static readonly string[] Refused = ["ditolak", "tolak", "tidak", "tdk", "gagal", "gugur", "rejected", "ditangguhkan", "n", "blmlayak", "belumlayak", "noteligible"];

    /// <summary>Null: it says nothing of that, or that nothing is decided yet.</summary>
    public static Ruling? Read(string text) => string.Concat(Typed.Plain(text).ToLowerInvariant().Where(char.IsLetterOrDigit)) is { Length: > 0 } key
        ? Said(Refused, key) ? Ruling.Refused : Said(Approved, key) ? Ruling.Approved : null
        : null;

    /// <summary>A day ahead, as dates of these lists are written; null: none, or not readable.</summary>
    public static DateOnly? Day(RawCell cell, DateOnly today) => BirthDateCell.Read(cell, today.AddDays(AheadDays)).Date;

    /// <summary>A row with what its cells say of these.</summary>
    public static ListRow With(ListRow row, Func<Holds, RawCell> cells, Func<Holds, string?> text, DateOnly today) => row with
    {
        Result = Read(cells(Holds.Result).AsText) ?? (cells(Holds.Result).IsEmpty ? Read(cells(Holds.ChildStatus).AsText) : null),
        CaseNumber = CaseNumber.Parse(cells(Holds.CaseNumber).AsText) is Outcome<CaseNumber>.Ok(var number) ? number : null,
        IsCaseNumberUnread = LooksLikeOurs(cells(Holds.CaseNumber).AsText) && CaseNumber.Parse(cells(Holds.CaseNumber).AsText) is Outcome<CaseNumber>.No,
        Batch = text(Holds.Batch),
        Months = text(Holds.Months),
        FetchBy = cells(Holds.FetchBy).IsEmpty ? null : Day(cells(Holds.FetchBy), today),
        FetchAt = text(Holds.FetchAt),
    };

    // "YAPI-U-2026-001", "YAPI-2026-00": the ministry's own numbers are digits, and say nothing of a case here.
    private static bool LooksLikeOurs(string text) => text.Trim() is { Length: > 0 } number && char.IsLetter(number[0]) && number.Contains('-', StringComparison.Ordinal);

    // Short words are meant whole only: "y", "ok"; "yatim" is none of them.
    private static bool Said(string[] words, string key) => words.Any(w => w.Length < 5 ? key == w || (w is "tidak" or "tdk" && key.StartsWith(w, StringComparison.Ordinal)) : key.StartsWith(w, StringComparison.Ordinal));
}
