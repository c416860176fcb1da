using BansosBot.Domain.Audit;
using BansosBot.Domain.Proposals;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace BansosBot.Proposals;

/// <summary>A batch as a workbook: all cells are text, and shown as text, so that no spreadsheet rounds a number; the second sheet says what it is and how to check it.</summary>
internal static class ProposalWorkbook
{
    public const string Rows = "Usulan", About = "Ringkasan";

    private const string What = "Hal", Is = "Isi";

    // The number format of spreadsheets that leaves what is typed as it is.
    private const string TextFormat = "@";

    /// <param name="head">Of the audit chain before this file went out, as <c>audit verify --anchor</c> reads it.</param>
    public static byte[] Of(ProposalSheet sheet, AuditHead head, DateOnly signedOn)
    {
        using var file = new MemoryStream();
        file.SaveAs(
            new Dictionary<string, object>
            {
                [Rows] = sheet.Rows.Select(r => sheet.Headings.Zip(r).ToDictionary(c => c.First, object (c) => c.Second)),
                [About] = Lines(sheet, head, signedOn).Select(l => new Dictionary<string, object> { [What] = l.What, [Is] = l.Is }),
            },
            configuration: new OpenXmlConfiguration
            {
                TableStyles = TableStyles.None,
                AutoFilter = false,
                DynamicColumns = [.. sheet.Headings.Append(What).Append(Is).Distinct().Select(h => new MiniExcelLibs.Attributes.DynamicExcelColumn(h) { Format = TextFormat, Width = 20 })],
            });
        return file.ToArray();
    }

    private static IEnumerable<(string What, string Is)> Lines(ProposalSheet sheet, AuditHead head, DateOnly signedOn)
    {
        var isProposal = sheet.Batch.Of == BatchOf.Proposals;
        yield return (isProposal ? "Nomor usulan" : "Nomor daftar", sheet.Batch.Number);
        yield return (isProposal ? "Ditandatangani" : "Diambil", FormattableString.Invariant($"{signedOn:dd/MM/yyyy}"));
        yield return (isProposal ? "Jumlah anak" : "Jumlah nama", FormattableString.Invariant($"{sheet.Rows.Length}"));
        if (sheet.Erased > 0) yield return ("Dihapus atas permintaan keluarga", FormattableString.Invariant($"{sheet.Erased}"));
        yield return ("SHA-256 baris", sheet.Hash);
        yield return ("Cara menghitung", "Judul lalu baris, sel dipisah tab, tiap baris diakhiri LF, UTF-8");
        yield return ("Ujung catatan audit", FormattableString.Invariant($"{head.Entry} entries in chain {head.Chain}, head {head.Hash}"));
    }
}
