using System.Globalization;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Checks a content folder as an author or a build server wants it: every problem with file and line in the language asked for or the one of the terminal, exit code 1 on errors.</summary>
internal sealed class ContentCheckCommand(AcademyOptions options) : ICommand
{
    public string Name => "content check";

    public string Usage => "[FOLDER] [--json] [--locale en|zh-Hans] - check courses, quizzes and policies";

    public Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, ["locale"], ["json"]);
        var locale = read.Value("locale") ?? Locales.Nearest(CultureInfo.CurrentUICulture.Name);
        if (read.Fault is not null || read.Words.Count > 1 || !Locales.All.Contains(locale))
            return Task.FromResult(CommandLine.Stop(2, $"{read.Fault ?? "This is not understood."} {Name} {Usage}"));
        var folder = read.Words.FirstOrDefault(options.Content);
        if (!Directory.Exists(folder))
            return Task.FromResult(CommandLine.Stop(2, $"There is no folder {folder}."));

        var result = ContentCompiler.Compile(folder);
        ContentCheck.Report(result, Console.Out, read.Has("json"), locale);
        return Task.FromResult(result.Errors == 0 ? 0 : 1);
    }
}
