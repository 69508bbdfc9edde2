using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.People;

public sealed class WritingANameTests
{
    [Theory]
    [InlineData("  欧阳娜娜 ", "欧阳娜娜")]
    [InlineData("O'Brien-Łukasiewicz", "O'Brien-Łukasiewicz")]
    [InlineData("Jose\u0301  García", "José García")]
    public void A_name_is_kept_as_written_in_one_normal_form(string written, string kept)
        => Assert.Equal(kept, Assert.IsType<Accepted<string>>(PersonName.Decide(written)).Value);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("12345")]
    [InlineData("Eve\r\nBcc: all@example.com")]
    [InlineData("\u202Eniats")]
    public void Signs_that_cannot_be_seen_and_no_letters_are_refused(string? written)
        => Assert.Equal("name-invalid", Assert.IsType<Refused<string>>(PersonName.Decide(written)).Reason.Key);

    [Fact]
    public void A_Latin_name_is_in_Latin_letters_or_not_given()
    {
        Assert.Equal("Ouyang Nana", Assert.IsType<Accepted<string?>>(PersonName.DecideLatin("Ouyang Nana")).Value);
        Assert.Null(Assert.IsType<Accepted<string?>>(PersonName.DecideLatin(" ")).Value);
        Assert.IsType<Refused<string?>>(PersonName.DecideLatin("欧阳娜娜"));
    }
}
