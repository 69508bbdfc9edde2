using System.Text.Json;
using SalesAcademy.Content.Statistics;

namespace SalesAcademy.Content.Tests;

public sealed class CountingAnAcademyTests
{
    [Fact]
    public void Lessons_minutes_and_questions_are_counted_course_by_course_and_language_by_language()
    {
        using var content = new ContentBuilder();
        content.SecondCourse().Replace("courses/second/en/01-opening.md", "check: check-opening", "minutes: 7\ncheck: check-opening")
            .Replace("courses/second/zh-Hans/01-opening.md", "#下一步", "").Delete("courses/second/zh-Hans/02-closing.md");

        var courses = AcademyStatistics.Of(content.Compile().Catalogue!).Courses;

        Assert.Equal(["first-call", "second"], courses.Select(course => course.Id));
        Assert.Equal((2, 2, 2), (courses[0].Lessons, courses[0].EnglishLessons, courses[0].ChineseLessons));
        Assert.Equal((2, 2, 1), (courses[1].Lessons, courses[1].EnglishLessons, courses[1].ChineseLessons));
        Assert.Equal(7 + 4, courses[1].EnglishMinutes);
        Assert.True(courses[1].ChineseMinutes < courses[0].ChineseMinutes);
        Assert.All(courses, course => Assert.Equal((3, 8, 9), (course.Quizzes, course.Families, course.Variants)));
    }

    [Fact]
    public void Families_are_counted_by_competency_and_pool_and_held_against_the_rule_of_entry()
    {
        using var content = new ContentBuilder();
        content.Replace("policies/readiness.yml", "families: 2", "families: 5").Replace("policies/readiness.yml", "closing: { weight: 0.4, lambda: 0.7 }", "closing: { weight: 0.4, lambda: 1 }");

        var counted = AcademyStatistics.Of(content.Compile().Catalogue!);

        Assert.Equal([new("opening", 4, 1, 3, 0, 4, 1, 1), new("closing", 4, 1, 3, 0, 5, 1, 1)], counted.Competencies);
        Assert.Equal([new("sdr", "closing", 5, 4, 0, 1), new("sdr", "opening", 5, 4, 2, 1)], counted.Coverage);
        Assert.Equal([(false, true), (false, true)], counted.Coverage.Select(row => (row.HasFamilies, row.CanBeObserved)));
    }

    [Fact]
    public void People_read_tables_and_programs_an_object()
    {
        using var content = new ContentBuilder();
        var counted = AcademyStatistics.Of(content.Good());
        using var people = new StringWriter { NewLine = "\n" };
        using var programs = new StringWriter();

        StatisticsReport.Write(counted, people, json: false);
        StatisticsReport.Write(counted, programs, json: true);

        Assert.Contains("course      lessons  en  zh-Hans  minutes en  minutes zh-Hans  quizzes  families  variants\n", people.ToString(), StringComparison.Ordinal);
        Assert.Contains("\n1 course          2   2        2 ", people.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 rubrics (1 for scorecards), 1 certifications, 1 paths, ", people.ToString(), StringComparison.Ordinal);
        var root = JsonDocument.Parse(programs.ToString()).RootElement;
        Assert.Equal((2, "sdr"), (root.GetProperty("courses")[0].GetProperty("lessons").GetInt32(), root.GetProperty("coverage")[0].GetProperty("role").GetString()));
    }

    [Fact]
    public void The_shipped_academy_has_what_entry_to_every_tier_asks_for()
    {
        var counted = AcademyStatistics.Of(ContentCompiler.Compile(OwnContentTests.Folder, previous: null, TestContext.Current.CancellationToken).Catalogue!);

        Assert.Equal(12, counted.Courses.Count);
        Assert.All(counted.Courses, course => Assert.Equal((course.Lessons, course.Lessons), (course.EnglishLessons, course.ChineseLessons)));
        Assert.All(counted.Coverage, row => Assert.True(row is { HasFamilies: true, CanBeObserved: true }, $"{row}"));
        Assert.Equal(counted.Courses.Sum(course => course.Families), counted.Competencies.Sum(competency => competency.Families));
    }
}
