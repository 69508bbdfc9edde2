using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>The form, and what was ordered last.</summary>
internal sealed record BulkPage(BulkForm Form, IReadOnlyList<Certification> Certifications, IReadOnlyList<TeamRow> Teams, IReadOnlyList<BulkOrderLine> Last, DateOnly Today)
{
    private const int Shown = 10;

    public static async Task<BulkPage> Read(AcademyDb db, Catalogue catalogue, BulkForm form, DateOnly today, CancellationToken cancellation)
    {
        var last = await (
            from order in db.Set<BulkIssueRow>()
            join person in db.Set<PersonRow>() on order.OrderedBy equals person.Id
            orderby order.OrderedAt descending
            select new { Order = order, person.Name }).Take(Shown).AsNoTracking().ToListAsync(cancellation);
        return new BulkPage(form, catalogue.Certifications, await db.Set<TeamRow>().OrderBy(t => t.Name).ToListAsync(cancellation),
            [.. last.Select(line => new BulkOrderLine(line.Order, line.Name, BulkOrderLine.TitleOf(catalogue, line.Order)))], today);
    }
}

/// <summary>A bulk issue with who ordered it and of what.</summary>
internal sealed record BulkOrderLine(BulkIssueRow Order, string By, string Title)
{
    public static string TitleOf(Catalogue catalogue, BulkIssueRow order) => catalogue.FindCertification(order.Certification)?.Title.In(ReaderLanguage.Current).Value ?? order.Certification;
}

/// <summary>Who would be issued what, and who is refused and why.</summary>
internal sealed record BulkPreviewPage(BulkForm Form, BulkPlan Plan, Certification Certification, string Approver)
{
    /// <summary>How many of each kind are named; the rest is counted.</summary>
    public const int Shown = 200;
}

/// <summary>How far a bulk issue is, and to whom nothing came of it after all.</summary>
internal sealed record BulkProgressPage(BulkOrderLine Line, int Done, int Issued, int Waived, IReadOnlyList<BulkRefusedLine> Refused)
{
    private const int Shown = 200;

    public bool IsRunning => Line.Order is { FinishedAt: null, StoppedAt: null };

    public static async Task<BulkProgressPage?> Read(AcademyDb db, Catalogue catalogue, Guid id, CancellationToken cancellation)
    {
        if (await (from order in db.Set<BulkIssueRow>() join person in db.Set<PersonRow>() on order.OrderedBy equals person.Id where order.Id == id select new { Order = order, person.Name }).AsNoTracking().SingleOrDefaultAsync(cancellation) is not { } found)
            return null;
        var lines = db.Set<BulkLineRow>().Where(l => l.BulkIssue == id && l.DoneAt != null);
        return new BulkProgressPage(
            new BulkOrderLine(found.Order, found.Name, BulkOrderLine.TitleOf(catalogue, found.Order)),
            await lines.CountAsync(cancellation),
            await lines.CountAsync(l => l.Certificate != null, cancellation),
            await lines.CountAsync(l => l.Waiver != null && l.Certificate == null, cancellation),
            await (from line in lines join person in db.Set<PersonRow>() on line.Person equals person.Id where line.Refusal != null orderby person.Name select new BulkRefusedLine(person.Name, line.Refusal!, line.Figure)).Take(Shown).ToListAsync(cancellation));
    }
}

/// <summary>Somebody to whom nothing came of a bulk issue.</summary>
internal sealed record BulkRefusedLine(string Name, string Why, string? Figure);
