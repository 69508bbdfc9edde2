using DocumentFormat.OpenXml.Spreadsheet;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>How the cells of a workbook look. A cell of words has the number format of text, so that even who edits it makes no formula of it.</summary>
internal static class WorkbookStyles
{
    public const uint Words = 1;
    public const uint Day = 2;
    public const uint Heading = 3;

    private const uint TextFormat = 49; // "@"; ECMA-376, part 1, 18.8.30
    private const uint DayFormat = 164; // the first that is ours
    private const uint Bold = 1;

    public static Stylesheet Sheet() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy\\-mm\\-dd" }) { Count = 1 },
        new Fonts(Font(), Font(new Bold())) { Count = 2 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true, FontId = Bold, ApplyFont = true })
        { Count = 4 });

    private static Font Font(params DocumentFormat.OpenXml.OpenXmlElement[] marks) => new([.. marks, new FontSize { Val = 11 }, new FontName { Val = "Calibri" }]);
}
