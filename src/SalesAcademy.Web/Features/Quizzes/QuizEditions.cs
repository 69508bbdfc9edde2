using System.Collections.Concurrent;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>
/// Quizzes as they were under earlier catalogues, and what became of their questions. An earlier catalogue is compiled anew to be looked at;
/// so what was found is kept, each edition of a quiz once, however many catalogues had it.
/// </summary>
internal sealed class QuizEditions(Library library)
{
    private readonly ConcurrentDictionary<(string Hash, string Course, string Quiz), Quiz?> found = [];
    private readonly ConcurrentDictionary<(string Course, string Quiz, string Edition), Quiz> editions = [];

    /// <summary>The quiz under the catalogue of that hash; null when the catalogue was never served here or had no such quiz.</summary>
    public Quiz? At(string hash, string course, string quiz) => found.GetOrAdd((hash, course, quiz), asked =>
        library.At(asked.Hash)?.FindCourse(asked.Course)?.FindQuiz(asked.Quiz) is { } edition ? editions.GetOrAdd((asked.Course, asked.Quiz, edition.Hash), edition) : null);

    /// <summary>The family as it is published, in the same quiz; null when it is asked there no longer.</summary>
    public QuestionFamily? Published(string course, string quiz, string family) =>
        library.Now.FindCourse(course)?.FindQuiz(quiz)?.Families.FirstOrDefault(f => f.Id == family);

    /// <summary>What became of a question's key. Refused with regrade-gone when it is no longer asked, or as the domain refuses.</summary>
    public static Decision<KeyCorrection> Correction(QuestionVariant then, QuestionFamily? published) =>
        published?.FindVariant(then.Id) is not { } now ? new Refusal("regrade-gone")
        : KeyCorrection.Of([.. Texts(then.Face.English, now.Face.English), .. Texts(then.Face.Chinese, now.Face.Chinese)], then.Key.Answer, now.Key.Answer);

    private static IEnumerable<(QuestionText, QuestionText)> Texts(QuestionFace? then, QuestionFace? now)
    {
        if (then is not null && now is not null)
            yield return (TextOf(then), TextOf(now));
    }

    private static QuestionText TextOf(QuestionFace face) => new(
        $"{face.Title}\n{face.Body}\n{face.Picture}", [.. face.Rows, .. face.Units.Select(unit => unit ?? "")],
        face.Areas.Count == 0 ? face.Options : [.. face.Options.Zip(face.Areas, (option, area) => $"{option} {area}")]);
}
