using System.Data.Common;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Asked at every lesson page.</summary>
internal static class ReadingStatements
{
    /// <summary>Person, course: how far that person is with each of its lessons.</summary>
    public static readonly Statement OfCourse = new("""
        SELECT lesson, furthest, percent, last, last_at, end_read_at, check_score, check_right, check_asked, check_passed_at, completed_at, person, course
        FROM lesson_progress WHERE person = @p0 AND course = @p1
        """);

    public static LessonProgressRow Row(DbDataReader row) => new()
    {
        Lesson = row.GetString(0),
        Furthest = row.Text(1),
        Percent = row.GetInt32(2),
        Last = row.Text(3),
        LastAt = row.MaybeInstant(4),
        EndReadAt = row.MaybeInstant(5),
        CheckScore = row.Maybe<double>(6),
        CheckRight = row.Maybe<int>(7),
        CheckAsked = row.Maybe<int>(8),
        CheckPassedAt = row.MaybeInstant(9),
        CompletedAt = row.MaybeInstant(10),
        Person = row.GetGuid(11),
        Course = row.GetString(12),
    };
}
