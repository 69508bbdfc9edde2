using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A contested denial with the people and the words behind it.</summary>
/// <param name="Row">The contest.</param>
/// <param name="Person">Who contests.</param>
/// <param name="Company">Whose lead it is; null where that is no business of the reader's.</param>
/// <param name="State">Where the lead is now; null with the company.</param>
/// <param name="Reason">Why it is contested; null once erased.</param>
/// <param name="By">Who decided; null while nobody has.</param>
/// <param name="Answer">What they answered; null once erased.</param>
internal sealed record DenialLine(DenialRow Row, string Person, string? Company, LeadState? State, string? Reason, string? By, string? Answer)
{
    /// <summary>These contests as the reader may know of them: the open ones first, the oldest of them on top, then the decided ones from the newest.</summary>
    public static async Task<IReadOnlyList<DenialLine>> Of(AcademyDb db, CurrentPerson reader, IQueryable<DenialRow> denials, CancellationToken cancellation)
    {
        var open = LeadPage.VisibleTo(db, reader);
        var rows = await (
            from denial in denials
            join lead in db.Set<LeadRow>() on denial.Lead equals lead.Id
            join person in db.Set<PersonRow>() on denial.Person equals person.Id
            from reason in db.Set<SpokenRow>().Where(s => s.Id == denial.Reason).DefaultIfEmpty()
            from answer in db.Set<SpokenRow>().Where(s => s.Id == denial.Answer).DefaultIfEmpty()
            from decider in db.Set<PersonRow>().Where(p => p.Id == denial.DecidedBy).DefaultIfEmpty()
            select new { denial, Person = person.Name, IsKnown = lead.State == LeadState.Pool || lead.State == LeadState.Waiting || open.Any(l => l.Id == lead.Id), lead.Company, lead.State, Reason = reason.Words, Answer = answer.Words, By = decider.Name }).AsNoTracking().ToListAsync(cancellation);
        var lines = rows.Select(row => new DenialLine(row.denial, row.Person, row.IsKnown ? row.Company : null, row.IsKnown ? row.State : null, row.Reason, row.By, row.Answer));
        return [.. lines.Where(line => line.Row.DecidedAt is null).OrderBy(line => line.Row.RaisedAt), .. lines.Where(line => line.Row.DecidedAt is not null).OrderByDescending(line => line.Row.DecidedAt)];
    }
}

/// <summary>Contested denials: those that wait, and those that were decided.</summary>
internal sealed record DenialsPage(IReadOnlyList<DenialLine> Open, IReadOnlyList<DenialLine> Decided, DateOnly Today, bool Decides);

/// <summary>One contested denial: the rules as they stood, and as they stand now.</summary>
/// <param name="Line">The contest.</param>
/// <param name="Tier">The tier the lead asks for.</param>
/// <param name="Then">What each rule said when the lead was denied.</param>
/// <param name="Now">What it says now; empty once the seller is gone.</param>
/// <param name="MayDecide">Whether the reader may decide.</param>
/// <param name="Form">What was typed in.</param>
/// <param name="Today">The organisation's day.</param>
internal sealed record DenialPage(
    DenialLine Line, LeadRow Lead, IReadOnlyList<CheckLine> Then, IReadOnlyList<CheckLine> Now, bool MayDecide, RulingForm Form, DateOnly Today)
{
    /// <summary>Whether the lead can be given by hand: nobody owns it.</summary>
    public bool IsFree => Lead.State is LeadState.Pool or LeadState.Waiting;

    public bool IsLate => Line.Row.DecidedAt is null && Line.Row.DueOn < Today;
}

/// <summary>Puts one contested denial together.</summary>
internal sealed class DenialReader(AcademyDb db, Sellers sellers, PastCases cases, Library library, Checks checks, Clock clock)
{
    public async Task<DenialPage?> Read(CurrentPerson reader, IQueryable<DenialRow> one, bool mayDecide, RulingForm form, CancellationToken cancellation)
    {
        if (await DenialLine.Of(db, reader, one, cancellation) is not [var line] || await LeadFile.Find(db, line.Row.Lead, library.Now.Leads) is not { } file)
            return null;
        var denial = line.Row;
        var now = AsOf.Now(clock);
        var was = await cases.Of(db, file, denial, cancellation);
        var seller = denial.DecidedAt is null ? await sellers.One(db, denial.Person, now) : null;
        return new DenialPage(
            line, file.Row,
            was is null ? [] : checks.Say(was.Verdicts, was.Situation.Lead),
            seller is null ? [] : checks.Say(Eligibility.Of(library.Now.Leads, new Situation(file.Now, seller, now.Moment)), file.Now),
            mayDecide && denial.DecidedAt is null, form, clock.Today);
    }
}
