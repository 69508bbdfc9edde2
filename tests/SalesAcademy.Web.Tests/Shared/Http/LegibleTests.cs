using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Tests.Shared.Http;

public sealed class LegibleTests
{
    [Theory]
    [InlineData("O'Brien-Łukasiewicz", true)]
    [InlineData("欧阳娜娜（华东）", true)]
    [InlineData("می‌خواهم", true)] // a non-joiner belongs to its spelling
    [InlineData("Kite 👨‍👩‍👧", true)]
    [InlineData("", true)]
    [InlineData(null, true)]
    [InlineData("\u200B", false)]
    [InlineData("\u200D", false)]
    [InlineData("   ", false)]
    [InlineData("a\u202Eb", false)]
    [InlineData("a\r\nSet-Cookie: x=1", false)]
    [InlineData("a\u2028b", false)]
    public void One_line_that_a_person_can_read(string? text, bool isLegible) => Assert.Equal(isLegible, new LegibleAttribute().IsValid(text));
}
