using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Which leads of a file and of the pool share an address or a number, as the rows above leave them, and who of them may not be contacted.</summary>
internal sealed class PreviewedCustomers(AcademyDb db)
{
    private readonly Dictionary<string, List<PreviewedCustomer>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, PreviewedCustomer> byLead = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>Reads whoever is known by these keys.</summary>
    public async Task Meet(IEnumerable<string> keys, CancellationToken cancellation)
    {
        string[] strange = [.. keys.Where(asked.Add)];
        if (strange.Length == 0)
            return;
        foreach (var known in (await NoContact.Around(db, strange, cancellation)).Where(known => !byLead.ContainsKey(known.Lead)))
        {
            byLead[known.Lead] = Add(known.Keys, known.NoContact);
            if (known.Keys.Any(IsBarred))
                Bar(known.Keys);
        }
    }

    /// <summary>A lead that is there; null for one that nobody can be barred from, such as one that was won.</summary>
    public PreviewedCustomer? Of(Guid lead) => byLead.GetValueOrDefault(lead);

    /// <summary>A row becomes a lead of its own.</summary>
    public PreviewedCustomer Add(IReadOnlyList<string> keys, bool noContact)
    {
        var customer = new PreviewedCustomer { NoContact = noContact };
        Extend(customer, keys);
        return customer;
    }

    /// <summary>A row is merged into a lead, which is known by its keys from then on.</summary>
    public void Extend(PreviewedCustomer customer, IReadOnlyList<string> keys)
    {
        foreach (var key in keys.Where(customer.Keys.Add))
        {
            if (!byKey.TryGetValue(key, out var named))
                byKey[key] = named = [];
            named.Add(customer);
        }

        if (customer.NoContact)
            Bar(keys);
    }

    /// <summary>Whether anybody known by this may not be contacted.</summary>
    public bool IsBarred(string key) => byKey.TryGetValue(key, out var named) && named.Exists(customer => customer.NoContact);

    /// <summary>Whoever has one of these keys may not be contacted, nor whoever shares any with them.</summary>
    private void Bar(IEnumerable<string> keys)
    {
        var next = new Queue<string>(keys);
        while (next.TryDequeue(out var key))
            foreach (var customer in byKey[key].Where(customer => !customer.NoContact))
            {
                customer.NoContact = true;
                foreach (var other in customer.Keys)
                    next.Enqueue(other);
            }
    }
}

/// <summary>One lead that is there or would be.</summary>
internal sealed class PreviewedCustomer
{
    public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

    public bool NoContact { get; set; }
}
