using CsCheck;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Readiness.Someone;

namespace SalesAcademy.Domain.Tests.Readiness;

public sealed class LeastEffortTests
{
    private static readonly string[] Both = ["discovery", "process"];

    /// <summary>Lessons of both competencies, certifications that come after some of them, looks by two coaches.</summary>
    internal static Gen<Effort[]> AnyEfforts { get; } =
        from minutes in Gen.Int[1, 40].Array[12]
        from after in Gen.Int[0, 3].Array[12]
        from left in Gen.Bool.Array[12]
        select Efforts(minutes, after).Where((_, i) => left[i] || i > 5).ToArray();

    private static Gen<Prospect> AnyProspect { get; } =
        from record in AnyRecord
        from held in Gen.Int[0, 3]
        from tier in Gen.Int[0, 2]
        select Of(record with { Standing = held == 3 ? Certified : new Standing(new HashSet<string>(held > 0 ? ["sales-process"] : []), new HashSet<string>(held > 1 ? ["welcome"] : [])) }, (Tier)tier);

    [Fact]
    public void What_is_foretold_of_several_events_is_what_their_record_measures() =>
        Gen.Select(AnyRecord, AnyEfforts, Gen.Int[0, 4095]).Sample((record, efforts, mask) =>
        {
            Hypothesis[] done = [.. efforts.Where((_, i) => (mask >> i & 1) == 1).Select(effort => effort.Event)];

            var foretold = Of(record, Tier.Shadow).After(done);

            var after = done.Aggregate(record, (sofar, happened) => happened.AddTo(sofar, Today));
            var measured = Assessment.Of(Policy, Sdr, after, Today);
            Assert.Equal(measured.Score.Value, foretold.Assessment.Score.Value);
            Assert.Equal(measured.Score.Low, foretold.Assessment.Score.Low);
            Assert.Equal(measured.Missing.Select(gates => string.Join(',', gates)), foretold.Assessment.Missing.Select(gates => string.Join(',', gates)));
            Assert.Equal(after.Standing.Certifications.Order(StringComparer.Ordinal), foretold.Certifications.Order(StringComparer.Ordinal));
        }, iter: 200);

    [Fact]
    public void Of_up_to_twelve_things_the_cheapest_selection_is_found_and_nothing_in_it_is_idle() =>
        Gen.Select(AnyProspect, AnyEfforts, Gen.Int[1, 3]).Sample((prospect, efforts, wanted) =>
        {
            var goal = (Reached reached) => reached.Has((Tier)wanted);

            var found = LeastEffort.To(prospect, efforts, goal);

            var best = Closed(efforts).Where(Reaches).Select(selection => (int?)selection.Sum(effort => effort.Minutes)).Min();
            Assert.Equal(best, found?.Sum(effort => effort.Minutes));
            if (found is null)
                return;
            Assert.All(found, (effort, at) => Assert.All(effort.After.Where(id => Array.Exists(efforts, other => other.Id == id)), id => Assert.Contains(found.Take(at), earlier => earlier.Id == id)));
            foreach (var idle in found.Where(effort => !found.Any(other => other.After.Contains(effort.Id))).Where(_ => found.Count > 1))
                Assert.False(Reaches([.. found.Where(effort => effort != idle)]), $"{idle.Id} is idle");

            bool Reaches(IReadOnlyList<Effort> selection) => goal(prospect.After([.. selection.Select(effort => effort.Event)]));
        }, iter: 30);

    [Fact]
    public void The_order_in_which_things_are_listed_says_nothing() =>
        Gen.Select(AnyProspect, AnyEfforts).Sample((prospect, efforts) =>
        {
            var (one, other) = (To(efforts), To([.. efforts.Reverse()]));

            Assert.Equal(one?.Select(effort => effort.Id), other?.Select(effort => effort.Id));

            IReadOnlyList<Effort>? To(IReadOnlyList<Effort> listed) => LeastEffort.To(prospect, listed, reached => reached.Has(Tier.C));
        }, iter: 30);

    [Fact]
    public void Many_things_are_searched_by_halves_and_what_is_found_reaches_the_goal()
    {
        Effort[] efforts = [.. Families.Select((family, i) => new Effort(new Hypothesis.RightAnswer(family.Id), 1 + i % 5, [], i)), new Effort(new Hypothesis.Certified("sales-process", []), 20, [])];
        var prospect = Of(Record(standing: new Standing(new HashSet<string>(), new HashSet<string> { "welcome" })), Tier.Shadow);

        var found = LeastEffort.To(prospect, efforts, reached => reached.Has(Tier.C));

        Assert.NotNull(found);
        Assert.True(prospect.After([.. found.Select(effort => effort.Event)]).Has(Tier.C));
        Assert.Contains(found, effort => effort.Id == "certification:sales-process");
        Assert.All(found, effort => Assert.False(prospect.After([.. found.Where(other => other != effort).Select(other => other.Event)]).Has(Tier.C)));
        Assert.Equal(21, found.Count); // ten families of each competency and the certificate
    }

    [Fact]
    public void What_waits_for_itself_is_never_suggested() => Assert.Null(LeastEffort.To(
        Of(Record(AllRight(0), standing: new Standing(new HashSet<string>(), new HashSet<string> { "welcome" })), Tier.Shadow),
        [new Effort(new Hypothesis.Certified("sales-process", []), 5, ["course:welcome"]), new Effort(new Hypothesis.CourseDone("welcome", []), 5, ["certification:sales-process"])],
        reached => reached.Has(Tier.C)));

    [Fact]
    public void A_gate_that_falls_between_two_daily_steps_takes_the_tier_but_fading_waits_for_the_step()
    {
        Assert.Equal(Tier.B, Of(Record(AllRight(200)), Tier.B).After([]).Tier); // faded, within grace
        Assert.Equal(Tier.C, Of(Record(AllRight(0), standing: Certified with { Certifications = new HashSet<string> { "sales-process" } }), Tier.B).After([]).Tier);
    }

    internal static Prospect Of(SellerRecord record, Tier tier) => new(Policy, Sdr, record, new TierState(tier, 0), null, Today);

    internal static Effort[] Efforts(int[] minutes, int[] after)
    {
        Hypothesis[] events =
        [
            .. Enumerable.Range(0, 3).Select(i => new Hypothesis.LessonCheck($"process/{i}", [.. Families.Where(f => f.Competency == "process").Skip(4 * i).Take(4).Select(f => f.Id)])),
            .. Enumerable.Range(0, 3).Select(i => new Hypothesis.LessonCheck($"discovery/{i}", [.. Families.Where(f => f.Competency == "discovery").Skip(4 * i).Take(4).Select(f => f.Id)])),
            new Hypothesis.Certified("sales-process", []), new Hypothesis.Certified("leads", []), new Hypothesis.CourseDone("welcome", []),
            new Hypothesis.Observed(Coach, Both, 3), new Hypothesis.Observed(Mentor, Both, 3), new Hypothesis.Observed(Mentor, ["process"], 4),
        ];
        return [.. events.Select((happened, i) => new Effort(happened, minutes[i], i is 6 or 7 ? [.. events.Take(after[i]).Select(first => first.Id)] : [], i))];
    }

    // Every selection that brings along what it needs.
    private static IEnumerable<Effort[]> Closed(Effort[] efforts)
    {
        var all = efforts.Select(effort => effort.Id).ToHashSet();
        for (var mask = 1; mask < 1 << efforts.Length; mask++)
        {
            Effort[] selection = [.. efforts.Where((_, i) => (mask >> i & 1) == 1)];
            if (selection.All(effort => effort.After.All(id => !all.Contains(id) || Array.Exists(selection, other => other.Id == id))))
                yield return selection;
        }
    }
}
