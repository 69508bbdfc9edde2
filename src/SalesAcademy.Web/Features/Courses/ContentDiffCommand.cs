using SalesAcademy.Content;
using SalesAcademy.Content.Comparing;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Compares a content folder with how it was at a git revision, or with another folder, as an author or a build server wants it before a change is merged.</summary>
internal sealed class ContentDiffCommand(AcademyOptions options, ConcernedPeople concerned) : ICommand
{
    private const int Same = 0, Failed = 1, Misused = 2, NeedsALook = 3;

    public string Name => "content diff";

    public string Usage => "REVISION|FOLDER [FOLDER] [--people] [--json] - what changed in lessons, questions and policies, and whom it concerns; exit code 3 when something is gone or asks or decides otherwise";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, [], ["people", "json"]);
        if ((read.Fault ?? (read.Words.Count is 1 or 2 ? null : "A revision is needed.")) is { } fault)
            return CommandLine.Stop(Misused, $"{fault} {Name} {Usage}");
        var folder = read.Words.ElementAtOrDefault(1) ?? options.Content;
        if (!Directory.Exists(folder))
            return CommandLine.Stop(Misused, $"There is no folder {folder}.");
        var stopping = app.Lifetime.ApplicationStopping;
        if (read.Has("people") && await concerned.Obstacle(stopping) is { } obstacle)
            return CommandLine.Stop(Misused, obstacle);

        using var revision = await ContentRevision.Open(folder, read.Words[0], "git", stopping);
        if (revision.Fault is not null)
            return CommandLine.Stop(Failed, revision.Fault);
        if (Compiled(revision.Folder, read.Words[0], stopping) is not { } before || Compiled(folder, folder, stopping) is not { } after)
            return Failed;
        var compared = new ComparedEditions(before.Hash, after.Hash, ContentComparison.Between(before, after));
        if (read.Has("people"))
            compared = await concerned.Count(compared, before, after, stopping);
        ComparisonReport.Write(compared, Console.Out, read.Has("json"));
        return compared.Changes.Any(change => change.NeedsALook) ? NeedsALook : Same;
    }

    private static Catalogue? Compiled(string folder, string name, CancellationToken cancellation)
    {
        var result = ContentCompiler.Compile(folder, previous: null, cancellation);
        if (result.Catalogue is null)
        {
            Console.Error.WriteLine($"The content of {name} has errors, and is not compared:");
            ContentCheck.Report(result, Console.Error, json: false);
        }
        return result.Catalogue;
    }
}
