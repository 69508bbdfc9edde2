using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Audit;

/// <summary>Everything a filter finds as a CSV, oldest first. Read by keys and a page at a time: however long it takes, no reader holds up the database's log, and memory stays flat.</summary>
internal sealed class AuditExport(IDbContextFactory<AcademyDb> contexts, IStringLocalizer<Words> words)
{
    private const int Page = 1_000;

    private static readonly string[] Columns = ["sequence", "when", "day", "what", "kind", "about", "about-id", "by", "by-id", "really-by", "figures", "hash"];

    public async Task Write(Stream stream, AuditFilter filter, CurrentPerson reader, CancellationToken cancellation)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write([.. Columns.Select(column => words[$"csv.{column}"].Value)]);
        for (long? after = 0; after is not null;)
            after = await WritePage(csv, filter, reader, after.Value, cancellation);
    }

    private async Task<long?> WritePage(CsvWriter csv, AuditFilter filter, CurrentPerson reader, long after, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await (await filter.On(db, reader, cancellation)).Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(Page).ToListAsync(cancellation);
        foreach (var line in await AuditLine.Of(db, rows, reader, cancellation))
            await csv.Write(
                line.Row.Sequence.ToString(CultureInfo.InvariantCulture), Moments.Machine(line.Row.At), line.Row.LocalDate.ToString("O", CultureInfo.InvariantCulture),
                words[$"kind.{line.Row.Type}"].Value, line.Row.Type, line.Subject, line.Row.Subject.ToString(), line.Actor, line.Row.Actor?.ToString(), line.Row.RealActor?.ToString(),
                line.Figures, line.Row.Hash);
        return rows.Count == Page ? rows[^1].Sequence : null;
    }
}
