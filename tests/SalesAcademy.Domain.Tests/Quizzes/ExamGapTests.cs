using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class ExamGapTests
{
    [Fact]
    public void Only_people_who_answered_on_both_sides_are_counted()
    {
        var (both, examOnly, drillOnly) = (Person(1), Person(2), Person(3));

        var gap = ExamGap.Of("discovery", Side((both, 10, 4), (examOnly, 10, 10)), Side((both, 20, 16), (drillOnly, 20, 0)));

        Assert.Equal((1, 10, 20), (gap.People, gap.Exam.Answers, gap.Drill.Answers));
        Assert.Equal((0.4, 0.8), (gap.Exam.Facility, gap.Drill.Facility));
    }

    [Theory, InlineData(29, 60), InlineData(60, 29)]
    public void Below_thirty_answers_on_either_side_nothing_is_compared(int exam, int drill)
    {
        var gap = ExamGap.Of("discovery", Side((Person(1), exam, 0)), Side((Person(1), drill, drill)));

        Assert.Null(gap.Difference);
        Assert.Equal(GapReading.TooFew, gap.Reading);
    }

    [Theory]
    [InlineData(9, 27, GapReading.ExamLower)]
    [InlineData(27, 9, GapReading.ExamHigher)]
    [InlineData(20, 21, GapReading.Same)]
    [InlineData(30, 30, GapReading.Same)]
    public void From_thirty_on_a_difference_beyond_chance_is_told_from_one_within_it(int exam, int drill, GapReading says)
    {
        var gap = ExamGap.Of("discovery", Side((Person(1), 30, exam)), Side((Person(1), 30, drill)));

        Assert.Equal((exam - drill) / 30.0, gap.Difference!.Value, 9);
        Assert.Equal(says, gap.Reading);
    }

    [Fact]
    public void Nobody_in_common_is_no_division_by_nothing() =>
        Assert.Equal((0, 0.0, GapReading.TooFew), ExamGap.Of("discovery", Side((Person(1), 40, 1)), Side()) is var gap ? (gap.People, gap.Exam.Facility, gap.Reading) : default);

    private static Guid Person(byte number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static Dictionary<Guid, (int Answers, double Right)> Side(params (Guid Person, int Answers, double Right)[] people) =>
        people.ToDictionary(p => p.Person, p => (p.Answers, p.Right));
}
