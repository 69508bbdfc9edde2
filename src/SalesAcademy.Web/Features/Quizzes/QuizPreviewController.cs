using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Every question of a quiz in all its variants as a learner meets it, for its author: no attempt is begun, nothing is drawn, timed or recorded.</summary>
[Route("quizzes/{course}/{quiz}/preview"), Allow(Role.Author | Role.Admin)]
internal sealed class QuizPreviewController(Library library) : AcademyController
{
    [HttpGet]
    public IActionResult Show(string course, string quiz, string? language, string? role)
    {
        var catalogue = library.Now;
        return catalogue.FindCourse(course) is { } taught && taught.FindQuiz(quiz) is { } found
            ? View("QuizPreview", new QuizPreviewPage(taught, found, language ?? Person.ContentLanguage, role, [.. QuizPreviewPage.Questions(catalogue, found)]))
            : NotFound();
    }
}

/// <summary>A quiz with the reader it is looked at for.</summary>
internal sealed record QuizPreviewPage(Course Course, Quiz Quiz, string Language, string? Role, IReadOnlyList<PaperQuestion> Asked)
{
    public string Here => $"/quizzes/{Course.Id}/{Quiz.Id}/preview";

    /// <summary>All variants in file order; what is put in order or matched is shuffled, or the answer would stand there.</summary>
    public static IEnumerable<PaperQuestion> Questions(Catalogue catalogue, Quiz quiz)
    {
        var number = 0;
        foreach (var family in quiz.Families)
            foreach (var variant in family.Variants)
            {
                var places = Enumerable.Range(0, variant.Key.Answer.Options);
                yield return new(++number, family, variant, [.. variant.Key.Answer.HidesOrder ? places.Reverse() : places])
                {
                    Rubric = variant.Key.Answer is Domain.Quizzes.RubricKey { Rubric: var rubric } ? catalogue.FindRubric(rubric) : null,
                };
            }
    }
}
