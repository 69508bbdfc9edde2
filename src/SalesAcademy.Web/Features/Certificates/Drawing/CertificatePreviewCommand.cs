using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Draws how the certificates of a certification will look, in every language and on both papers. Each says of itself that it is a specimen, and none can be verified.</summary>
internal sealed class CertificatePreviewCommand(Library library, ICertificateDrawing drawing, AcademyOptions options, Clock clock) : ICommand
{
    public string Name => "certificate preview";

    public string Usage => "CERTIFICATION FOLDER [--design DESIGN] [--name NAME] [--latin-name NAME] - draw specimens of a certificate, in each language on A4 and Letter; with the names given, to see how long ones are set";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, ["design", "name", "latin-name"], []);
        if ((read.Fault ?? (read.Words.Count == 2 ? null : "Name a certification and a folder.")) is { } fault)
            return CommandLine.Stop(2, $"{fault} {Name} {Usage}");
        library.Load();
        if (library.Now.FindCertification(read.Words[0]) is not { } certification)
            return CommandLine.Stop(2, $"There is no certification {read.Words[0]}.");
        var design = read.Value("design") ?? certification.Design;
        if (library.Now.FindDesign(design) is null)
            return CommandLine.Stop(2, $"There is no design {design}; there are {string.Join(", ", library.Now.Designs.Select(one => one.Id))}.");
        return await Draw(certification with { Design = design }, read.Words[1], new Bilingual(read.Value("latin-name") ?? "Specimen", read.Value("name") ?? "样本"));
    }

    /// <summary>Writes the files; gives the exit code.</summary>
    internal async Task<int> Draw(Certification certification, string folder, Bilingual holder)
    {
        Directory.CreateDirectory(folder);
        foreach (var language in Enum.GetValues<CertificateLanguage>())
            foreach (var (paper, sheet) in ((string, Sheet)[])[("a4", Sheet.A4), ("letter", Sheet.Letter)])
            {
                var path = Path.Combine(folder, $"{certification.Id}-{language.ToString().ToLowerInvariant()}-{paper}.pdf");
                try
                {
                    var text = CertificateWriting.Specimen(certification, library.Now, options, holder, clock.Today) with { Language = language, Paper = sheet };
                    await File.WriteAllBytesAsync(path, drawing.Draw(text));
                }
                catch (CertificateCannotBeDrawn cannot)
                {
                    return CommandLine.Stop(1, $"{path}: {cannot.Message}");
                }

                Console.WriteLine(path);
            }

        return 0;
    }
}
