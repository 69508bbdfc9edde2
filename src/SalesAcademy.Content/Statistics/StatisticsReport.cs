using System.Globalization;
using System.Text.Json;

namespace SalesAcademy.Content.Statistics;

/// <summary>Prints what an academy holds, for people or for programs.</summary>
public static class StatisticsReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes tables of courses, competencies and coverage with a line of totals; or, with <paramref name="json"/>, the same as an object.</summary>
    public static void Write(AcademyStatistics statistics, TextWriter writer, bool json)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentNullException.ThrowIfNull(writer);
        if (json)
        {
            writer.WriteLine(JsonSerializer.Serialize(statistics, Json));
            return;
        }
        foreach (var table in (TextTable[])[Courses(statistics), Competencies(statistics), Coverage(statistics)])
        {
            table.Write(writer);
            writer.WriteLine();
        }
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{statistics.Rubrics} rubrics ({statistics.Scorecards} for scorecards), {statistics.Certifications} certifications, {statistics.Paths} paths, {statistics.Terms} terms; edition {statistics.Hash[..12]}"));
    }

    private static TextTable Courses(AcademyStatistics statistics)
    {
        var table = new TextTable("course", "lessons", "en", "zh-Hans", "minutes en", "minutes zh-Hans", "quizzes", "families", "variants");
        foreach (var course in statistics.Courses)
            Row(course.Id, course);
        var all = statistics.Courses;
        Row(all.Count == 1 ? "1 course" : $"{all.Count} courses", new(
            "", all.Sum(course => course.Lessons), all.Sum(course => course.EnglishLessons), all.Sum(course => course.ChineseLessons), all.Sum(course => course.EnglishMinutes),
            all.Sum(course => course.ChineseMinutes), all.Sum(course => course.Quizzes), all.Sum(course => course.Families), all.Sum(course => course.Variants)));
        return table;

        void Row(string name, CourseCount count) =>
            table.Add(name, count.Lessons, count.EnglishLessons, count.ChineseLessons, count.EnglishMinutes, count.ChineseMinutes, count.Quizzes, count.Families, count.Variants);
    }

    private static TextTable Competencies(AcademyStatistics statistics)
    {
        var table = new TextTable("competency", "families", "exam", "drill", "both", "variants", "courses", "scorecards");
        foreach (var count in statistics.Competencies)
            table.Add(count.Id, count.Families, count.Exam, count.Drill, count.Both, count.Variants, count.Courses, count.Scorecards);
        return table;
    }

    // "10 of 10" would read as met when it is not: needed and there stand in columns of their own.
    private static TextTable Coverage(AcademyStatistics statistics)
    {
        var table = new TextTable("role / competency", "families needed", "there", "observations needed", "scorecards there", "enough");
        foreach (var row in statistics.Coverage)
            table.Add(
                $"{row.Role} / {row.Competency}", row.FamiliesNeeded, row.Families, row.ObservationsNeeded, row.Scorecards,
                (row.HasFamilies, row.CanBeObserved) switch { (true, true) => "yes", (false, true) => "no: families", (true, false) => "no: scorecard", _ => "no: both" });
        return table;
    }
}
