using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>One of the two ways to a certificate, as the catalogue of today asks for it.</summary>
/// <param name="Course">The course it is about.</param>
/// <param name="Quiz">The quiz of it that must be passed.</param>
/// <param name="Lessons">The lessons to complete, in reading order.</param>
internal sealed record CertificationWay(Course Course, string Quiz, IReadOnlyList<Lesson> Lessons)
{
    public static CertificationWay Original(Catalogue catalogue, Certification certification) => Of(catalogue, certification.Course, certification.Quiz, certification.EveryLesson, []);

    public static CertificationWay Renewal(Catalogue catalogue, Certification certification) =>
        Of(catalogue, certification.Renewal.Course, certification.Renewal.Quiz, certification.Renewal.EveryLesson, certification.Renewal.Lessons);

    /// <summary>The certifications that something learned in a course may lead to.</summary>
    public static IEnumerable<Certification> Certifications(Catalogue catalogue, string course) =>
        catalogue.Certifications.Where(certification => certification.Course == course || certification.Renewal.Course == course);

    /// <summary>The lessons still to complete; none where the lessons of the course are waived.</summary>
    public IEnumerable<Lesson> Missing(IReadOnlySet<(string Course, string Lesson)> done, IReadOnlySet<string> waived) =>
        waived.Contains(Course.Id) ? [] : Lessons.Where(lesson => !done.Contains((Course.Id, lesson.Id)));

    public WayWalked Walked(PassRow? pass, IReadOnlySet<(string Course, string Lesson)> done, IReadOnlySet<string> waived) =>
        new(pass is null ? null : new QuizPass(pass.Attempt, pass.At, pass.Day), Missing(done, waived).Count());

    private static CertificationWay Of(Catalogue catalogue, string course, string quiz, bool everyLesson, IReadOnlyList<string> some)
    {
        var taught = catalogue.FindCourse(course)!; // a certification without its course does not compile
        return new(taught, quiz, everyLesson ? taught.Lessons : [.. taught.Lessons.Where(lesson => some.Contains(lesson.Id))]);
    }
}
