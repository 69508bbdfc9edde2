using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Coaching;

public sealed class HoldingASessionTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Guid Coach = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Seller = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Rater = new("00000000-0000-0000-0000-000000000003");

    private static readonly SessionPlan Plan = new()
    {
        Kind = SessionKind.RolePlay,
        Seller = Seller,
        Coach = Coach,
        Raters = [Rater, Rater, Coach],
        Day = Today,
        At = new TimeOnly(10, 0),
        Minutes = 30,
        Rubric = "discovery-call",
    };

    public static TheoryData<string, SessionPlan> Mistakes => new()
    {
        { "time-needed", Plan with { Day = null } },
        { "time-needed", Plan with { At = null } },
        { "day-past", Plan with { Day = Today.AddDays(-1) } },
        { "day-far", Plan with { Day = Today.AddYears(2).AddDays(1) } },
        { "minutes-off", Plan with { Minutes = 4 } },
        { "minutes-off", Plan with { Minutes = 601 } },
        { "call-needed", Plan with { Kind = SessionKind.CallReview } },
        { "call-needed", Plan with { Kind = SessionKind.CallReview, Call = "javascript:alert(1)" } },
        { "span-off", Plan with { Kind = SessionKind.CallReview, Call = "https://calls.example/1", From = 60, Until = 60 } },
        { "span-far", Plan with { Kind = SessionKind.CallReview, Call = "https://calls.example/1", Until = 6 * 3600 + 1 } },
        { "rubric-needed", Plan with { Rubric = null } },
        { "raters-idle", Plan with { Kind = SessionKind.OneToOne, Rubric = null } },
        { "self-rating", Plan with { Raters = [Seller] } },
        { "raters-too-many", Plan with { Raters = [.. Enumerable.Range(10, 6).Select(i => new Guid(i, 0, 0, new byte[8]))] } },
        { "plan-too-long", Plan with { Agenda = new string('x', 4001) } },
    };

    [Fact]
    public void A_plan_names_each_rater_once_and_the_coach_not_at_all() =>
        Assert.Equal([Rater], Assert.IsType<Accepted<SessionPlan>>(SessionPlan.Decide(Plan, Today)).Value.Raters);

    [Theory, MemberData(nameof(Mistakes))]
    public void A_plan_that_cannot_be_held_is_refused(string reason, SessionPlan wish) => Assert.Equal(reason, ReasonOf(SessionPlan.Decide(wish, Today)));

    [Theory]
    [InlineData(SessionState.Planned, true, false, false, true)]
    [InlineData(SessionState.Running, false, true, false, true)]
    [InlineData(SessionState.Ended, false, false, false, false)]
    [InlineData(SessionState.Signed, false, false, true, false)]
    [InlineData(SessionState.Excused, false, false, false, false)]
    [InlineData(SessionState.Cancelled, false, false, false, false)]
    public void Each_state_allows_its_own_steps(SessionState state, bool begins, bool ends, bool reopens, bool isCalledOff)
    {
        Assert.Equal(begins, SessionSteps.Begin(state) is Accepted<SessionState>);
        Assert.Equal(ends, SessionSteps.End(state, Coach, [], leaveOut: false) is Accepted<SessionState>);
        Assert.Equal(reopens, SessionSteps.Reopen(state, wasReopened: false, "why") is Accepted<SessionState>);
        Assert.Equal(isCalledOff, SessionSteps.CallOff(state, excused: true, "why") is Accepted<SessionState>);
    }

    [Theory, InlineData(false, true, true, false, "own-card-missing"), InlineData(true, true, false, false, "cards-unfinished"), InlineData(true, true, false, true, null), InlineData(true, false, false, false, null)]
    public void The_end_waits_for_the_coach_and_for_cards_that_were_begun(bool coachIsIn, bool otherHasLevels, bool otherIsIn, bool leaveOut, string? reason) => Assert.Equal(
        reason, ReasonOf(SessionSteps.End(SessionState.Running, Coach, [new(Coach, HasLevels: true, coachIsIn), new(Rater, otherHasLevels, otherIsIn)], leaveOut)));

    [Theory]
    [InlineData("own", true, false, false, false, true)]
    [InlineData("rater", true, true, false, true, false)]
    [InlineData("rater", true, true, true, false, true)]
    [InlineData("rater", false, true, false, true, false)]
    [InlineData("rater", false, true, true, true, true)]
    [InlineData("seller", true, true, false, false, true)]
    [InlineData("seller", true, false, false, true, false)]
    [InlineData("seller", false, false, false, true, true)]
    [InlineData("seller", false, true, false, false, false)]
    public void Raters_stay_independent_and_the_seller_sees_what_the_rubric_allows(string viewer, bool isRunning, bool isShownLive, bool viewersIsIn, bool ratersIsIn, bool expected) => Assert.Equal(
        expected, SessionSight.Shows(viewer switch { "own" => Rater, "seller" => Seller, _ => Coach }, Rater, Seller, isRunning, isShownLive, viewersIsIn, ratersIsIn));

    [Fact]
    public void Two_different_people_close_a_summary()
    {
        Assert.False(Signed([], Seller));
        Assert.True(Signed([Seller], Coach));
        Assert.Equal("signed-already", ReasonOf(SessionSummary.Sign(SessionState.Ended, 1, 1, [Seller], Seller, agrees: true, null)));
        Assert.Equal("summary-missing", ReasonOf(SessionSummary.Sign(SessionState.Ended, 0, 0, [], Seller, agrees: true, null)));

        static bool Signed(Guid[] signed, Guid signer) => Assert.IsType<Accepted<bool>>(SessionSummary.Sign(SessionState.Ended, 1, 1, signed, signer, agrees: true, null)).Value;
    }

    [Theory, InlineData(ActionItemState.Open, false, "", "reason-needed"), InlineData(ActionItemState.Done, true, null, "item-settled"), InlineData(ActionItemState.Open, true, null, null), InlineData(ActionItemState.Open, false, "Overtaken by events", null)]
    public void An_action_item_is_settled_once_and_given_up_for_a_reason(ActionItemState state, bool isDone, string? words, string? reason) =>
        Assert.Equal(reason, ReasonOf(ActionItem.Settle(state, isDone, words)));

    [Theory]
    [InlineData(SessionKind.RolePlay, 60, null, null, 2400, null)]
    [InlineData(SessionKind.RolePlay, 60, null, null, 2401, "moment-outside")]
    [InlineData(SessionKind.RolePlay, 7200, null, null, 7800, null)]
    [InlineData(SessionKind.RolePlay, 60, null, null, -1, "moment-off")]
    [InlineData(SessionKind.CallReview, 60, 65, 300, 64, "moment-outside")]
    [InlineData(SessionKind.CallReview, 60, 65, 300, 300, null)]
    [InlineData(SessionKind.CallReview, 60, 65, 300, 301, "moment-outside")]
    [InlineData(SessionKind.CallReview, 60, null, null, 21_601, "moment-outside")]
    public void A_moment_lies_in_the_session_or_in_the_part_of_the_call_that_is_reviewed(SessionKind kind, int elapsed, int? from, int? until, int second, string? reason) =>
        Assert.Equal(reason, ReasonOf(SessionComment.Decide("Here", second, MomentSpan.Of(kind, 30, elapsed, from, until))));

    [Theory, InlineData(SessionKind.RolePlay, 200_000, 200_000), InlineData(SessionKind.CallReview, 60, 125), InlineData(SessionKind.CallReview, 900, 300)]
    public void Without_a_moment_it_is_where_the_session_or_the_call_has_come(SessionKind kind, int elapsed, int expected) =>
        Assert.Equal(expected, Assert.IsType<Accepted<SessionComment>>(SessionComment.Decide("Here", null, MomentSpan.Of(kind, 30, elapsed, 65, 300))).Value.Second);

    [Theory, InlineData(-1, "due-off"), InlineData(0, null), InlineData(730, null), InlineData(732, "due-off"), InlineData(2_900_000, "due-off")]
    public void An_action_item_is_due_between_today_and_two_years(int days, string? reason) =>
        Assert.Equal(reason, ReasonOf(ActionItem.Agree(SessionState.Running, "Call back", isOfTheTwo: true, Today.AddDays(days), Today)));

    private static string? ReasonOf<T>(Decision<T> decision) => (decision as Refused<T>)?.Reason.Key;
}
