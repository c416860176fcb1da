using BansosBot.Domain;

namespace BansosBot.Texts.Linting;

/// <summary>A text as the rules see it.</summary>
/// <param name="Kind">Which limits apply.</param>
/// <param name="Typical">With placeholders filled as they usually are: for lengths.</param>
/// <param name="Bare">With each placeholder as one word "X": a date or a name is read as one thing. For counting words.</param>
public sealed record LintText(TextKind Kind, Language Language, Worded Typical, string Bare)
{
    internal static LintText Of(TextBook.BookedText text) => new(
        text.Kind,
        text.Entry.Language,
        Filled(text.Template, TypicalValue),
        Filled(text.Template, _ => "X").Text);

    private static Worded Filled(Template template, Func<string, string> value)
    {
        var to = new WordedBuilder();
        template.WriteTo(to, name => new Filling(Worded.Plain(value(name)), null));
        return to.Build();
    }

    /// <summary>What usually stands there, by the placeholder's name; the length is what counts.</summary>
    private static string TypicalValue(string placeholder) => placeholder.ToLowerInvariant() switch
    {
        "n" or "ke" or "jumlah" or "dari" or "umur" or "sisa" => "12",
        "nama" or "anak" or "wali" => "Muhammad Ramdhani",
        "tanggal" or "hari" or "batas" => "Selasa, 23 September 2025",
        "waktu" => "Selasa, 23 September 2025 pukul 09.00 WIB",
        "nomor" or "kode" => "YAPI-2025-000123",
        "kantor" => "Dinas Sosial Kota Serang",
        "daftar" => "• Kartu Keluarga (KK)\n• akta kelahiran anak\n• akta kematian orang tua\n• KTP Bapak/Ibu",
        _ => "empat belas huruf",
    };
}
