using System.Text.Json;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Vectors.ModelVectors;

namespace SalesAcademy.Domain.Tests.Vectors;

public sealed class ModelVectorsTests
{
    private static readonly ReadinessPolicy Policy = new() { Version = 1, Roles = new Dictionary<string, RoleProfile>() };
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void Memory_follows_every_history()
    {
        foreach (var history in Part("fsrs"))
        {
            Memory? memory = null;
            foreach (var step in history.List("steps"))
            {
                var rating = (Rating)step.Whole("rating");
                memory = memory is null ? Memory.First(rating) : memory.Value.Next(rating, step.Whole("gapDays"));
                Near(step.GetProperty("stability"), memory.Value.Stability, "stability");
                Near(step.GetProperty("difficulty"), memory.Value.Difficulty, "difficulty");
                Assert.Equal(step.Whole("intervalDays"), memory.Value.Interval(0.9));
            }
            if (memory is { } last)
                Near(history.GetProperty("retrievability"), last.Recall(history.Whole("afterDays")), "retrievability");
        }
    }

    [Fact]
    public void Knowledge_follows_every_list_of_families()
    {
        foreach (var expected in Part("knowledge"))
        {
            var actual = Knowledge.Of(
                [.. expected.List("items").Select(i => new FamilyScore(i.Real("s"), i.Real("g"), i.Real("R")))]);

            Assert.Equal(expected.Whole("n"), actual.Families);
            Near(expected.GetProperty("mastery"), actual.Mastery, "mastery");
            Near(expected.GetProperty("freshness"), actual.Freshness, "freshness");
            Near(expected.GetProperty("knowledge"), actual.Value, "knowledge");
            Near(expected.GetProperty("variance"), actual.Variance, "variance");
        }
    }

    [Fact]
    public void Skill_follows_every_list_of_observations()
    {
        foreach (var expected in Part("skill"))
        {
            var observations = expected.List("observations").Select(o =>
                (Observation: new Observation("c", Guid.Empty, o.Whole("level"), Day, 0, o.Whole("levels")), Expected: o)).ToArray();
            Assert.All(observations, o => Near(o.Expected.GetProperty("s"), o.Observation.Score, "s"));

            var actual = Skill.Of(observations.Select(o => (o.Observation.Score, o.Expected.Whole("age"))), Policy);

            Near(expected.GetProperty("weight"), actual.Weight, "weight");
            Near(expected.GetProperty("skill"), actual.Value, "skill");
            Near(expected.GetProperty("variance"), actual.Variance, "variance");
        }
    }

    [Fact]
    public void Readiness_follows_every_mix_of_competencies()
    {
        foreach (var expected in Part("readiness"))
        {
            var competencies = expected.List("competencies").Select((c, i) =>
                new WeightedCompetency($"c{i:00000}", c.Real("w"), c.Real("C"), c.Real("v")));

            var actual = ReadinessScore.Of(competencies, Day);

            Near(expected.GetProperty("R"), actual.Value, "R");
            Near(expected.GetProperty("sd"), actual.Deviation, "sd");
            Near(expected.GetProperty("lo"), actual.Low, "lo");
            Near(expected.GetProperty("hi"), actual.High, "hi");
        }
    }

    [Fact]
    public void Items_follow_every_table_of_attempts()
    {
        foreach (var table in Part("itemAnalysis"))
        {
            var actual = ItemAnalysis.Of([.. table.List("rows").Select(row => row.GetString()!.Select(sign => (double)(sign - '0')).ToArray())]); // rows are texts of 0 and 1

            Assert.Equal(table.List("items").Count(), actual.Items.Count);
            foreach (var (expected, item) in table.List("items").Zip(actual.Items))
            {
                Near(expected.GetProperty("facility"), item.Facility, "facility");
                Near(expected.GetProperty("sd"), item.Deviation, "sd");
                Near(expected.GetProperty("itemRest"), item.ItemRest, "itemRest");
                Near(expected.GetProperty("discEff"), item.Efficiency, "discEff");
                Near(expected.GetProperty("itemTotal"), item.ItemTotal, "itemTotal");
                Near(expected.GetProperty("upperLower"), item.UpperLower, "upperLower");
            }

            Near(table.GetProperty("mean"), actual.Mean, "mean");
            Near(table.GetProperty("sd"), actual.Deviation, "sd of totals");
            Near(table.GetProperty("alpha"), actual.Alpha, "alpha");
            Near(table.GetProperty("sem"), actual.Error, "sem");
        }
    }

    [Fact]
    public void Tiers_follow_every_run_of_days()
    {
        foreach (var run in Part("tiers"))
        {
            var state = new TierState((Tier)run.Whole("start"), 0);
            foreach (var day in run.List("days"))
            {
                var facts = new TierDay(day.Real("R"), day.Real("lo"), Flags(day, "hard"), Flags(day, "entry"));
                (state, var reason) = TierStep.Next(state, facts, RoleProfile.DefaultThresholds);

                Assert.Equal(new TierState((Tier)day.Whole("tier"), day.Whole("below")), state);
                Assert.Equal(day.Text("why"), reason.ToString(), ignoreCase: true);
            }
        }

        static IReadOnlyList<bool> Flags(JsonElement day, string name) => [.. day.List(name).Select(flag => flag.GetBoolean())];
    }

    [Fact]
    public void Assignments_follow_every_script()
    {
        foreach (var script in Part("assign"))
        {
            var table = new AssignmentTable(script.Text("seed"), LargestCap(script));
            foreach (var step in script.List("ops"))
            {
                switch (step.Text("op"))
                {
                    case "join":
                        table.Join(
                            step.Text("id"),
                            step.Whole("weight"),
                            step.TryGetProperty("tier", out var tier) ? (Tier)tier.GetInt32() : null,
                            step.TryGetProperty("cap", out var cap) ? cap.GetInt32() : null);
                        break;
                    case "leave":
                        table.Leave(step.Text("id"));
                        break;
                    default:
                        Assert.Equal(
                            step.GetProperty("chosen").GetString(), table.Assign((Tier)step.Whole("tier"), step.Whole("size")));
                        break;
                }
            }
            foreach (var expected in script.GetProperty("vt").EnumerateObject())
                Assert.Equal(expected.Value.GetString(), table.VirtualTime(expected.Name));
        }

        static int LargestCap(JsonElement script) => script.List("ops")
            .Select(step => step.TryGetProperty("cap", out var cap) ? cap.GetInt32() : 0).DefaultIfEmpty(0).Max();
    }

    [Fact]
    public void Protection_follows_every_history_of_follow_ups()
    {
        var rule = new ProtectionRule();
        foreach (var history in Part("protection"))
        {
            var origin = Day.DayNumber;
            var holding = Holding.Start(rule, Guid.Empty, DateOnly.FromDayNumber(origin + history.Whole("claim")));
            foreach (var (day, expected) in history.List("followUps").Zip(history.List("returnDayAfterEach")))
            {
                holding = holding.FollowedUp(rule, DateOnly.FromDayNumber(origin + day.GetInt32()));
                Assert.Equal(expected.GetInt32(), holding.LastDay(rule).DayNumber - origin);
            }
        }
    }
}
