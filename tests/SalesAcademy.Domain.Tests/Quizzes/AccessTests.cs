using SalesAcademy.Domain.Quizzes;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class AccessTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void The_wall_of_the_organisation_tells_the_time()
    {
        var window = new AccessWindow(new DateTime(2026, 12, 1, 9, 0, 0), new DateTime(2027, 1, 1));

        Assert.Equal(new DateTime(2026, 12, 1, 1, 0, 0, DateTimeKind.Utc), window.OpensIn(Shanghai));
        Assert.Equal(new DateTime(2026, 12, 31, 16, 0, 0, DateTimeKind.Utc), window.ClosesIn(Shanghai));
        Assert.Equal(DateTimeKind.Utc, window.ClosesIn(Shanghai)!.Value.Kind);
        Assert.Equal((null, null), (AccessWindow.Always.OpensIn(Shanghai), AccessWindow.Always.ClosesIn(Shanghai)));
    }

    [Fact]
    public void A_minute_that_the_clock_leaves_out_is_the_next_and_of_one_struck_twice_the_later_counts()
    {
        // Berlin leaps from 02:00 to 03:00 on 28 March 2027 and strikes 02:00 to 03:00 twice on 25 October 2026.
        Assert.Equal(new DateTime(2027, 3, 28, 1, 0, 0, DateTimeKind.Utc), new AccessWindow(new DateTime(2027, 3, 28, 2, 30, 0), null).OpensIn(Berlin));
        Assert.Equal(new DateTime(2026, 10, 25, 1, 30, 0, DateTimeKind.Utc), new AccessWindow(null, new DateTime(2026, 10, 25, 2, 30, 0)).ClosesIn(Berlin));
    }

    [Theory]
    [InlineData("Kx-7319", true)]
    [InlineData("  Kx-7319\t", true)]
    [InlineData("Ｋｘ－７３１９", true)]
    [InlineData("\u3000Kx-7319\u3000", true)]
    [InlineData("kx-7319", false)]
    [InlineData("Kx- 7319", false)]
    [InlineData("Kx-731", false)]
    [InlineData("Kx-73190", false)]
    [InlineData("0", false)]
    [InlineData("true", false)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData(null, false)]
    [InlineData("Kx-7319\ud800", false)]
    [InlineData("Kx-7319\uFFFE", false)]
    public void A_code_fits_exactly_or_not_at_all(string? given, bool fits) => Assert.Equal(fits, AccessCode.Fits(given, "Kx-7319"));

    [Fact]
    public void A_text_too_long_to_be_a_code_is_none() => Assert.False(AccessCode.Fits("Kx-7319" + new string(' ', 160), "Kx-7319"));
}
