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
    AcademyOptions options, ImportFiles files, ImportWords say, BeginImport begin, LeadImporter importer, Limits limits, IDbContextFactory<AcademyDb> contexts, Clock clock) : ICommand
{
    public string Name => "leads import";

    public string Usage => "FILE [--skip-refused] [--dry-run] - bring in a CSV of leads, all of it or what is right (stop the academy first, but for a dry run); 1 if a row was refused";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, [], ["skip-refused", "dry-run"]);
        if ((read.Fault ?? (read.Words.Count == 1 ? null : "One file is needed.")) is { } fault)
            return Stop(2, $"{fault} {Name} {Usage}");
        ReaderLanguage.Speak(ReaderLanguage.English);
        var file = new FileInfo(read.Words[0]);
        if (!file.Exists)
            return Stop(2, $"There is no file {file}. {Name} {Usage}");
        if (file.Length > limits.ImportMegabytes * 1024L * 1024L)
            return Stop(1, say.Say(new Refusal("file-large", limits.ImportMegabytes)));
        var bytes = await File.ReadAllBytesAsync(file.FullName);
        var opened = files.Open(bytes);
        if (opened is not Accepted<LeadSheet> { Value: var sheet })
            return Stop(1, say.Say(((Refused<LeadSheet>)opened).Reason));

        if (read.Has("dry-run"))
            return options.Database is null && !File.Exists(options.DataFile("academy.db")) ? Stop(2, $"There is no academy in {options.Data}.") : await Look(sheet) ? 0 : 1;
        await using var writer = await app.OpenLedger();
        var isRight = await Look(sheet);
        var id = UploadShelf.IdOf(bytes);
        if (await begin.Run(clock.Act(), id, file.Name, sheet, read.Has("skip-refused")) is Refused<Done> { Reason: var reason })
            return Stop(1, say.Say(reason));
        await importer.GoOn(CancellationToken.None);
        await using var db = await contexts.CreateDbContextAsync();
        Summarise(await ImportCounts.Of(db, id, CancellationToken.None), "Brought in");
        return isRight ? 0 : 1;
    }

    // Says what every row would do; true if none is refused.
    private async Task<bool> Look(LeadSheet sheet)
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

    private static int Stop(int code, string reason)
    {
        Console.Error.WriteLine(reason);
        return code;
    }
}
