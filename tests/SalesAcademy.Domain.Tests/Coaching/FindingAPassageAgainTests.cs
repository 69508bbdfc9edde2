using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Domain.Tests.Coaching;

public sealed class FindingAPassageAgainTests
{
    private static readonly Passage Price = new("b-1", "Ask what a year of waiting costs, and let them do the sum aloud. Ask once more.");

    [Fact]
    public void Words_are_anchored_with_what_stands_around_them()
    {
        var anchor = Anchor.At(Price, "let them do the sum", 0)!;

        Assert.Equal("let them do the sum", anchor.Quote);
        Assert.EndsWith("costs, and ", anchor.Prefix, StringComparison.Ordinal);
        Assert.StartsWith(" aloud.", anchor.Suffix, StringComparison.Ordinal);
        Assert.True(anchor.Prefix.Length <= 32 && anchor.Suffix.Length <= 32);
    }

    [Fact]
    public void Of_words_that_stand_twice_the_chosen_ones_are_meant()
    {
        var second = Price.Text.LastIndexOf("Ask", StringComparison.Ordinal);

        Assert.Equal(" once more.", Anchor.At(Price, "Ask", second)!.Suffix);
        Assert.Equal("", Anchor.At(Price, "Ask", 0)!.Prefix);
    }

    [Theory, InlineData("not there", 0), InlineData("", 0), InlineData("Ask", int.MaxValue, true), InlineData("Ask", -5, true)]
    public void Words_a_passage_does_not_hold_anchor_nowhere(string quote, int offset, bool found = false)
    {
        Assert.Equal(found, Anchor.At(Price, quote, offset) is not null);
    }

    [Fact]
    public void An_edit_elsewhere_in_the_passage_does_not_lose_the_words()
    {
        var anchor = Anchor.At(Price, "let them do the sum", 0)!;
        var edited = Price with { Id = "b-2", Text = "New start. " + Price.Text };

        Assert.Equal("b-2", anchor.FindIn([new Passage("b-9", "Something else."), edited]));
    }

    [Fact]
    public void Changed_or_ambiguous_words_are_lost_rather_than_put_in_the_wrong_place()
    {
        var anchor = Anchor.At(Price, "let them do the sum", 0)!;

        Assert.Null(anchor.FindIn([new Passage("b-2", "Let them do the sum in writing.")]));
        Assert.Null(anchor.FindIn([Price with { Id = "b-2" }, Price with { Id = "b-3" }]));
        Assert.Equal("b-1", anchor.FindIn([Price with { Id = "b-2" }, Price]));
    }
}
