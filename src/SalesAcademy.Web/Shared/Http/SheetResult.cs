using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>A table as a file: a workbook where the address ends in .xlsx, else a CSV. Both are sent on while they are read; memory holds some rows.</summary>
internal sealed class SheetResult(SheetTable table) : IActionResult
{
    private const string Workbook = ".xlsx";
    private const int RowsBetween = 200;

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var isWorkbook = request.Path.Value!.EndsWith(Workbook, StringComparison.OrdinalIgnoreCase); // a request that was routed has a path
        var today = context.HttpContext.RequestServices.GetRequiredService<Clock>().Today;
        response.ContentType = isWorkbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(string.Create(CultureInfo.InvariantCulture, $"{table.Name} {today:yyyy-MM-dd}{(isWorkbook ? Workbook : ".csv")}"));
        response.Headers.ContentDisposition = disposition.ToString();
        await (isWorkbook ? WriteWorkbook(response.BodyWriter, context.HttpContext.RequestAborted) : WriteCsv(response.Body, context.HttpContext.RequestAborted));
    }

    private async Task WriteWorkbook(PipeWriter output, CancellationToken cancellation)
    {
        using (var workbook = new WorkbookWriter(new PipeStream(output), table.Name, table.About, table.Headings))
        {
            var rows = 0;
            await foreach (var row in table.Rows.WithCancellation(cancellation))
            {
                workbook.Row(row);
                if (++rows % RowsBetween == 0)
                    await output.FlushAsync(cancellation);
            }
        }

        await output.FlushAsync(cancellation);
    }

    private async Task WriteCsv(Stream output, CancellationToken cancellation)
    {
        await using var csv = new CsvWriter(output);
        await csv.Write([.. table.Headings]);
        await foreach (var row in table.Rows.WithCancellation(cancellation))
            await csv.Write([.. row.Select(Plain)]);
    }

    private static string Plain(SheetCell cell) => cell switch
    {
        SheetCell.Day { Date: var day } => day.ToString("O", CultureInfo.InvariantCulture),
        SheetCell.Amount { Number: var number } => number.ToString(CultureInfo.InvariantCulture),
        SheetCell.Words { Text: var text } => text,
        _ => throw new InvalidOperationException("A cell of no kind."),
    };
}
