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
    AcademyOptions options, StaffColumns columns, StaffPlanner planner, CarryOutPlan carryOut, ImportSpeech say, Limits limits, IDbContextFactory<AcademyDb> contexts, Clock clock) : ICommand
{
    public string Name => "people import";

    public string Usage => "FILE [--dry-run] [--give-rights] - bring in a CSV of joiners, movers and leavers, all of it or nothing (stop the academy first, but for a dry run); 1 if a row was refused";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, [], ["dry-run", "give-rights"]);
        if ((read.Fault ?? (read.Words.Count == 1 ? null : "One file is needed.")) is { } fault)
            return Stop(2, $"{fault} {Name} {Usage}");
        ReaderLanguage.Speak(ReaderLanguage.English);
        var file = new FileInfo(read.Words[0]);
        if (!file.Exists)
            return Stop(2, $"There is no file {file}. {Name} {Usage}");
        if (file.Length > limits.ImportMegabytes * 1024L * 1024L)
            return Stop(1, say.Say(new Refusal("file-large", limits.ImportMegabytes)));
        var opened = StaffSheet.Open(await File.ReadAllBytesAsync(file.FullName), columns, limits.ImportRows);
        if (opened is not Accepted<StaffSheet> { Value: var sheet })
            return Stop(1, say.Say(((Refused<StaffSheet>)opened).Reason));
        if (read.Has("dry-run"))
            return options.Database is null && !File.Exists(options.DataFile("academy.db")) ? Stop(2, $"There is no academy in {options.Data}.") : await Look(sheet) ? 0 : 1;
        await using var writer = await app.OpenLedger();
        await Look(sheet);
        var done = await carryOut.Run(clock.Act(), sheet, new Consent(Seal: null, read.Has("give-rights")));
        if (done is not Accepted<int> { Value: var touched })
            return Stop(1, $"Nothing was changed. {say.Say(((Refused<int>)done).Reason)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{touched} people changed."));
        return 0;
    }

    // Says what every row does; true if none is refused.
    private async Task<bool> Look(StaffSheet sheet)
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

    private static int Stop(int code, string reason)
    {
        Console.Error.WriteLine(reason);
        return code;
    }
}
