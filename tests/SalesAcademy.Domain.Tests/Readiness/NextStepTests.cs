using CsCheck;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Readiness.Someone;

namespace SalesAcademy.Domain.Tests.Readiness;

public sealed class NextStepTests
{
    private static readonly string[] Both = ["discovery", "process"];

    [Fact]
    public void One_observation_by_the_manager_opens_the_next_tier()
    {
        // Everything right, one mentor has looked; only a second rater is missing for tier B.
        var record = Record(AllRight(0), Look(Mentor, 4, 10).Concat(Look(Mentor, 4, 20)));
        var state = new TierState(Tier.C, 0);

        var next = NextStep.Of(Policy, Sdr, record, state,
            [new Hypothesis.RightAnswer("process-00"), new Hypothesis.Observed(Coach, Both, 4)], Today);

        Assert.Equal(Tier.B, next.NextTier);
        Assert.Equal([new Gate.Raters("discovery", 1, 2), new Gate.Raters("process", 1, 2)], next.Missing);
        Assert.Equal(new Hypothesis.Observed(Coach, Both, 4).Id, next.Best!.Hypothesis.Id);
        Assert.Equal(Tier.Enterprise, next.Best.Opens);
        Assert.Empty(next.Best.Missing);
    }

    [Fact]
    public void A_missing_certificate_is_named_first_and_is_the_next_step()
    {
        var record = Record(AllRight(0), standing: Certified with { Certifications = new HashSet<string>() });

        var next = NextStep.Of(Policy, Sdr, record, default,
            [new Hypothesis.Observed(Coach, Both, 4), new Hypothesis.Certified("sales-process", [])], Today);

        Assert.Equal([new Gate.Certification("sales-process")], next.Missing);
        Assert.Equal((Tier.C, "certification:sales-process"), (next.Best!.Opens, next.Best.Hypothesis.Id));
    }

    [Fact]
    public void A_newcomer_is_told_all_that_is_missing()
    {
        var next = NextStep.Of(
            Policy, Sdr, Record(standing: new Standing(new HashSet<string>(), new HashSet<string>())), default, [], Today);

        Assert.Equal(
            [
                new Gate.Certification("sales-process"), new Gate.Course("welcome"),
                new Gate.Families("discovery", 0, 10), new Gate.Families("process", 0, 10),
                new Gate.Critical("process", 0, 0.50 - 0.15), new Gate.Score(0, 0.50),
            ],
            next.Missing);
        Assert.Null(next.Best);
    }

    [Fact]
    public void A_course_done_and_a_lesson_check_tell_their_effect_together_with_the_gates()
    {
        var record = Record(standing: Certified with { Courses = new HashSet<string>() });
        string[] check = ["process-00", "process-01", "process-02"];

        var next = NextStep.Of(Policy, Sdr, record, default,
            [new Hypothesis.LessonCheck("stages", check), new Hypothesis.CourseDone("welcome", check)], Today);

        Assert.Equal(["course:welcome", "lesson:stages"], next.Effects.Select(e => e.Hypothesis.Id));
        // 0.6 * 0.8 * K with K = 1: three right answers of three, fresh.
        Assert.All(next.Effects, effect => Assert.Equal(0.48, effect.Readiness, 12));
    }

    [Fact]
    public void At_the_top_nothing_is_missing() =>
        Assert.Equal((null, 0), NextStep.Of(Policy, Sdr, Record(), new(Tier.Enterprise, 0), [], Today) is var next
            ? (next.NextTier, next.Missing.Count) : default);

    [Fact]
    public void A_second_answer_on_the_same_day_has_no_effect()
    {
        var record = Record([new Answer("process-00", Today, 1, 0)]);

        var effect = Assert.Single(NextStep.Of(Policy, Sdr, record, default, [new Hypothesis.RightAnswer("process-00")], Today).Effects);

        Assert.Equal((0, 0), (effect.Readiness, effect.Low));
    }

    [Fact]
    public void What_is_foretold_is_what_happens() =>
        Gen.Select(AnyRecord, Gen.Int[0, Families.Count - 1]).Sample((record, index) =>
        {
            var candidate = new Hypothesis.Drill([Families[index].Id]);
            var foretold = NextStep.Of(Policy, Sdr, record, default, [candidate], Today).Effects[0];

            var before = Assessment.Of(Policy, Sdr, record, Today).Score;
            var answered = record with { Answers = [.. record.Answers, new Answer(Families[index].Id, Today, 99, 1)] };
            var after = Assessment.Of(Policy, Sdr, answered, Today).Score;

            Assert.Equal(after.Value - before.Value, foretold.Readiness);
            Assert.Equal(after.Low - before.Low, foretold.Low);
        });
}
