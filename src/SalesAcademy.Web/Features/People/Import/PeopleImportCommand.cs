using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>Brings in a file of people without the site: the same plan, the same rules, the same report.</summary>
internal sealed class PeopleImportCommand(
    AcademyOptions options, StaffColumns columns, StaffPlanner planner, CarryOutPlan carryOut, ImportSpeech say, Limits limits, IDbContextFactory<AcademyDb> contexts, Clock clock) : ImportCommand<StaffSheet>(options, limits)
{
    public override string Name => "people import";

    public override string Usage => "FILE [--dry-run] [--give-rights] - bring in a CSV of joiners, movers and leavers, all of it or nothing (stop the academy first, but for a dry run); 1 if a row was refused";

    protected override string Flag => "give-rights";

    protected override Decision<StaffSheet> Open(byte[] bytes) => StaffSheet.Open(bytes, columns, Limits.ImportRows);

    protected override string Say(Refusal reason) => say.Say(reason);

    protected override async Task<int> BringIn(StaffSheet sheet, string file, byte[] bytes, bool flagged)
    {
        await Look(sheet);
        var done = await carryOut.Run(clock.Act(), sheet, new Consent(Seal: null, flagged));
        if (done is not Accepted<int> { Value: var touched })
            return CommandLine.Stop(1, $"Nothing was changed. {say.Say(((Refused<int>)done).Reason)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{touched} people changed."));
        return 0;
    }

    protected override async Task<bool> Look(StaffSheet sheet)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = await StaffNow.Read(db);
        var plan = planner.Plan(sheet, now, decider: null);
        foreach (var row in plan.Rows)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"row {row.Number}: {row.Email} {say.NameOf(row.Outcome)}. {say.Details(row, now)}").TrimEnd());
        foreach (var heading in sheet.NotRead)
            Console.WriteLine($"column not read: {heading}");
        return !plan.IsRefused;
    }
}
