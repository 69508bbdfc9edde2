using SalesAcademy.Web.Shared.Look;
using Xunit;

namespace SalesAcademy.Web.Tests.Shared.Look;

public class InitialsTests
{
    [Theory]
    [InlineData("林悦", "林")]
    [InlineData("欧阳文", "欧")]
    [InlineData("加布里埃尔·科斯塔", "加")]
    [InlineData("Maya Okafor", "MO")]
    [InlineData("O'Brien-Łukasiewicz", "OŁ")]
    [InlineData("Siobhán O'Brien-Łukasiewicz", "SŁ")]
    [InlineData("élodie van der Meer", "ÉM")]
    [InlineData("Lin Yue 林悦", "LY")]
    [InlineData("Tom Alvarez (East)", "TA")]
    [InlineData("Priya", "P")]
    [InlineData("  ", "")]
    public void A_name_is_shortened_as_its_own_script_would(string name, string initials) =>
        Assert.Equal(initials, Initials.Of(name));
}
