using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Domain.Tests.Courses;

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

        Assert.Equal(new Found(AnchorFate.Moved, "b-2"), anchor.FindIn([new Passage("b-9", "Something else."), edited]));
    }

    [Fact]
    public void Changed_or_ambiguous_words_are_lost_rather_than_put_in_the_wrong_place()
    {
        var anchor = Anchor.At(Price, "let them do the sum", 0)!;

        Assert.Equal(Orphan, anchor.FindIn([new Passage("b-2", "Let them do the sum in writing.")]));
        Assert.Equal(Orphan, anchor.FindIn([Price with { Id = "b-2" }, Price with { Id = "b-3" }]));
        Assert.Equal(new Found(AnchorFate.Exact, "b-1"), anchor.FindIn([new Passage("b-2", "Something else."), Price]));
    }

    [Fact]
    public void A_copy_put_before_the_passage_takes_its_id_and_is_not_taken_for_it()
    {
        var anchor = Anchor.At(Price, "let them do the sum", 0, [Price])!;

        Assert.Equal(Orphan, anchor.FindIn([Price, Price with { Id = "b-1-2" }]));
    }

    // Two paragraphs that differ in one word far from the chosen ones (hypothesis/client#7571).
    [Theory, InlineData("b-1"), InlineData("b-2")]
    public void Of_two_near_identical_passages_the_other_is_never_taken_for_the_one_that_went(string chosen)
    {
        const string Same = "Ask what a year of waiting costs, and let them do the sum aloud, since a number they have said themselves is one they believe";
        Passage[] lesson = [new("b-1", $"{Same}, said the buyer."), new("b-2", $"{Same}, said the coach.")];
        var passage = lesson.Single(one => one.Id == chosen);
        var anchor = Anchor.At(passage, "let them do the sum", 0, lesson)!;

        Assert.Equal(new Found(AnchorFate.Exact, chosen), anchor.FindIn(lesson));
        Assert.Equal(Orphan, anchor.FindIn([.. lesson.Where(one => one != passage)]));
        Assert.Equal(new Found(AnchorFate.Moved, "b-3"), anchor.FindIn([.. lesson.Select(one => one == passage ? new Passage("b-3", "First of all: " + one.Text) : one)]));
    }

    [Fact]
    public void Of_two_passages_that_say_the_same_the_one_left_is_not_taken_for_the_other()
    {
        Passage[] lesson = [new("b-1", "Ask once."), new("b-2", "Wait."), new("b-1-2", "Ask once.")];
        var anchor = Anchor.At(lesson[0], "Ask", 0, lesson)!;

        Assert.Equal(new Found(AnchorFate.Exact, "b-1"), anchor.FindIn(lesson));
        Assert.Equal(Orphan, anchor.FindIn([new("b-2", "Wait."), new("b-1", "Ask once.")]));
        Assert.Equal(("", " once."), (anchor.Before, anchor.After));
    }

    private static Found Orphan => new(AnchorFate.Orphan, null);
}
