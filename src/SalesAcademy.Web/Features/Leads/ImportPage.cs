using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A file of leads: what its rows would do, how far it is, or what they did.</summary>
internal sealed record ImportPage(Guid Id, string FileName, ImportLook? Begun, ImportCounts Counts, ImportOutcome? Show, IReadOnlyList<ImportLine> Lines, int More, IReadOnlyList<string> NotRead, bool HasFile, string? Refusal)
{
    private const int Most = 200;

    /// <summary>Leads of the same company name, by that name: to be looked at, never merged by it.</summary>
    public IReadOnlyDictionary<string, Guid> SameName { get; init; } = new Dictionary<string, Guid>();

    /// <summary>Who keeps an account: only they may be given its leads.</summary>
    public IReadOnlyDictionary<string, string> Keepers { get; init; } = new Dictionary<string, string>();

    public bool IsRunning => Begun is { EndedAt: null };

    public int Rows => Begun?.Rows ?? Counts.All;

    public int Refused => Begun?.Refused ?? Counts[ImportOutcome.Refused];

    public static async Task<ImportPage?> Read(AcademyDb db, ImportFiles files, Guid id, ImportOutcome? show, string? refusal, CancellationToken cancellation)
    {
        var begun = await ImportLook.Find(db, id, cancellation);
        if (begun is { EndedAt: null })
            return new(id, begun.FileName, begun, await ImportCounts.Of(db, id, cancellation), null, [], 0, [], HasFile: true, refusal);
        if (await files.Lines(db, id, cancellation) is not var (name, sheet, lines))
            return begun is null ? null : new(id, begun.FileName, begun, await ImportCounts.Of(db, id, cancellation), null, [], 0, [], HasFile: false, refusal);
        ImportLine[] shown = [.. lines.Where(line => show is null || line.Outcome == show).OrderBy(line => line.Outcome != ImportOutcome.Refused).ThenBy(line => line.Number).Take(Most)];
        var counts = ImportCounts.Of(lines);
        return new(id, name, begun, counts, show, shown, (show is { } one ? counts[one] : counts.All) - shown.Length, [.. sheet.NotRead], HasFile: true, refusal)
        {
            SameName = begun is null ? await Namesakes(db, shown, cancellation) : new Dictionary<string, Guid>(),
            Keepers = begun is null ? await KeepersOf(db, shown, cancellation) : new Dictionary<string, string>(),
        };
    }

    private static async Task<IReadOnlyDictionary<string, Guid>> Namesakes(AcademyDb db, IEnumerable<ImportLine> lines, CancellationToken cancellation)
    {
        var names = lines.Where(line => line.Outcome == ImportOutcome.Arrived).Select(line => line.Company).Distinct().ToArray();
        return (await db.Set<LeadRow>().Where(l => names.Contains(l.Company) && l.State != LeadState.Duplicate).OrderBy(l => l.ArrivedAt).Select(l => new { l.Company, l.Id }).ToListAsync(cancellation))
            .DistinctBy(l => l.Company).ToDictionary(l => l.Company, l => l.Id, StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyDictionary<string, string>> KeepersOf(AcademyDb db, IEnumerable<ImportLine> lines, CancellationToken cancellation)
    {
        var accounts = lines.Where(line => line.Outcome == ImportOutcome.Arrived).Select(line => line.Account).OfType<string>().Distinct().ToArray();
        return (await (
            from lead in db.Set<LeadRow>()
            join owner in db.Set<PersonRow>() on lead.Owner equals (Guid?)owner.Id
            where lead.Account != null && accounts.Contains(lead.Account) && (lead.State == LeadState.Owned || lead.State == LeadState.Won)
            orderby lead.Since descending
            select new { lead.Account, owner.Name }).ToListAsync(cancellation)).DistinctBy(kept => kept.Account).ToDictionary(kept => kept.Account ?? "", kept => kept.Name, StringComparer.Ordinal);
    }
}
