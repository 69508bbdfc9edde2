using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Checks a content folder as an author or a build server wants it: every problem with file and line, exit code 1 on errors.</summary>
internal sealed class ContentCheckCommand(AcademyOptions options) : ICommand
{
    public string Name => "content check";

    public string Usage => "[FOLDER] [--json] - check courses, quizzes and policies";

    public Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var folder = arguments.FirstOrDefault(a => !a.StartsWith('-')) ?? options.Content;
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder {folder}.");
            return Task.FromResult(2);
        }

        var result = ContentCompiler.Compile(folder);
        ContentCheck.Report(result, Console.Out, arguments.Contains("--json"));
        return Task.FromResult(result.Errors == 0 ? 0 : 1);
    }
}
