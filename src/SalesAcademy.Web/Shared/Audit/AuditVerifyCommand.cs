using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Shared.Audit;

/// <summary>Says whether the trunk is what it was, event by event, while the academy serves.</summary>
internal sealed class AuditVerifyCommand(AcademyOptions options, IDbContextFactory<AcademyDb> contexts) : ICommand
{
    public string Name => "audit verify";

    public string Usage => "[--anchor COPY] - verify the chain of all events and its anchor, or a copy of it kept elsewhere; 0 all is well, 10 an event is altered, 11 missing, 12 the end is missing, "
        + "13 the chain is rewritten, 14 no anchor is there, 15 it is shortened, 16 altered, 17 none is configured";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, ["anchor"], []);
        if ((read.Fault ?? (read.Words.Count > 0 ? "There is nothing to name." : NoDatabase())) is { } fault)
        {
            await Console.Error.WriteLineAsync($"{fault} {Name} {Usage}");
            return 2;
        }

        await using var db = await contexts.CreateDbContextAsync();
        var copy = read.Value("anchor");
        var report = await new TrunkCheck(db, copy is null ? AnchorFile.Of(options) : new AnchorFile(Path.GetFullPath(copy)), copy is not null).Run();
        foreach (var restored in report.Restores)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{restored.At:u} a backup was restored: the trunk went back to event {restored.Head.Sequence}."));
        foreach (var finding in report.Findings)
            await Console.Error.WriteLineAsync(finding.Sentence);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Events} events fit each other, {report.Anchored} of them up to the newest that is anchored."));
        return report.Findings is [var worst, ..] ? (int)worst.Fault : 0;
    }

    private string? NoDatabase() => options.Database is null && !File.Exists(options.DataFile("academy.db")) ? $"There is no academy in {options.Data}." : null;
}
