using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>The certificates of others that one person has sent in, or that was sent for them.</summary>
/// <param name="Lines">Newest first.</param>
/// <param name="MaySend">The person themselves, and HR.</param>
/// <param name="MayDecide">HR, but nobody about their own.</param>
internal sealed record ExternalsPage(Guid Person, string Name, IReadOnlyList<ExternalLine> Lines, IReadOnlyList<Certification> Certifications, DateOnly Today, bool MaySend, bool MayDecide, ExternalForm Form)
{
    /// <summary>Null for somebody this reader may not look at.</summary>
    public static async Task<ExternalsPage?> Read(AcademyDb db, CurrentPerson reader, Guid person, Catalogue catalogue, DateOnly today, ExternalForm form, CancellationToken cancellation)
    {
        if (await TranscriptBook.ReadableBy(db, reader).Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(cancellation) is not { } name)
            return null;
        var (own, hr) = (reader.Id == person, reader.Is(Role.Hr));
        return new ExternalsPage(person, name, await ExternalLine.Of(db, e => e.Person == person, cancellation), catalogue.Certifications, today, own || hr, hr && !own, form);
    }
}

/// <summary>A certificate of others with whose it is, who decided, and why.</summary>
internal sealed record ExternalLine(ExternalRow Row, string Name, string? By, string? Reason)
{
    public static async Task<IReadOnlyList<ExternalLine>> Of(AcademyDb db, System.Linq.Expressions.Expression<Func<ExternalRow, bool>> which, CancellationToken cancellation) => await (
        from e in db.Set<ExternalRow>().Where(which)
        join p in db.Set<PersonRow>() on e.Person equals p.Id
        join d in db.Set<PersonRow>() on e.DecidedBy equals d.Id into deciders
        from decider in deciders.DefaultIfEmpty()
        join s in db.Set<SpokenRow>() on e.Reason equals s.Id into words
        from said in words.DefaultIfEmpty()
        orderby e.SentAt descending
        select new ExternalLine(e, p.Name, decider == null ? null : decider.Name, said == null ? null : said.Words)).ToListAsync(cancellation);
}
