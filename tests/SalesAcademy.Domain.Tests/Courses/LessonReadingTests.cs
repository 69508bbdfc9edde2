using CsCheck;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Courses;

public sealed class LessonReadingTests
{
    private static readonly Passages Text = new(["a", "b", "c", "d"], ["甲", "乙", "丙"]);

    [Fact]
    public void The_last_passage_alone_is_the_end()
    {
        Assert.Equal([25, 50, 75, 100], new[] { "a", "b", "c", "d" }.Select(passage => Text.PercentAt(passage)!.Value));
        Assert.False(Read("c").EndRead);
        Assert.True(Read("d").EndRead);
    }

    [Fact]
    public void Half_a_lesson_in_one_language_counts_in_the_other()
    {
        var reading = Read("b", "丙");

        Assert.Equal((100, true), (reading.PercentIn(Text), reading.EndRead));
        Assert.Equal(66, Read("乙", "b").PercentIn(Text));
    }

    [Fact]
    public void A_passage_the_lesson_does_not_have_is_refused()
    {
        var refused = Assert.IsType<Refused<LessonReading>>(LessonReading.None.Reach(Text, "z"));

        Assert.Equal("passage-unknown", refused.Reason.Key);
    }

    [Fact]
    public void Whatever_order_tabs_and_devices_report_in_reading_only_grows_and_ends_the_same()
    {
        string[] passages = ["a", "b", "c", "d", "甲", "乙", "丙"];

        Gen.Int[0, passages.Length - 1].Select(place => passages[place]).Array[1, 20].Sample(reports =>
        {
            var reading = LessonReading.None;
            foreach (var passage in reports)
            {
                var before = reading.PercentIn(Text);
                reading = Accept(reading.Reach(Text, passage));
                Assert.InRange(reading.PercentIn(Text), before, 100);
            }

            Assert.Equal(reports.Max(passage => Text.PercentAt(passage)), reading.PercentIn(Text));
        });
    }

    [Fact]
    public void An_edit_is_measured_at_the_passages_that_still_exist()
    {
        var half = Read("b");

        Assert.Equal(40, half.PercentIn(new(["a", "b", "new", "c", "d"])));
        Assert.Equal(50, half.PercentIn(new(["a", "c", "d"]))); // b is gone: as it was measured then
        Assert.Equal(99, half.PercentIn(new(["b"]))); // the end was never seen
    }

    [Fact]
    public void An_edit_takes_neither_the_end_nor_the_completion_back()
    {
        var longer = new Passages(["a", "b", "c", "d", "e", "f"]);

        Assert.Equal(100, Read("d").PercentIn(longer));
        Assert.Equal(100, (Read("b") with { Completed = true }).PercentIn(longer));
        Assert.True(Accept(Read("d").Reach(longer, "a")).EndRead);
    }

    [Fact]
    public void Only_the_end_and_the_check_together_earn_a_lesson()
    {
        Assert.False(Read("d").IsEarned);
        Assert.False((Read("c") with { CheckPassed = true }).IsEarned);
        Assert.True((Read("d") with { CheckPassed = true }).IsEarned);
    }

    private static LessonReading Read(params string[] passages) => passages.Aggregate(LessonReading.None, (reading, passage) => Accept(reading.Reach(Text, passage)));

    private static LessonReading Accept(Decision<LessonReading> decision) => Assert.IsType<Accepted<LessonReading>>(decision).Value;
}
