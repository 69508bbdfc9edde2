using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Browser.Tests;

/// <summary>What happened in an academy before an errand begins, by the same commands as the pages use.</summary>
internal static class Past
{
    public const string Password = "a-long-enough-password";

    /// <summary>Somebody has joined who is not of the demo; their address and <see cref="Password"/> let them in.</summary>
    public static async Task<PersonRow> Join(this Academy academy, string name, Role role, string language, string? team = null, string? profile = null)
    {
        var id = Guid.CreateVersion7();
        var person = new PersonRow
        {
            Id = id,
            Name = name,
            Email = $"{id:N}@lanteng.example",
            TeamId = team is null ? null : DemoOrganisation.IdOf(team),
            Profile = profile,
            HiredOn = academy.The<Clock>().Today,
            Language = language,
            ContentLanguage = language,
            Zone = "Europe/London",
        };
        Assert.IsType<Accepted<Guid>>(await academy.The<JoinPerson>().Run(academy.The<Clock>().Act(), person, role, Password));
        return person;
    }

    /// <summary>Somebody has finished every course, as the path asks before the first certification, and passed one certification quiz so many days ago; the attempt.</summary>
    public static async Task<Guid> Pass(this Academy academy, Guid person, string course, int daysAgo, Func<QuestionFamily, bool>? knows = null)
    {
        var clock = academy.The<Clock>();
        var act = clock.ActAt(clock.Ago(daysAgo, 10), person);
        foreach (var lesson in academy.The<Library>().Now.Courses.SelectMany(taught => taught.Lessons))
        {
            await academy.The<ReadingProgress>().ReadToEnd(act, lesson);
            await academy.The<QuizBook>().Sit(act, lesson.Course, lesson.Check, _ => true);
        }

        var sat = await academy.The<QuizBook>().Sit(act, course, "certification", knows ?? (_ => true));
        if (sat is Refused<Guid> refused)
            Assert.Fail($"The certification quiz of {course} was refused: {refused.Reason.Key}");
        return Assert.IsType<Accepted<Guid>>(sat).Value;
    }

    public static async Task<IReadOnlyList<CertificateRow>> CertificatesOf(this Academy academy, Guid person)
    {
        await using var db = academy.Read();
        return await db.Set<CertificateRow>().Where(c => c.Person == person).OrderBy(c => c.Serial).ToListAsync();
    }
}
