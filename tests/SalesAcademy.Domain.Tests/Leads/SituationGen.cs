using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.Leads;

/// <summary>Leads and sellers as chance has them, small enough that every rule passes and fails often.</summary>
internal static class SituationGen
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    public static readonly Moment Morning = new(Now, new DateOnly(2026, 3, 2));

    public static readonly LeadPolicy Policy = new()
    {
        Version = 3,
        Seed = "policy-7",
        WeeklyCap = [0, 2, 3, 4, 4],
        OpenCapFactor = 2,
        TagDemands =
        [
            new("language", null, true, null, null, 0), new("product", "crm", false, "crm-expert", null, 0),
            new("product", "crm", false, null, "discovery", 0.6), new("industry", null, false, null, "discovery", 0.3),
        ],
    };

    private static readonly Guid[] People = [.. Enumerable.Range(1, 12).Select(i => new Guid(i, 0, 0, new byte[8]))];

    public static Gen<Tier> AnyTier { get; } = Gen.Int[0, 4].Select(k => (Tier)k);

    /// <summary>The pool for everybody, or another with members.</summary>
    private static Gen<string> AnyCell { get; } = Gen.Int[0, 3].Select(i => i == 0 ? "key" : "");

    private static Gen<Tag[]> AnyTags { get; } =
        Gen.Int[0, 5].Select(i => new Tag[]
        {
            new("language", "en"), new("language", "zh"), new("product", "crm"), new("product", "erp"), new("industry", "bank"), new("region", "cn"),
        }[i]).Array[0, 4];

    public static Gen<Lead> AnyLead { get; } =
        from tier in Gen.Int[1, 4]
        from tags in AnyTags
        from duplicate in Gen.Int[0, 19]
        from contact in Gen.Int[0, 19]
        from owned in Gen.Int[0, 19]
        from account in Gen.Int[-60, 11]
        from past in Gen.Select(Gen.Int[0, 11], Gen.Int[0, 40]).Array[0, 3]
        from waited in Gen.Int[0, 30]
        from size in Gen.Int[0, 3]
        from cell in AnyCell
        select new Lead
        {
            Id = new Guid(tier, 1, 1, new byte[8]),
            Cell = cell,
            Tier = (Tier)tier,
            Size = size == 0 ? null : size,
            Waiting = Now.AddHours(-waited),
            Tags = tags,
            Duplicate = duplicate == 0,
            ContactAllowed = contact > 0,
            Holding = owned == 0 ? Holding.Start(new ProtectionRule(), People[0], Morning.Today) : null,
            AccountOwner = account < 0 ? null : People[account],
            PastOwners = [.. past.Select(p => new PastOwner(People[p.Item1], Morning.Today.AddDays(-p.Item2)))],
        };

    public static Gen<Competitor> AnyCompetitor { get; } =
        from person in Gen.Int[0, 11]
        from tier in AnyTier
        from weight in Gen.Int[1, 4]
        from tags in AnyTags
        from level in Gen.Double[0, 1]
        from expert in Gen.Bool
        from gate in Gen.Int[0, 9]
        from away in Gen.Int[-3, 6]
        from open in Gen.Int[0, 9]
        from taken in Gen.Int[0, 9 * 24].Array[0, 5]
        from cell in AnyCell
        from both in Gen.Bool
        select new Competitor
        {
            Id = People[person],
            Cell = cell,
            Pools = both ? ["key", ""] : [cell],
            Weight = weight,
            Tier = tier,
            Tags = tags,
            Certifications = expert ? ["crm-expert"] : [],
            Competencies = new Dictionary<string, double> { ["discovery"] = level },
            MissingGates = gate == 0 ? [new Gate.OnHold(), new Gate.Course("welcome")] : [],
            AwayUntil = away > 3 ? Now.AddHours(away) : away > 2 ? Now : null,
            OpenLeads = open,
            Taken = [.. taken.Order().Reverse().Select(hours => Now.AddHours(-hours))],
        };

    public static Gen<Situation> AnySituation { get; } =
        Gen.Select(AnyLead, AnyCompetitor).Select((lead, competitor) => new Situation(lead, competitor, Morning));

    public static Gen<Competitor[]> AnyTeam { get; } =
        AnyCompetitor.Array[0, 14].Select(team => team.DistinctBy(c => c.Id).ToArray());
}
