using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>
/// How many sellers each of many leads may be given to, and how many of the leads each seller may be given. It agrees with <see cref="Eligibility"/>
/// on every pair, but asks once for all leads that are alike and all sellers who are: what tells pairs apart beyond that, accounts and former
/// owners, is asked of those people alone.
/// </summary>
public sealed class Reach
{
    private readonly LeadPolicy policy;
    private readonly Moment moment;
    private readonly IReadOnlyList<Alike> groups;
    private readonly Dictionary<Guid, Alike> groupOf = [];
    private readonly Dictionary<string, Open> open = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> besides = [];

    /// <param name="policy">The rules.</param>
    /// <param name="sellers">Whom to ask about.</param>
    /// <param name="moment">Now.</param>
    public Reach(LeadPolicy policy, IReadOnlyList<Competitor> sellers, Moment moment)
    {
        (this.policy, this.moment, Sellers) = (policy, moment, sellers);
        // What bars a seller from every lead is asked of each once, of a lead that asks for nothing.
        var anything = new Lead { Id = Guid.Empty, Tier = default, Waiting = moment.At };
        var byName = new Dictionary<string, Alike>(StringComparer.Ordinal);
        foreach (var seller in sellers)
        {
            var verdicts = Eligibility.Of(policy, new Situation(anything, seller, moment));
            if (verdicts.Any(v => v is { Passed: false, Rule: Rule.Gates or Rule.OpenCap or Rule.WeeklyCap }))
                continue;
            var away = verdicts.Any(v => v is { Passed: false, Rule: Rule.Available });
            var name = $"{away}\n{seller.Cell}\n{string.Join('\t', seller.Pools)}\n{Lane.NameOf(seller, policy)}";
            if (!byName.TryGetValue(name, out var group))
                byName[name] = group = new Alike(seller);
            group.Count++;
            groupOf[seller.Id] = group;
        }

        groups = [.. byName.Values];
    }

    private IReadOnlyList<Competitor> Sellers { get; }

    /// <summary>To how many a lead may be given; it counts among the leads of each of them.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="evenAway">Whether being away does not matter, as for one that is claimed from the public pool.</param>
    public int Count(Lead lead, bool evenAway)
    {
        var among = OpenTo(lead, evenAway);
        if (lead.AccountOwner is { } owner)
        {
            if (groupOf.GetValueOrDefault(owner) is not { } theirs || !among.Groups.Contains(theirs) || !Eligibility.IsFree(policy, lead, owner, moment.Today))
                return 0;
            Add(owner, 1);
            return 1;
        }

        var count = among.Count;
        foreach (var group in among.Groups)
            group.Leads++;
        foreach (var person in lead.PastOwners.Select(past => past.Person).Distinct())
            if (groupOf.GetValueOrDefault(person) is { } group && among.Groups.Contains(group) && !Eligibility.IsFree(policy, lead, person, moment.Today))
            {
                count--;
                Add(person, -1);
            }

        return count;
    }

    /// <summary>How many of the leads counted so far each seller may be given.</summary>
    public IReadOnlyDictionary<Guid, int> OfSellers() =>
        Sellers.ToDictionary(seller => seller.Id, seller => (groupOf.GetValueOrDefault(seller.Id)?.Leads ?? 0) + besides.GetValueOrDefault(seller.Id));

    private void Add(Guid person, int leads) => besides[person] = besides.GetValueOrDefault(person) + leads;

    private Open OpenTo(Lead lead, bool evenAway)
    {
        var tags = lead.Tags.Distinct().OrderBy(tag => tag.Kind, StringComparer.Ordinal).ThenBy(tag => tag.Value, StringComparer.Ordinal).Select(tag => $"{tag.Kind}\t{tag.Value}");
        var name = $"{evenAway}\n{Eligibility.IsAssignable(lead)}\n{lead.Tier}\n{lead.Cell}\n{string.Join('\n', tags)}";
        if (open.TryGetValue(name, out var known))
            return known;
        var alike = lead with { AccountOwner = null, PastOwners = [] };
        HashSet<Alike> passing = [.. groups.Where(group => Eligibility.Of(policy, new Situation(alike, group.Sample, moment)).All(v => v.Passed || (v.Rule == Rule.Available && evenAway)))];
        return open[name] = new Open(passing, passing.Sum(group => group.Count));
    }

    /// <summary>Sellers between whom no rule can tell but by who they are.</summary>
    private sealed class Alike(Competitor sample)
    {
        public Competitor Sample { get; } = sample;

        public int Count { get; set; }

        /// <summary>Leads that may be given to each of them.</summary>
        public int Leads { get; set; }
    }

    private sealed record Open(HashSet<Alike> Groups, int Count);
}
