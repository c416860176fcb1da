using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>Cells that hold one of a few words: sex, which parent has died, what became of a payment. Null: none of them.</summary>
internal static class ShortWords
{
    private static readonly Dictionary<string, Sex> Sexes = new[]
    {
        ("l", Sex.Male), ("lk", Sex.Male), ("laki", Sex.Male), ("lakilaki", Sex.Male), ("laki2", Sex.Male), ("lelaki", Sex.Male), ("pria", Sex.Male), ("m", Sex.Male), ("male", Sex.Male), ("1", Sex.Male),
        ("p", Sex.Female), ("pr", Sex.Female), ("perempuan", Sex.Female), ("prempuan", Sex.Female), ("wanita", Sex.Female), ("w", Sex.Female), ("f", Sex.Female), ("female", Sex.Female), ("2", Sex.Female),
    }.ToDictionary();

    private static readonly Dictionary<string, OrphanOf> Orphans = new[]
    {
        ("yatim", OrphanOf.Father), ("y", OrphanOf.Father), ("anakyatim", OrphanOf.Father), ("piatu", OrphanOf.Mother), ("anakpiatu", OrphanOf.Mother),
        ("yatimpiatu", OrphanOf.Both), ("yp", OrphanOf.Both), ("yatimdanpiatu", OrphanOf.Both), ("anakyatimpiatu", OrphanOf.Both),
    }.ToDictionary();

    // "Belum cair", "gagal cair" begin otherwise than "cair".
    private static readonly string[] Paid = ["sudahcair", "sudahsalur", "sudahdi", "sudahtransaksi", "cair", "terbayar", "dibayar", "sukses", "berhasil", "lunas", "salur", "tersalur", "transaksi", "realisasi"];

    private static readonly string[] Failed = ["retur", "tidakcair", "tidaksalur", "dormant", "dorman", "ditolakbank"];

    public static Sex? SexOf(string text) => Sexes.TryGetValue(Key(text), out var sex) ? sex : null;

    public static OrphanOf? OrphanedOf(string text) => Orphans.TryGetValue(Key(text), out var of) ? of : null;

    public static Payment? PaymentOf(string text) => Key(text) is var key && (key.Contains("gagal", StringComparison.Ordinal) || Failed.Any(f => key.StartsWith(f, StringComparison.Ordinal))) ? Payment.Failed
        : Paid.Any(p => key.StartsWith(p, StringComparison.Ordinal)) ? Payment.Paid
        : null;

    private static string Key(string text) => string.Concat(Typed.Plain(text).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
