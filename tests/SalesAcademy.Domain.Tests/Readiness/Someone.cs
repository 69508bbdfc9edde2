using CsCheck;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Readiness;

/// <summary>Sellers for tests: one role, two competencies, and records as chance has them.</summary>
internal static class Someone
{
    public static readonly DateOnly Today = new(2026, 3, 2);
    public static readonly Guid Seller = new("11111111-1111-1111-1111-111111111111");
    public static readonly Guid Coach = new("22222222-2222-2222-2222-222222222222");
    public static readonly Guid Mentor = new("33333333-3333-3333-3333-333333333333");

    public static readonly ReadinessPolicy Policy = new() { Version = 1, Roles = new Dictionary<string, RoleProfile>() };

    public static readonly RoleProfile Sdr = new()
    {
        Id = "sdr",
        Competencies = [new("process", 0.6, 0.8, true), new("discovery", 0.4, 0.7, false)],
        Gates = [TierGate.None, new(["sales-process"], ["welcome"]), new(["leads"], []), TierGate.None, TierGate.None],
    };

    public static readonly IReadOnlyList<Family> Families =
        [.. new[] { "process", "discovery" }.SelectMany(c => Enumerable.Range(0, 12).Select(i => new Family($"{c}-{i:00}", c, 0.25)))];

    public static readonly Standing Certified = new(new HashSet<string> { "sales-process", "leads" }, new HashSet<string> { "welcome" });

    public static SellerRecord Record(IEnumerable<Answer>? answers = null, IEnumerable<Observation>? observations = null, Standing? standing = null) =>
        new(Seller, Families, [.. answers ?? []], [.. observations ?? []], standing ?? Certified);

    public static Answer[] AllRight(int daysAgo) => [.. Families.Select(f => new Answer(f.Id, Today.AddDays(-daysAgo), 0, 1))];

    public static Observation[] Look(Guid rater, int level, int daysAgo) =>
        [.. new[] { "process", "discovery" }.Select(c => new Observation(c, rater, level, Today.AddDays(-daysAgo), 0))];

    /// <summary>Answers and observations of up to 300 days, in any order.</summary>
    public static Gen<SellerRecord> AnyRecord { get; } =
        from answers in (
            from family in Gen.Int[0, Families.Count - 1]
            from ago in Gen.Int[0, 300]
            from order in Gen.Long[0, 5]
            from score in Gen.OneOf(0, 0.25, 0.5, 0.75, 1.0)
            from hint in Gen.Bool
            from practice in Gen.Bool
            select new Answer(Families[family].Id, Today.AddDays(-ago), order, score, hint, practice)).Array[0, 80]
        from looks in (
            from rater in Gen.OneOf(Coach, Mentor, Seller)
            from level in Gen.Int[1, 4]
            from ago in Gen.Int[0, 300]
            from process in Gen.Bool
            select new Observation(process ? "process" : "discovery", rater, level, Today.AddDays(-ago), ago)).Array[0, 20]
        select Record(answers.DistinctBy(a => (a.Family, a.Date, a.Order)), looks);
}
