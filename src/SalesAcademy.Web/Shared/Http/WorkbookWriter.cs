using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>
/// A workbook of one sheet, written from top to bottom, a row at a time: what it is about, headings that stay in sight and can be filtered by, rows.
/// It has no way to write a formula. Nothing is waited for: whoever owns the stream sends on what has gathered in it.
/// </summary>
internal sealed class WorkbookWriter : IDisposable
{
    // Open packaging: what lies in the ZIP, and what leads to it (ECMA-376, part 2). A workbook that the library itself puts together is held in memory until it is whole.
    private const string Kinds = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sheet.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
        """;

    private const string Root = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private const string Parts = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="sheet.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
        """;

    private const int MostCharacters = 32_767; // of a cell; ECMA-376, part 1, 18.4.12, as spreadsheets have it

    private readonly ZipArchive zip;
    private readonly Stream part;
    private readonly OpenXmlWriter sheet;
    private readonly int headingRow;
    private readonly int columns;
    private uint row;

    public WorkbookWriter(Stream stream, string name, IReadOnlyList<string> about, IReadOnlyList<string> headings)
    {
        (headingRow, columns) = (about.Count + 1, headings.Count);
        zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Write("[Content_Types].xml", Kinds);
        Write("_rels/.rels", Root);
        Write("xl/_rels/workbook.xml.rels", Parts);
        Write("xl/workbook.xml", new Workbook(new Sheets(new Sheet { Id = "rId1", SheetId = 1, Name = NameOf(name) })));
        Write("xl/styles.xml", WorkbookStyles.Sheet());
        part = zip.CreateEntry("xl/sheet.xml", CompressionLevel.Fastest).Open();
        sheet = OpenXmlWriter.Create(part, Encoding.UTF8);
        Begin();
        foreach (var line in about)
            Row([line]);
        Row(headings.Select(heading => (SheetCell)heading), WorkbookStyles.Heading);
    }

    public void Row(IEnumerable<SheetCell> cells, uint words = WorkbookStyles.Words)
    {
        row++;
        sheet.WriteStartElement(new Row { RowIndex = row });
        foreach (var cell in cells)
            sheet.WriteElement(cell switch
            {
                SheetCell.Day { Date: var day } => new Cell(new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate())) { StyleIndex = WorkbookStyles.Day },
                SheetCell.Amount { Number: var number } => new Cell(new CellValue(number)),
                SheetCell.Words { Text: var text } => new Cell(new InlineString(new Text(Legal(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = words },
                _ => throw new InvalidOperationException("A cell of no kind."),
            });
        sheet.WriteEndElement();
    }

    public void Dispose()
    {
        sheet.WriteEndElement(); // of the rows
        sheet.WriteElement(new AutoFilter { Reference = string.Create(CultureInfo.InvariantCulture, $"A{headingRow}:{Column(columns)}{row}") });
        sheet.WriteEndElement();
        sheet.Dispose();
        part.Dispose();
        zip.Dispose();
    }

    private void Begin()
    {
        var below = string.Create(CultureInfo.InvariantCulture, $"A{headingRow + 1}");
        sheet.WriteStartDocument();
        sheet.WriteStartElement(new Worksheet());
        sheet.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = headingRow, TopLeftCell = below, ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        sheet.WriteElement(new Columns(new Column { Min = 1, Max = (uint)columns, Width = 22, CustomWidth = true }));
        sheet.WriteStartElement(new SheetData());
    }

    private void Write(string path, string xml)
    {
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(Encoding.UTF8.GetBytes(xml));
    }

    private void Write(string path, OpenXmlElement root)
    {
        using var entry = zip.CreateEntry(path).Open();
        using var writer = OpenXmlWriter.Create(entry, Encoding.UTF8);
        writer.WriteStartDocument();
        writer.WriteElement(root);
    }

    /// <summary>A, B, …, Z, AA.</summary>
    private static string Column(int number) => number > 26 ? Column((number - 1) / 26) + Column((number - 1) % 26 + 1) : ((char)('A' + number - 1)).ToString();

    // The name of a sheet has at most 31 characters and none of these.
    private static string NameOf(string name) => string.Concat(name.Where(character => !"[]:*?/\\'".Contains(character, StringComparison.Ordinal)).Take(31));

    /// <summary>What XML cannot hold is shown as missing, and what a cell cannot hold is left out.</summary>
    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length && legal.Length < MostCharacters - 1; i++)
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                legal.Append(text[i]).Append(text[++i]);
            else
                legal.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        return legal.ToString();
    }
}
