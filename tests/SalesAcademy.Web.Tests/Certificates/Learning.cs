using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Tests.Certificates;

/// <summary>What other rooms tell the room of certificates, and what it then holds.</summary>
internal static class Learning
{
    public const string Course = "discovery";

    public static Library Library(this AcademyApp app) => app.Services.GetRequiredService<Library>();

    public static async Task ReadEveryLesson(this AcademyApp app, Guid person, string course = Course)
    {
        foreach (var lesson in app.Library().Now.FindCourse(course)!.Lessons)
            await app.Happen(new LessonCompleted(person, course, lesson.Id, app.Library().Now.Hash));
    }

    public static Task Pass(this AcademyApp app, Guid person, bool passed = true, string course = Course, AttemptKind kind = AttemptKind.Certification) => app.Happen(
        new AttemptGraded(person, Guid.CreateVersion7(), course, "certification", kind, passed ? 0.9 : 0.4, passed, [], app.Library().Now.Hash));

    /// <summary>Somebody with a certificate, and that certificate.</summary>
    public static async Task<CertificateRow> Certify(this AcademyApp app, Guid person)
    {
        await app.ReadEveryLesson(person);
        await app.Pass(person);
        return (await app.Certificates(person))[^1];
    }

    public static async Task Happen(this AcademyApp app, IEvent happened)
    {
        var decision = await app.Ledger.Run<Done>(app.Clock.Act(happened.Subject), entry =>
        {
            entry.Record(happened);
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        Assert.IsType<Accepted<Done>>(decision);
    }

    public static async Task<IReadOnlyList<CertificateRow>> Certificates(this AcademyApp app, Guid? person = null)
    {
        await using var db = app.Read();
        return await db.Set<CertificateRow>().Where(c => person == null || c.Person == person).OrderBy(c => c.Serial).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task Rename(this AcademyApp app, Guid person, string name)
    {
        await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
        {
            (await entry.Db.FindAsync<PersonRow>(person))!.Name = name;
            return Done.Value;
        }, TestContext.Current.CancellationToken);
        app.Services.GetRequiredService<Staff>().Forget(person);
    }

    public static async Task<IReadOnlyList<T>> Told<T>(this AcademyApp app)
        where T : IEvent =>
        [.. (await app.Events()).Where(e => e.Type == Web.Shared.Ledger.EventTrunk.NameOf(typeof(T))).Select(e => (T)Web.Shared.Ledger.EventTrunk.Read(e))];
}
