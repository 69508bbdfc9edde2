using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Content.Tests;

/// <summary>What has become of a passage: the words that differ, and which passage of today it is, if that is clear.</summary>
public sealed class ComparingWordingsTests
{
    private const string Old = "Ask who else signs before you send a price.";

    [Theory]
    [InlineData("Ask who signs.", "Ask who else signs.", " Ask who |+else | signs.")]
    [InlineData("Send it today.", "Send it on Monday.", " Send it |-today|+on Monday| .")]
    [InlineData("先问谁签字，再报价。", "先问谁拍板，再报价。", " 先问谁|-签字|+拍板| ，再报价。")]
    [InlineData("Same.", "Same.", " Same.")]
    [InlineData("", "New 👋", "+New 👋")]
    public void The_words_that_differ_are_told_apart(string before, string after, string told)
    {
        var stretches = Wording.Difference(before, after);

        Assert.Equal(told, string.Join('|', stretches.Select(stretch => (stretch.Kind < 0 ? "-" : stretch.Kind > 0 ? "+" : " ") + stretch.Text)));
        Assert.Equal(before, string.Concat(stretches.Where(stretch => stretch.Kind <= 0).Select(stretch => stretch.Text)));
        Assert.Equal(after, string.Concat(stretches.Where(stretch => stretch.Kind >= 0).Select(stretch => stretch.Text)));
    }

    [Fact]
    public void A_passage_written_anew_is_found_and_never_one_that_stood_beside_it()
    {
        Passage[] before = [new("a", Old), new("b", "Ask who else signs before you send a contract."), new("c", "Listen.")];

        Assert.Equal("d", Successor(new("d", "Ask who else signs, and by when, before you send a price."), before[1], before[2])?.Id);
        Assert.Null(Successor(before[1], before[2])); // its lookalike was there all along
        Assert.Null(Successor(before[1], new Passage("e", "A price without a reason is only a number.")));
        // Split in two about equally: which of them it was is not clear.
        Assert.Null(Successor(new("f", "Ask who else signs before you send."), new("g", "Ask who signs before you send a price."), before[2]));
        Assert.Null(Successor());

        Passage? Successor(params Passage[] now) => Wording.Successor(Old, before, now);
    }
}
