using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Certificates.Recognition;

/// <summary>What is waived for one person, and the form for more.</summary>
/// <param name="Lines">Newest first.</param>
internal sealed record WaiversPage(Guid Person, string Name, IReadOnlyList<WaiverLine> Lines, Catalogue Catalogue, DateOnly Today, WaiverForm Form)
{
    public static async Task<WaiversPage?> Read(AcademyDb db, Guid person, Catalogue catalogue, DateOnly today, WaiverForm form, CancellationToken cancellation)
    {
        if (await db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(cancellation) is not { } name)
            return null;
        return new WaiversPage(person, name, await WaiverLine.Of(db, person, catalogue, cancellation), catalogue, today, form);
    }
}

/// <summary>A waiver with what it is of, who decided, and why.</summary>
internal sealed record WaiverLine(WaiverRow Row, string Title, string By, string? WithdrawnBy, string Reason)
{
    public static async Task<IReadOnlyList<WaiverLine>> Of(AcademyDb db, Guid person, Catalogue catalogue, CancellationToken cancellation)
    {
        var rows = await (
            from w in db.Set<WaiverRow>()
            join giver in db.Set<PersonRow>() on w.GivenBy equals giver.Id
            join ended in db.Set<PersonRow>() on w.WithdrawnBy equals ended.Id into enders
            from ender in enders.DefaultIfEmpty()
            join spoken in db.Set<SpokenRow>() on w.Reason equals spoken.Id into words
            from said in words.DefaultIfEmpty()
            where w.Person == person
            orderby w.GivenAt descending
            select new { Row = w, By = giver.Name, WithdrawnBy = ender == null ? null : ender.Name, Reason = said == null ? "" : said.Words }).ToListAsync(cancellation);
        return [.. rows.Select(line => new WaiverLine(line.Row, TitleOf(catalogue, line.Row), line.By, line.WithdrawnBy, line.Reason))];
    }

    /// <summary>What a waiver is of, in the reader's language.</summary>
    public static string TitleOf(Catalogue catalogue, WaiverRow row) =>
        (row.Thing == WaivedThing.Course ? catalogue.FindCourse(row.Target)?.Title : catalogue.FindCertification(row.Target)?.Title)?.In(ReaderLanguage.Current).Value ?? row.Target;
}
