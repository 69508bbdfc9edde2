using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Shared.Commands;

/// <summary>Brings in a sheet without the site: the same plan, the same rules, the same report as there.</summary>
internal abstract class ImportCommand<TSheet>(AcademyOptions options, Limits limits) : ICommand
    where TSheet : class
{
    public abstract string Name { get; }

    public abstract string Usage { get; }

    protected Limits Limits => limits;

    /// <summary>The flag it knows beside --dry-run.</summary>
    protected abstract string Flag { get; }

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, [], [Flag, "dry-run"]);
        if ((read.Fault ?? (read.Words.Count == 1 ? null : "One file is needed.")) is { } fault)
            return CommandLine.Stop(2, $"{fault} {Name} {Usage}");
        ReaderLanguage.Speak(ReaderLanguage.English);
        var file = new FileInfo(read.Words[0]);
        if (!file.Exists)
            return CommandLine.Stop(2, $"There is no file {file}. {Name} {Usage}");
        if (file.Length > limits.ImportMegabytes * 1024L * 1024L)
            return CommandLine.Stop(1, Say(new Refusal("file-large", limits.ImportMegabytes)));
        var bytes = await File.ReadAllBytesAsync(file.FullName);
        var opened = Open(bytes);
        if (opened is not Accepted<TSheet> { Value: var sheet })
            return CommandLine.Stop(1, Say(((Refused<TSheet>)opened).Reason));
        if (read.Has("dry-run"))
            return options.Database is null && !File.Exists(options.DataFile("academy.db")) ? CommandLine.Stop(2, $"There is no academy in {options.Data}.") : await Look(sheet) ? 0 : 1;
        await using var writer = await app.OpenLedger();
        return await BringIn(sheet, file.Name, bytes, read.Has(Flag));
    }

    protected abstract Decision<TSheet> Open(byte[] bytes);

    protected abstract string Say(Refusal reason);

    /// <summary>Says what every row would do; true if none is refused.</summary>
    protected abstract Task<bool> Look(TSheet sheet);

    /// <summary>Does it; gives the exit code.</summary>
    protected abstract Task<int> BringIn(TSheet sheet, string file, byte[] bytes, bool flagged);
}
