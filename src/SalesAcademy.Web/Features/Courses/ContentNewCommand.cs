using SalesAcademy.Content.Drafting;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Begins a course, a lesson or a quiz in both languages: files that pass the check and say what is still to be written.</summary>
internal sealed class ContentNewCommand(AcademyOptions options) : ICommand
{
    public string Name => "content new";

    public string Usage => "course ID | lesson COURSE ID | quiz COURSE ID [--title-en TITLE] [--title-zh TITLE] - begin a course, lesson or quiz";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, ["title-en", "title-zh"], []);
        var request = read.Words switch
        {
            ["course", var id] => new DraftRequest(DraftKind.Course, id, id),
            ["lesson", var course, var id] => new DraftRequest(DraftKind.Lesson, course, id),
            ["quiz", var course, var id] => new DraftRequest(DraftKind.Quiz, course, id),
            _ => null,
        };
        if (read.Fault is not null || request is null)
            return CommandLine.Stop(2, $"{read.Fault ?? "What is to be begun?"} {Name} {Usage}");
        if (!Directory.Exists(options.Content))
            return CommandLine.Stop(2, $"There is no folder {options.Content}.");

        var draft = ContentDraft.Plan(options.Content, request with { EnglishTitle = read.Value("title-en"), ChineseTitle = read.Value("title-zh") });
        if (draft.Files.Count == 0)
            return CommandLine.Stop(1, string.Join(Environment.NewLine, draft.Report));
        if (await NewFiles.Write(options.Content, [.. draft.Files.Select(file => (file.Path, file.Text))]) is { } problem)
            return CommandLine.Stop(1, problem);
        foreach (var line in draft.Files.Select(file => $"{file.Path} is written").Concat(draft.Report).Append("content check names every line that is still to be written"))
            Console.Out.WriteLine(line);
        return 0;
    }
}
