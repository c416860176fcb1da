using BansosBot.Domain.Reading;

namespace BansosBot.Domain.Registry.Lists;

/// <summary>The rows under a table: sums, "Mengetahui, Kepala Dinas", names and NIP of who signs. Once begun it lasts until a row has a NIK again.</summary>
internal sealed class Footer
{
    private static readonly HashSet<string> Sums = ["jumlah", "total", "subtotal", "jml", "rekapitulasi", "rekap", "jumlahtotal", "grandtotal", "jumlahpenerima", "jumlahanak"];

    private static readonly string[] Signatures = ["mengetahui", "menyetujui", "kepaladinas", "kepalabidang", "lurah", "camat", "anlurah", "ancamat", "plt", "nip", "dibuatoleh", "petugaspendata", "pendamping", "disahkan", "ditetapkandi", "ttd", "operatorsiks", "tksk"];

    private bool begun;

    /// <summary>Whether the row belongs to it.</summary>
    /// <param name="hasNik">Something stands where the NIK is that is meant as one.</param>
    public bool Has(SheetRow row, bool hasNik)
    {
        if (hasNik) return begun = false;
        return begun |= row.Cells.Any(c => c.Kind == CellKind.Text && Begins(c.AsText)) || IsPlaceAndDay(row);
    }

    private static bool Begins(string text)
    {
        var words = Typed.Words(text.Length > 60 ? text[..60] : text);
        return words.Length > 0 && (Sums.Contains(words[0]) || Sums.Contains(string.Concat(words.Take(2))) || Signatures.Any(s => s == words[0] || s == string.Concat(words.Take(2)) || s == string.Concat(words.Take(3))));
    }

    /// <summary>"Serang, 12 Mei 2025" alone in its row: above a signature.</summary>
    private static bool IsPlaceAndDay(SheetRow row) => row.Cells.Where(c => !c.IsEmpty).ToList() is [{ Kind: CellKind.Text } only]
        && Typed.Words(only.AsText) is ["serang", ..] and { Length: <= 5 } && only.AsText.Contains(',', StringComparison.Ordinal);
}
