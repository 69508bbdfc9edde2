using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class RegradingTests
{
    private static readonly Guid Lin = Guid.CreateVersion7();
    private static readonly Guid Sun = Guid.CreateVersion7();

    [Fact]
    public void A_moved_cross_is_a_correction_and_the_same_answer_is_graded_by_it()
    {
        var correction = Corrected(Choice(0, 3), Choice(2, 3), ["a", "b", "c"], ["a", "b", "c"]);

        Assert.False(correction.IsNone);
        Assert.Equal(0, correction.Score(new Chosen([0])));
        Assert.Equal(1, correction.Score(new Chosen([2])));
    }

    [Fact]
    public void Options_that_changed_places_are_found_where_they_went()
    {
        var same = Corrected(Choice(0, 3), Choice(1, 3), ["a", "b", "c"], ["c", "a", "b"]);

        Assert.True(same.IsNone);
        Assert.Equal([0, 2], ((Chosen)same.Carry(new Chosen([1, 2]))).Options);
    }

    [Fact]
    public void An_order_that_was_corrected_grades_the_order_that_was_given()
    {
        var correction = Corrected(new OrderKey(3), new OrderKey(3), ["a", "b", "c"], ["b", "a", "c"]);

        Assert.False(correction.IsNone);
        Assert.Equal(1, correction.Score(new Arranged([1, 0, 2]))); // b, a, c
        Assert.Equal(0, correction.Score(new Arranged([0, 1, 2])));
    }

    [Fact]
    public void A_pair_that_was_corrected_grades_the_side_that_was_taken()
    {
        var correction = Corrected(new PairsKey([0, 1], 2), new PairsKey([0, 1], 2), ["x", "y"], ["y", "x"]);

        Assert.False(correction.IsNone);
        Assert.Equal(1, correction.Score(new Arranged([1, 0])));
        Assert.Equal(0.5, correction.Score(new Arranged([1, null])));
    }

    [Fact]
    public void What_a_blank_accepts_may_grow_and_another_spelling_of_the_same_is_no_correction()
    {
        var (then, grown, same) = (Blank("24 hours"), Blank("24 hours", "one day"), Blank("24 h"));

        Assert.Equal(1, Corrected(then, grown, [], []).Score(new Written(["One day"])));
        Assert.False(Corrected(then, grown, [], []).IsNone);
        Assert.True(Corrected(then, same, [], []).IsNone);
    }

    [Fact]
    public void Answers_to_something_else_are_refused_with_what_it_is()
    {
        QuestionText[] faces = [Face("q", [], "a", "b"), Face("p", [], "a", "b"), Face("q", ["row"], "a", "b"), Face("q", [], "a", "c"), Face("q", [], "a", "b", "c"), Face("q", [], "a", "a")];

        Assert.Equal("regrade-other-question", Refused(faces[0], faces[1]));
        Assert.Equal("regrade-other-rows", Refused(faces[0], faces[2]));
        Assert.Equal("regrade-other-options", Refused(faces[0], faces[3]));
        Assert.Equal("regrade-other-options", Refused(faces[0], faces[4]));
        Assert.Equal("regrade-other-options", Refused(faces[5], faces[0]));
        Assert.Equal("regrade-other-way", Key(KeyCorrection.Of([(faces[0], faces[0])], Choice(0, 2), new ChoiceKey(true, [true, true]))));
        Assert.Equal("regrade-other-blanks", Key(KeyCorrection.Of([(faces[0], faces[0])], Blank("a"), new BlanksKey([[Accepted.Of("a")], [Accepted.Of("b")]]))));
        Assert.Equal("regrade-other-language", Key(KeyCorrection.Of([], Choice(0, 2), Choice(1, 2))));
        var crossed = KeyCorrection.Of([(Face("q", [], "a", "b"), Face("q", [], "b", "a")), (Face("题", [], "甲", "乙"), Face("题", [], "甲", "乙"))], Choice(0, 2), Choice(1, 2));
        Assert.Equal("regrade-other-options", Key(crossed));

        static string Refused(QuestionText then, QuestionText now) => Key(KeyCorrection.Of([(then, now)], Choice(0, 2), Choice(1, 2)));
    }

    [Theory]
    [InlineData(0.0, 1.0, null, false, 1.0)]
    [InlineData(1.0, 0.0, null, false, 1.0)]
    [InlineData(1.0, 0.0, null, true, 0.0)]
    [InlineData(0.8, 0.0, 0.6, true, 0.6)]
    [InlineData(0.6, 1.0, 0.6, true, 1.0)]
    public void A_mark_falls_only_where_it_may_and_never_below_what_was_granted(double before, double graded, double? granted, bool mayFall, double after) =>
        Assert.Equal(after, Regrading.Mark(before, graded, granted, mayFall));

    [Fact]
    public void It_is_applied_with_a_reason_as_it_was_seen_by_somebody_whom_it_does_not_touch()
    {
        Assert.IsType<Accepted<Done>>(Regrading.Apply([Lin], Sun, isAsSeen: true, "wrong key"));
        Assert.Equal("regrade-without-reason", Key(Regrading.Apply([Lin], Sun, isAsSeen: true, " ")));
        Assert.Equal("regrade-without-reason", Key(Regrading.Apply([Lin], Sun, isAsSeen: true, new string('x', Regrading.LongestReason + 1))));
        Assert.Equal("regrade-changed", Key(Regrading.Apply([Lin], Sun, isAsSeen: false, "wrong key")));
        Assert.Equal("regrade-nothing", Key(Regrading.Apply([], Sun, isAsSeen: true, "wrong key")));
        Assert.Equal("regrade-own", Key(Regrading.Apply([Lin, Sun], Sun, isAsSeen: true, "wrong key")));
    }

    private static KeyCorrection Corrected(AnswerKey then, AnswerKey now, string[] before, string[] after) =>
        Assert.IsType<Accepted<KeyCorrection>>(KeyCorrection.Of([(Face("q", [], before), Face("q", [], after))], then, now)).Value;

    private static QuestionText Face(string asked, string[] rows, params string[] options) => new(asked, rows, options);

    private static ChoiceKey Choice(int right, int options) => new(false, [.. Enumerable.Range(0, options).Select(option => option == right)]);

    private static BlanksKey Blank(params string[] accepted) => new([[.. accepted.Select(Accepted.Of)]]);

    private static string Key<T>(Decision<T> decision) => Assert.IsType<Refused<T>>(decision).Reason.Key;
}
