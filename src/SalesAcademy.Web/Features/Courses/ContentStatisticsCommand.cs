using SalesAcademy.Content;
using SalesAcademy.Content.Statistics;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Counts what a content folder holds and holds it against the rule of entry; content with errors is not counted, and they are told instead.</summary>
internal sealed class ContentStatisticsCommand(AcademyOptions options) : ICommand
{
    public string Name => "content statistics";

    public string Usage => "[FOLDER] [--json] - count courses, questions and what entry to a tier needs of them";

    public Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, [], ["json"]);
        if ((read.Fault ?? (read.Words.Count > 1 ? "One folder is enough." : null)) is { } fault)
            return Task.FromResult(CommandLine.Stop(2, $"{fault} {Name} {Usage}"));
        var folder = read.Words.FirstOrDefault(options.Content);
        if (!Directory.Exists(folder))
            return Task.FromResult(CommandLine.Stop(2, $"There is no folder {folder}."));

        var result = ContentCompiler.Compile(folder);
        if (result.Catalogue is { } catalogue)
            StatisticsReport.Write(AcademyStatistics.Of(catalogue), Console.Out, read.Has("json"));
        else
            ContentCheck.Report(result, Console.Error, json: false);
        return Task.FromResult(result.Catalogue is null ? 1 : 0);
    }
}
