using CsCheck;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Domain.Tests.Certificates;

public sealed class ReadingACodeTests
{
    private static readonly Gen<string> Codes = Gen.Byte.Array[VerificationCode.Length].Select(chance => VerificationCode.Of(chance));

    [Fact]
    public void A_code_is_seven_groups_of_four() =>
        Codes.Sample(code => System.Text.RegularExpressions.Regex.IsMatch(code, "^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$"));

    [Fact]
    public void However_it_is_typed_it_is_the_same_code() => Codes.Sample(code =>
        VerificationCode.Read(code) == code
        && VerificationCode.Read(code.ToLowerInvariant()) == code
        && VerificationCode.Read($"  {code.Replace('-', ' ')}\n") == code
        && VerificationCode.Read(code.Replace("-", "", StringComparison.Ordinal)) == code
        && VerificationCode.Read(code.Replace('0', 'o').Replace('1', 'l')) == code
        && VerificationCode.Read(string.Concat(code.Select(c => c == '-' ? '－' : (char)(c + 0xFEE0)))) == code);

    [Fact]
    public void Every_character_carries_five_bits() =>
        Assert.Equal(32, Enumerable.Range(0, 256).Select(b => VerificationCode.Of(Enumerable.Repeat((byte)b, VerificationCode.Length).ToArray())).Distinct().Count());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000-0000-0000-0000-0000-0000-000")]
    [InlineData("0000-0000-0000-0000-0000-0000-00000")]
    [InlineData("0000-0000-0000-0000-0000-0000-000U")]
    [InlineData("\"><svg onload=alert(1)>")]
    [InlineData("' OR 1=1 --")]
    public void What_cannot_be_a_code_is_none(string? typed) => Assert.Null(VerificationCode.Read(typed));

    [Fact]
    public void A_very_long_input_is_refused_unread() => Assert.Null(VerificationCode.Read(new string('-', 1_000_000)));
}
