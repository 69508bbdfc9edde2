using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>Whom a change of a lesson asks: those who work here and had completed it before.</summary>
internal static class AskedPeople
{
    /// <summary>Those who have completed a lesson, and so would be asked if a change of it were taught now.</summary>
    public static IQueryable<Guid> WhoCompleted(this AcademyDb db, string course, string lesson) =>
        db.Set<LessonProgressRow>().Where(row => row.Course == course && row.Lesson == lesson && row.CompletedAt != null)
            .Join(db.Set<PersonRow>().Where(person => person.SuspendedAt == null), row => row.Person, person => person.Id, (row, person) => person.Id);

    /// <summary>Those whom a change asks or has asked.</summary>
    public static IQueryable<Guid> Asked(this AcademyDb db, LessonChangeRow change)
    {
        var (course, lesson, opened) = (change.Course, change.Lesson, change.OpenedAt);
        return db.Set<LessonProgressRow>().Where(row => row.Course == course && row.Lesson == lesson && row.CompletedAt <= opened)
            .Join(db.Set<PersonRow>().Where(person => person.SuspendedAt == null), row => row.Person, person => person.Id, (row, person) => person.Id);
    }

    /// <summary>Those of them who have not read it.</summary>
    public static IQueryable<Guid> Unread(this AcademyDb db, LessonChangeRow change)
    {
        var id = change.Id;
        return db.Asked(change).Where(person => !db.Set<ChangeReadRow>().Any(read => read.Change == id && read.Person == person));
    }
}
