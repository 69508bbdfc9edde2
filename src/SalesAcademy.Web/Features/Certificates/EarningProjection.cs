using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>
/// Keeps what certificates rest on, and issues what has become due. It hears single lessons instead of whole courses, so that a course which
/// has grown asks for its new lesson too, and so that the page can say which are missing.
/// </summary>
internal sealed class EarningProjection(IssueCertificates certificates) : IProjection<AttemptGraded>, IProjection<AttemptRegraded>, IProjection<LessonCompleted>
{
    public async Task Apply(AttemptGraded happened, Entry entry)
    {
        if (happened is not { Kind: AttemptKind.Certification, Passed: true })
            return;
        await IssueCertificates.Hold(entry, happened.Subject);
        if (await entry.Db.FindAsync<PassRow>(happened.Subject, happened.Course, happened.Quiz) is { } earlier)
            (earlier.Attempt, earlier.At, earlier.Day, earlier.ContentHash) = (happened.Attempt, entry.Act.At, entry.Act.Today, happened.ContentHash);
        else
            entry.Db.Add(new PassRow
            {
                Person = happened.Subject,
                Course = happened.Course,
                Quiz = happened.Quiz,
                Attempt = happened.Attempt,
                At = entry.Act.At,
                Day = entry.Act.Today,
                ContentHash = happened.ContentHash,
            });
        await certificates.ForCourse(entry, happened.Subject, happened.Course);
    }

    /// <summary>
    /// A better mark in an attempt that had passed is no new pass, and neither is one in an attempt before the one that passed. An attempt that
    /// passes no longer earns nothing any more; a certificate issued for it stays until a person revokes it.
    /// </summary>
    public async Task Apply(AttemptRegraded happened, Entry entry)
    {
        await IssueCertificates.Hold(entry, happened.Subject);
        var pass = await entry.Db.FindAsync<PassRow>(happened.Subject, happened.Course, happened.Quiz);
        if (happened.Passed && (pass is null || IsBefore(pass.Attempt, happened.Attempt)))
            await Apply(happened.Result, entry);
        else if (!happened.Passed && pass?.Attempt == happened.Attempt)
            entry.Db.Remove(pass);
    }

    // The id of an attempt is ordered by the instant it began.
    private static bool IsBefore(Guid attempt, Guid other) => attempt.CompareTo(other) < 0;

    public async Task Apply(LessonCompleted happened, Entry entry)
    {
        await IssueCertificates.Hold(entry, happened.Subject);
        if (await entry.Db.FindAsync<LessonDoneRow>(happened.Subject, happened.Course, happened.Lesson) is not null)
            return;
        entry.Db.Add(new LessonDoneRow { Person = happened.Subject, Course = happened.Course, Lesson = happened.Lesson });
        await certificates.ForCourse(entry, happened.Subject, happened.Course);
    }
}
