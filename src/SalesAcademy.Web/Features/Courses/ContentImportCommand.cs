using SalesAcademy.Content.Exchange;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Makes a quiz file of questions written elsewhere: all of it and compiled, or nothing; never over a file that exists.</summary>
internal sealed class ContentImportCommand(AcademyOptions options) : ICommand
{
    public string Name => "content import";

    public string Usage => "gift|aiken FILE --course COURSE --quiz NAME --competency ID [--locale en|zh-Hans] [--pool drill|exam|both] [--category NAME] [--skip-refused] [--dry-run] - make a quiz of a file of questions";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, ["course", "quiz", "competency", "locale", "pool", "category"], ["skip-refused", "dry-run"]);
        if ((read.Fault ?? read.Missing("course", "quiz", "competency") ?? (read.Words.Count == 2 ? null : "A format and one file are needed.")) is { } fault)
            return Misused(fault);
        var (format, file) = (read.Words[0], read.Words[1]);
        if (!File.Exists(file))
            return Misused($"There is no file {file}.");

        var outcome = QuestionImport.Read(options.Content, new(format, file, await Bytes(file), read["course"], read["quiz"], read["competency"])
        {
            Locale = read.Value("locale") ?? "en",
            Pool = read.Value("pool"),
            Category = read.Value("category"),
            SkipRefused = read.Has("skip-refused"),
        });
        foreach (var line in outcome.Report)
            Console.Out.WriteLine(line);
        if (outcome.Text is null)
            return 1;
        if (read.Has("dry-run"))
            Console.Out.WriteLine($"{outcome.Path} would be written");
        else if (await NewFile.Write(Path.Combine(options.Content, outcome.Path), outcome.Text) is { } problem)
            return CommandLine.Stop(1, problem);
        else
            Console.Out.WriteLine($"{outcome.Path} is written");
        return 0;
    }

    private int Misused(string fault) => CommandLine.Stop(2, $"{fault} {Name} {Usage}");

    // One byte more than is read tells that a file is too large, however large it is.
    private static async Task<byte[]> Bytes(string file)
    {
        await using var stream = File.OpenRead(file);
        var bytes = new byte[ExchangeLimits.File + 1];
        return bytes[..await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false)];
    }
}
