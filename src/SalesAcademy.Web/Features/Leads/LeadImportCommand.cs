using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Brings in a file of leads without the site: the same preview, the same rows, the same report.</summary>
internal sealed class LeadImportCommand(
    AcademyOptions options, ImportFiles files, ImportWords say, BeginImport begin, LeadImporter importer, Limits limits, IDbContextFactory<AcademyDb> contexts, Clock clock) : ImportCommand<LeadSheet>(options, limits)
{
    public override string Name => "leads import";

    public override string Usage => "FILE [--skip-refused] [--dry-run] - bring in a CSV of leads, all of it or what is right (stop the academy first, but for a dry run); 1 if a row was refused";

    protected override string Flag => "skip-refused";

    protected override Decision<LeadSheet> Open(byte[] bytes) => files.Open(bytes);

    protected override string Say(Refusal reason) => say.Say(reason);

    protected override async Task<int> BringIn(LeadSheet sheet, string file, byte[] bytes, bool flagged)
    {
        var isRight = await Look(sheet);
        var id = UploadShelf.IdOf(bytes);
        if (await begin.Run(clock.Act(), id, file, sheet, flagged) is Refused<Done> { Reason: var reason })
            return CommandLine.Stop(1, say.Say(reason));
        await importer.GoOn(CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        Summarise(await ImportCounts.Of(db, id, CancellationToken.None), "Brought in");
        return isRight ? 0 : 1;
    }

    protected override async Task<bool> Look(LeadSheet sheet)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var lines = await ImportPreview.Of(db, sheet, CancellationToken.None);
        foreach (var line in lines)
            Console.Out.WriteLine($"row {line.Number.ToString(CultureInfo.InvariantCulture)}: {say.NameOf(line.Outcome)}{(say.Say(line) is { Length: > 0 } detail ? $". {detail}" : "")}");
        foreach (var heading in sheet.NotRead)
            Console.Out.WriteLine($"column not read: {heading}");
        var counts = ImportCounts.Of(lines);
        Summarise(counts, "Looked at");
        return counts[ImportOutcome.Refused] == 0;
    }

    private void Summarise(ImportCounts counts, string what) =>
        Console.Out.WriteLine($"{what}: {string.Join(", ", Enum.GetValues<ImportOutcome>().Where(outcome => counts[outcome] > 0).Select(outcome => $"{say.NameOf(outcome)} {counts[outcome].ToString(CultureInfo.InvariantCulture)}"))}");
}
