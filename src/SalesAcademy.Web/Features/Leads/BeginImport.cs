using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Somebody has seen what a file would do and says yes: from here on it is brought in, whatever happens to this machine.</summary>
internal sealed class BeginImport(ILedger ledger)
{
    /// <summary>
    /// All of it or, where that is asked for, the rows in which nothing is wrong. The same file again goes on where it stands.
    /// Refused: rows-refused (how many), rows-none.
    /// </summary>
    public async Task<Decision<Done>> Run(Act act, Guid id, string fileName, LeadSheet sheet, bool skipRefused)
    {
        var (rows, refused) = (0, 0);
        foreach (var line in sheet.Lines())
            (rows, refused) = (rows + 1, refused + (line.Lead is null ? 1 : 0));
        if (refused == rows)
            return new Refusal("rows-none");
        if (refused > 0 && !skipRefused)
            return new Refusal("rows-refused", refused);
        return await ledger.Run<Done>(act, async entry =>
        {
            await entry.Hold($"lead-import:{id}");
            if (await entry.Db.FindAsync<ImportRow>(id) is not null)
                return Done.Value;
            entry.Db.Add(new ImportRow
            {
                Id = id,
                Person = act.Actor,
                FileName = fileName,
                At = act.At,
                Rows = rows,
                Refused = refused,
                Text = sheet.Text,
            });
            entry.Record(new LeadImportBegun(id, rows, refused));
            return Done.Value;
        });
    }
}
