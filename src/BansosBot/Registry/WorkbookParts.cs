using System.IO.Compression;
using System.Xml;

namespace BansosBot.Registry;

/// <summary>The sheets of a workbook in their order, with the part that holds each.</summary>
internal static class WorkbookParts
{
    // ECMA-376, part 1, 18.2.19: visible, hidden, veryHidden.
    private const string Shown = "visible";

    public static List<(string Name, string Path, bool IsHidden)> Sheets(ZipArchive zip)
    {
        var paths = new Dictionary<string, string>();
        using (var relations = Open(zip.GetEntry("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException()))
            while (relations.Read())
                if (relations.LocalName == "Relationship" && relations.GetAttribute("Id") is { } id && relations.GetAttribute("Target") is { } target)
                    paths[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";

        var sheets = new List<(string, string, bool)>();
        using var workbook = Open(zip.GetEntry("xl/workbook.xml") ?? throw new InvalidDataException());
        while (workbook.Read())
        {
            if (workbook.NodeType != XmlNodeType.Element || workbook.LocalName != "sheet" || workbook.GetAttribute("name") is not { } name) continue;
            var (state, relation) = (workbook.GetAttribute("state") ?? Shown, (string?)null);
            while (workbook.MoveToNextAttribute())
                if (workbook.LocalName == "id" && workbook.NamespaceURI.Length > 0) relation = workbook.Value;
            // A chart's sheet has no rows.
            if (relation is not null && paths.TryGetValue(relation, out var path) && path.Contains("worksheets/", StringComparison.Ordinal)) sheets.Add((name, path, state != Shown));
        }
        return sheets;
    }

    /// <summary>No document types, nothing fetched: the file is a stranger's.</summary>
    public static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(part.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreWhitespace = true, IgnoreComments = true });
}
