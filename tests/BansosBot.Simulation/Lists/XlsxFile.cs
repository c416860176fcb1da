using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace BansosBot.Simulation.Lists;

/// <summary>Writes a workbook part by part, so that a test can put into it what no library would write: a NIK as a number, a formula
/// without a value, a merged cell, a hidden sheet.</summary>
/// <remarks>In a cell, text is text; these are taken as they are: <c>#:3.67E+15</c> a number, <c>d:41710</c> a date, <c>f:SUM(A1:A2)|3</c> a formula with
/// the value last calculated, <c>e:#N/A</c> an error, <c>i:...</c> text inside the cell instead of the shared table. Null: no cell.</remarks>
public sealed class XlsxFile
{
    private readonly List<(string Name, string Xml, string State)> sheets = [];
    private readonly List<string> shared = [];
    private readonly Dictionary<string, int> sharedAt = [];

    public XlsxFile Sheet(string name, IEnumerable<string?[]> rows, string state = "visible", string[]? merged = null, int[]? hiddenRows = null, int? hiddenColumn = null)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        if (hiddenColumn is { } hidden) xml.Append(CultureInfo.InvariantCulture, $"<cols><col min=\"{hidden}\" max=\"{hidden}\" width=\"9\" hidden=\"1\"/></cols>");
        xml.Append("<sheetData>");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\"{(hiddenRows?.Contains(number) == true ? " hidden=\"1\"" : "")}>");
            for (var column = 0; column < row.Length; column++)
                if (row[column] is { } value) Cell(xml, $"{Letters(column)}{number}", value);
            xml.Append("</row>");
        }
        xml.Append("</sheetData>");
        if (merged is { Length: > 0 })
            xml.Append(CultureInfo.InvariantCulture, $"<mergeCells count=\"{merged.Length}\">{string.Concat(merged.Select(m => $"<mergeCell ref=\"{m}\"/>"))}</mergeCells>");
        xml.Append("</worksheet>");
        sheets.Add((name, xml.ToString(), state));
        return this;
    }

    public void Save(string path)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>");
        Part(zip, "_rels/.rels", $"<Relationships xmlns=\"{Relations}\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
            + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{Escaped(s.Name)}\" sheetId=\"{i + 1}\"{(s.State == "visible" ? "" : $" state=\"{s.State}\"")} r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>");
        Part(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Relations}\">"
            + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
            + $"<Relationship Id=\"rIdS\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdT\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        Part(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
            + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
        Part(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\" count=\"{shared.Count}\" uniqueCount=\"{shared.Count}\">{string.Concat(shared.Select(s => $"<si><t xml:space=\"preserve\">{Escaped(s)}</t></si>"))}</sst>");
        for (var i = 0; i < sheets.Count; i++) Part(zip, $"xl/worksheets/sheet{i + 1}.xml", sheets[i].Xml);
    }

    /// <summary>0 is A.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Relations = "http://schemas.openxmlformats.org/package/2006/relationships",
        Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private void Cell(StringBuilder xml, string at, string value)
    {
        var kind = value.Length > 2 && value[1] == ':' ? value[0] : 't';
        var rest = kind == 't' ? value : value[2..];
        var parts = rest.Split('|');
        xml.Append(kind switch
        {
            '#' => $"<c r=\"{at}\"><v>{rest}</v></c>",
            'd' => $"<c r=\"{at}\" s=\"1\"><v>{rest}</v></c>",
            'e' => $"<c r=\"{at}\" t=\"e\"><v>{rest}</v></c>",
            'i' => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{Escaped(rest)}</t></is></c>",
            'f' when parts.Length == 1 => $"<c r=\"{at}\"><f>{Escaped(parts[0])}</f></c>",
            'f' when double.TryParse(parts[1], CultureInfo.InvariantCulture, out _) => $"<c r=\"{at}\"><f>{Escaped(parts[0])}</f><v>{parts[1]}</v></c>",
            'f' => $"<c r=\"{at}\" t=\"str\"><f>{Escaped(parts[0])}</f><v>{Escaped(parts[1])}</v></c>",
            _ => $"<c r=\"{at}\" t=\"s\"><v>{Shared(rest)}</v></c>",
        });
    }

    private int Shared(string text)
    {
        if (sharedAt.TryGetValue(text, out var at)) return at;
        shared.Add(text);
        return sharedAt[text] = shared.Count - 1;
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var to = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        to.Write(xml);
    }

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);
}
