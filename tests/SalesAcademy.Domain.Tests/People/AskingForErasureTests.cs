using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.People;

public sealed class AskingForErasureTests
{
    [Theory]
    [InlineData(false, true, false, false, null)]
    [InlineData(true, true, false, false, "erases-oneself")]
    [InlineData(false, false, false, false, "erase-after-leaving")]
    [InlineData(false, true, true, false, "erased")]
    [InlineData(false, true, false, true, "erasure-waits")]
    public void It_is_for_those_who_left_once_and_not_for_oneself(bool isOneself, bool hasLeft, bool isErased, bool waits, string? refusal) =>
        Assert.Equal(refusal, (Erasing.Decide(isOneself, hasLeft, isErased, waits) as Refused<Done>)?.Reason.Key);

    [Fact]
    public void The_pseudonym_is_the_same_each_time_and_names_nobody()
    {
        var person = Guid.Parse("019aad00-1111-7222-8333-4444aabb1c2d");

        Assert.Equal("P-AABB1C2D", Erasing.Pseudonym(person));
        Assert.Equal("019aad00111172228333" + "4444aabb1c2d@erased.invalid", Erasing.Address(person));
    }
}
