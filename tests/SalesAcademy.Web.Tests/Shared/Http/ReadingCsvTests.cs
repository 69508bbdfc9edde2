using System.Text;
using CsCheck;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Tests.Shared.Http;

public sealed class ReadingCsvTests
{
    [Theory, InlineData("a,b\r\n1,2\r\n"), InlineData("a,b\n1,2"), InlineData("a,b\r1,2\r"), InlineData("\"a\",\"b\"\r\n\"1\",\"2\"")]
    public void Rows_end_as_any_machine_ends_them(string text) => Assert.Equal([["a", "b"], ["1", "2"]], Cells(text));

    [Theory, InlineData("a,b;c,d", ','), InlineData("a;b;c", ';'), InlineData("a\tb,c\td", '\t'), InlineData("\"x,y,z\";b", ';'), InlineData("alone", ','), InlineData("", ',')]
    public void The_separator_is_the_one_that_the_first_row_uses(string text, char separator) => Assert.Equal(separator, CsvReader.SeparatorOf(text));

    [Fact]
    public void A_cell_in_quotation_marks_may_hold_anything() =>
        Assert.Equal([["say \"hi\", then\r\nwait", "", " x "], ["2", "", ""]], Cells("\"say \"\"hi\"\", then\r\nwait\",\"\", x \r\n2,,"));

    [Fact]
    public void Rows_are_counted_as_a_spreadsheet_counts_them_and_lines_as_an_editor_does()
    {
        var rows = new CsvReader("a\r\n\r\n\"1\r\n2\"\r\nx\"y\r\n", ',').Rows().ToArray();

        Assert.Equal([1, 2, 3, 4], rows.Select(row => row.Row));
        Assert.True(rows[1].IsEmpty);
        Assert.Equal(new Refusal("csv-quote-inside", 5).Arguments, rows[3].Fault!.Arguments);
    }

    [Theory, InlineData("a,\"b\"c\nd", "csv-quote-after", 1), InlineData("a,b\"c\nd", "csv-quote-inside", 1), InlineData("a\n\"b,c\nd\n", "csv-quote-open", 2)]
    public void What_breaks_the_rules_is_named_with_its_line(string text, string fault, int line)
    {
        var broken = new CsvReader(text, ',').Rows().Select(row => row.Fault).OfType<Refusal>().Single();

        Assert.Equal((fault, line), (broken.Key, (int)broken.Arguments[0]));
    }

    [Fact]
    public void Reading_goes_on_behind_a_broken_row() => Assert.Equal(["d", "e"], new CsvReader("a,\"b\"c\nd,e\n", ',').Rows().Last().Cells);

    [Fact]
    public void A_line_that_is_no_table_is_refused_and_not_kept()
    {
        var row = new CsvReader(new string(',', 100_000), ',').Rows().Single();

        Assert.Equal("csv-cells", row.Fault!.Key);
        Assert.InRange(row.Cells.Count, 1, 256);
    }

    [Fact]
    public void No_text_makes_it_throw_and_no_row_is_lost() => Gen.String[Gen.OneOf(Gen.Char["\",;\t\r\n'="], Gen.Char), 0, 60].Sample(text =>
    {
        var rows = new CsvReader(text, CsvReader.SeparatorOf(text)).Rows().ToArray();

        Assert.Equal(Enumerable.Range(1, rows.Length), rows.Select(row => row.Row));
        Assert.Equal(text.Length == 0, rows.Length == 0);
    });

    // A cell that begins with the writer's own mark before a formula is the one thing that does not come back.
    [Fact]
    public void What_the_academy_writes_it_reads_again() => Gen.String[Gen.OneOf(Gen.Char["\",;\t\r\n'=+-@＝|"], Gen.Char['a', 'z'], Gen.Char['一', '龥']), 0, 12].Where(cell => !cell.StartsWith('\'')).Array[1, 5].Array[1, 4].Sample(table =>
    {
        using var stream = new MemoryStream();
        Task.Run(async () =>
        {
            await using var csv = new CsvWriter(stream);
            foreach (var row in table)
                await csv.Write(row);
        }).GetAwaiter().GetResult();

        var text = Assert.IsType<Accepted<string>>(TextFile.Read(stream.ToArray())).Value;

        Assert.Equal(table, new CsvReader(text, ',').Rows().Select(row => row.Cells));
        Assert.All(new CsvReader(text, ',').Rows(), row => Assert.Null(row.Fault));
    });

    [Fact]
    public void Text_is_understood_in_the_ways_that_spreadsheets_save_it()
    {
        const string Text = "公司,电话\n苏州恒润,1";
        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

        foreach (var bytes in (byte[][])[Encoding.UTF8.GetBytes(Text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)], [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)], chinese.GetBytes(Text)])
            Assert.Equal(Text, Assert.IsType<Accepted<string>>(TextFile.Read(bytes)).Value);
    }

    [Theory, InlineData(new byte[0], "file-empty"), InlineData(new byte[] { 0x50, 0x4B, 3, 4, 20 }, "file-workbook"), InlineData(new byte[] { 0xFF, 0x41, 0xFF }, "file-encoding"), InlineData(new byte[] { 0x41, 0, 0x42 }, "file-encoding")]
    public void What_is_no_text_is_refused(byte[] bytes, string why) => Assert.Equal(why, Assert.IsType<Refused<string>>(TextFile.Read(bytes)).Reason.Key);

    [Fact]
    public void No_bytes_make_it_throw() => Gen.Byte.Array[0, 40].Sample(bytes => Assert.NotNull(TextFile.Read(bytes)));

    private static IEnumerable<IReadOnlyList<string>> Cells(string text) => new CsvReader(text, ',').Rows().Select(row => row.Cells);
}
