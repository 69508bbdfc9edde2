using System.Diagnostics;

namespace SalesAcademy.Content.Tests;

public sealed class SpeedTests
{
    [Fact]
    public void Time_grows_with_the_courses_and_three_take_less_than_a_second()
    {
        using var content = new ContentBuilder();
        content.SecondCourse("c1").SecondCourse("c2").Good();
        var three = Fastest(content);
        for (var number = 3; number < 48; number++)
            content.SecondCourse($"c{number}");

        var fortyEight = Fastest(content);

        TestContext.Current.TestOutputHelper?.WriteLine($"3 courses {three.TotalMilliseconds:0} ms, 48 courses {fortyEight.TotalMilliseconds:0} ms");
        Assert.True(three < TimeSpan.FromSeconds(1));
        Assert.True(fortyEight < three * 16 * 3, $"{three} {fortyEight}"); // linear is 16; the rest is for a busy machine
    }

    private static TimeSpan Fastest(ContentBuilder content) => Enumerable.Range(0, 5).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        Assert.NotNull(content.Compile().Catalogue);
        return watch.Elapsed;
    });
}
