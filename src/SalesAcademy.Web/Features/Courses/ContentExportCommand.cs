using SalesAcademy.Content;
using SalesAcademy.Content.Exchange;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Writes a quiz in the question format GIFT, to a new file or to standard output; the report goes to standard error.</summary>
internal sealed class ContentExportCommand(AcademyOptions options) : ICommand
{
    public string Name => "content export";

    public string Usage => "gift --course COURSE --quiz NAME [--locale en|zh-Hans] [--out FILE] - write a quiz for Moodle and others";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, ["course", "quiz", "locale", "out"], []);
        if ((read.Fault ?? read.Missing("course", "quiz")) is { } fault)
            return CommandLine.Stop(2, $"{fault} {Name} {Usage}");
        var locale = read.Value("locale") ?? Locales.English;
        if (read.Words is not ["gift"] || !Locales.All.Contains(locale))
            return CommandLine.Stop(2, $"The format is gift, the language en or zh-Hans. {Name} {Usage}");

        var result = ContentCompiler.Compile(options.Content);
        if (result.Catalogue is null)
        {
            ContentCheck.Report(result, Console.Error, json: false);
            return 1;
        }
        if (result.Catalogue.FindCourse(read["course"])?.FindQuiz(read["quiz"]) is not { } quiz)
            return CommandLine.Stop(1, "There is no such quiz.");

        var (text, report) = QuestionExport.Write(quiz, locale);
        foreach (var line in report)
            Console.Error.WriteLine(line);
        if (read.Value("out") is not { } path)
            Console.Out.Write(text);
        else if (await NewFile.Write(path, text) is { } problem)
            return CommandLine.Stop(1, problem);
        return 0;
    }
}
