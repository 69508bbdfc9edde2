using Markdig.Syntax;
using SalesAcademy.Content.Courses;
using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Questions;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Exchange;

/// <summary>Reads back what is about to be written: a question is taken only when the compiler finds in it what was meant.</summary>
internal static class WrittenQuestion
{
    public static void Check(string markdown, QuestionDraft draft, string locale, Findings findings)
    {
        var problems = new Problems("");
        var read = Read(markdown, locale, problems);
        foreach (var problem in problems.Found.Where(problem => problem.Severity == ProblemSeverity.Error))
            findings.Refuse($"{char.ToLowerInvariant(problem.Message[0])}{problem.Message[1..]}");
        if (!problems.HasErrors && (read is null || !Says(read, draft.Answer)))
            findings.Refuse("it cannot be written so that it would be read back as it stands");
    }

    public static QuizQuestion? Read(string markdown, string locale, Problems problems, IReadOnlyDictionary<string, CourseAsset>? assets = null)
    {
        if (markdown.Length > ContentFolder.TextLimit)
        {
            problems.Error(1, "file-too-large.question");
            return null;
        }
        var (text, blanks) = BlankMarks.Cut(markdown.ReplaceLineEndings("\n"), 1, problems);
        if (SafeMarkdown.Parse(text, quiz: true, 1, problems) is not [HeadingBlock { Level: 2 } heading, ..] document)
            return null;
        var context = new MarkupContext("course", locale, 1, assets ?? new Dictionary<string, CourseAsset>(StringComparer.Ordinal), problems) { Source = text, Blanks = blanks };
        return QuestionReader.Read(context, heading, [.. document.Skip(1)]);
    }

    private static bool Says(QuizQuestion read, DraftAnswer answer) => (read.Key, answer) switch
    {
        (ChoiceKey key, DraftChoice choice) => key.Several == choice.Several && key.Right.SequenceEqual(choice.Options.Select(option => option.IsRight)),
        (BlanksKey { Blanks: [var blank] }, DraftAccepted accepted) => blank.Select(one => one.Answer).SequenceEqual(accepted.Accepted.Select(words => Accepted.Of(words).Answer), StringComparer.Ordinal),
        (PairsKey key, DraftPairs pairs) => pairs.Rows.Where(row => row.Left.Count > 0).Select(row => RunHtml.Of(row.Right)).SequenceEqual(key.Partners.Select(side => read.Face.Options[side]), StringComparer.Ordinal),
        _ => false,
    };
}
