using SalesAcademy.Domain.People;

namespace SalesAcademy.Domain.Tests.People;

public sealed class ChoosingAPasswordTests
{
    [Theory]
    [InlineData("elevenchars", "password-short")]
    [InlineData("Password-1234", "password-common")]
    [InlineData("1Q2W 3E4R 5T6Y", "password-common")]
    [InlineData("abababababab", "password-common")]
    [InlineData("Maria.Chen has a dog", "password-has-email")]
    [InlineData("i am mariachen 88", "password-has-email")]
    public void What_everybody_tries_first_is_refused(string password, string reason)
        => Assert.Equal(reason, PasswordRules.Refuse(password, "maria.chen@example.com")!.Key);

    [Theory]
    [InlineData("correct horse stays")]
    [InlineData("春江潮水连海平，海上明月共潮生")]
    [InlineData("hu prefers long walks")]
    public void A_long_one_of_ones_own_is_taken_whatever_its_signs(string password)
        => Assert.Null(PasswordRules.Refuse(password, "hu@example.com"));

    [Fact]
    public void More_than_128_characters_are_refused()
    {
        Assert.Null(PasswordRules.Refuse(string.Concat(Enumerable.Repeat("abcdefgh", 16)), "hu@example.com"));
        Assert.Equal("password-long", PasswordRules.Refuse(string.Concat(Enumerable.Repeat("abcdefgh", 16)) + "i", "hu@example.com")!.Key);
    }
}
