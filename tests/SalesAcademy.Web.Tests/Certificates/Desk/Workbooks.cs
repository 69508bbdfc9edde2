using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace SalesAcademy.Web.Tests.Certificates.Desk;

/// <summary>A workbook as a spreadsheet reads it.</summary>
internal sealed record Workbooks(IReadOnlyList<string[]> Rows, IReadOnlyList<Cell> Cells, Worksheet Sheet, string Xml)
{
    public static async Task<Workbooks> Of(HttpResponseMessage answer)
    {
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType?.MediaType);
        return Read(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public static Workbooks Read(byte[] bytes)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        return new([.. sheet.Descendants<Row>().Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())], [.. sheet.Descendants<Cell>()], sheet, Everything(bytes));
    }

    private static string Everything(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
