using System.IO.Compression;
using System.Text;

namespace LearningDev.Tests.Content.Sheets.Files;

/// <summary>Workbooks written by hand, part by part.</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Document = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static byte[] Make(string rows, string sharedTexts = "", string properties = "") => Make(sharedTexts, properties, ("Sheet1", false, rows));

    public static byte[] Make(params (string Name, bool IsHidden, string Rows)[] sheets) => Make("", "", sheets);

    private static byte[] Make(string sharedTexts, string properties, params (string Name, bool IsHidden, string Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}.sharedStrings+xml"/>{string.Concat(sheets.Select((_, index) => $"""<Override PartName="/xl/worksheets/s{index}.xml" ContentType="{Types}.worksheet+xml"/>"""))}</Types>""");
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{Document}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Document}">{properties}<sheets>{string.Concat(sheets.Select((sheet, index) => $"""<sheet name="{sheet.Name}" sheetId="{index + 1}" r:id="s{index}"{(sheet.IsHidden ? " state=\"hidden\"" : "")}/>"""))}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="st" Type="{Document}/styles" Target="styles.xml"/><Relationship Id="ss" Type="{Document}/sharedStrings" Target="sharedStrings.xml"/>{string.Concat(sheets.Select((_, index) => $"""<Relationship Id="s{index}" Type="{Document}/worksheet" Target="worksheets/s{index}.xml"/>"""))}</Relationships>""");
            Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-809]dd\ mmmm\ yyyy\ hh:mm;@"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs></styleSheet>""");
            Add(zip, "xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{sharedTexts}</sst>""");
            foreach (var (index, sheet) in sheets.Index())
            {
                Add(zip, $"xl/worksheets/s{index}.xml", sheet.Rows.StartsWith("<!", StringComparison.Ordinal) ? sheet.Rows : $"""<worksheet xmlns="{Main}"><sheetData>{sheet.Rows}</sheetData></worksheet>""");
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
