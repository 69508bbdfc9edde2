using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>An author corrects the key of a choice in the certification of discovery, in both languages, while the academy runs.</summary>
internal static class CorrectedKey
{
    public static QuestionVersion VersionOf(PaperQuestion question) => new("discovery", "certification", question.Family.Id, question.Variant.Id, question.Family.Hash);

    /// <summary>Leaves one right option in each question, so that another can be made the right one; before the academy starts.</summary>
    public static ContentCopy WithOneRightOption(this ContentCopy copy) => copy.Rewrite("courses/discovery", "quiz-certification.md", file =>
    {
        var lines = file.Split('\n');
        var isFound = false;
        for (var i = 0; i < lines.Length; i++)
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
                isFound = false;
            else if (lines[i].StartsWith("- [x]", StringComparison.Ordinal))
                (lines[i], isFound) = (isFound ? $"- [ ]{lines[i][5..]}" : lines[i], true);
        return string.Join('\n', lines);
    });

    /// <summary>Makes that option the right one; its words may become others too.</summary>
    public static void Correct(this ContentCopy copy, AcademyApp app, PaperQuestion question, int right, string rewritten = "")
    {
        copy.Rekey("courses/discovery", "quiz-certification.md", question, right, rewritten);
        app.Services.GetRequiredService<Library>().Load();
    }
}
