using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>One wording of an offer with the people and the words behind it.</summary>
/// <param name="Row">The wording and what was decided.</param>
/// <param name="Company">Whose offer it is.</param>
/// <param name="Owner">Who has the lead now; null while nobody has.</param>
/// <param name="Asked">Who asked.</param>
/// <param name="Reviewer">Who decided; null while nobody has.</param>
/// <param name="Answer">What they answered; null once erased.</param>
internal sealed record ReviewLine(ReviewRow Row, string Company, string? Owner, string Asked, string? Reviewer, string? Answer)
{
    /// <summary>These reviews, the newest wording first.</summary>
    public static async Task<IReadOnlyList<ReviewLine>> Of(AcademyDb db, IQueryable<ReviewRow> reviews, CancellationToken cancellation)
    {
        var rows = await (
            from review in reviews
            join lead in db.Set<LeadRow>() on review.Lead equals lead.Id
            join asker in db.Set<PersonRow>() on review.AskedBy equals asker.Id
            from owner in db.Set<PersonRow>().Where(p => p.Id == lead.Owner).DefaultIfEmpty()
            from reviewer in db.Set<PersonRow>().Where(p => p.Id == review.DecidedBy).DefaultIfEmpty()
            from answer in db.Set<SpokenRow>().Where(s => s.Id == review.Answer).DefaultIfEmpty()
            select new { review, lead.Company, Owner = owner.Name, Asked = asker.Name, Reviewer = reviewer.Name, Answer = answer.Words }).AsNoTracking().ToListAsync(cancellation);
        return [.. rows.Select(r => new ReviewLine(r.review, r.Company, r.Owner, r.Asked, r.Reviewer, r.Answer)).OrderByDescending(line => line.Row.AskedAt).ThenByDescending(line => line.Row.Version)];
    }
}

/// <summary>Offers to be agreed to: those that wait, the first due on top, and those that were decided.</summary>
internal sealed record ReviewsPage(IReadOnlyList<ReviewLine> Open, IReadOnlyList<ReviewLine> Decided, DateOnly Today);

/// <summary>One wording of an offer, beside what was offered before.</summary>
/// <param name="Line">The wording.</param>
/// <param name="Others">The other wordings of the same offer, the newest first.</param>
/// <param name="MayDecide">Whether the reader may decide.</param>
/// <param name="Form">What was typed in.</param>
/// <param name="Today">The organisation's day.</param>
internal sealed record ReviewPage(ReviewLine Line, IReadOnlyList<ReviewLine> Others, bool MayDecide, AnswerForm Form, DateOnly Today);
