using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A line of what is to be done: one thing, or several lessons of a course together.</summary>
/// <param name="First">The thing, or the first of the lessons.</param>
/// <param name="Lessons">How many lessons of the course.</param>
/// <param name="Course">The course, where there are several.</param>
/// <param name="Minutes">About how long it takes.</param>
/// <param name="Coach">Who can do it, where a coach has to.</param>
internal sealed record UnlockLine(Doable First, int Lessons, Localised<string>? Course, int Minutes, string? Coach)
{
    public static IReadOnlyList<UnlockLine> Of(IReadOnlyList<Doable> steps, Catalogue catalogue, IReadOnlyDictionary<Guid, string> names)
    {
        var lines = new List<UnlockLine>();
        foreach (var step in steps)
            if (step.Effort.Event is Hypothesis.LessonCheck && lines is [.., { First: { Effort.Event: Hypothesis.LessonCheck } first } last] && first.Course == step.Course)
                lines[^1] = last with { Lessons = last.Lessons + 1, Course = catalogue.FindCourse(step.Course!)?.Title, Minutes = last.Minutes + step.Effort.Minutes }; // a lesson has a course
            else
                lines.Add(new(step, 1, null, step.Effort.Minutes, step.Effort.Event is Hypothesis.Observed { Rater: var coach } ? names.GetValueOrDefault(coach) : null));
        return lines;
    }
}

/// <summary>What a seller could do to be given more leads, and what it would open; or why nothing would.</summary>
/// <param name="Best">The cheapest unlock.</param>
/// <param name="Why">Why there is none.</param>
/// <param name="Lines">What to do, in order.</param>
/// <param name="Spent">Certifications of which no attempt is left.</param>
/// <param name="FewCoaches">Whether the next tier asks for looks by more coaches than may observe the seller.</param>
/// <param name="Inflow">What came in.</param>
/// <param name="PolicyVersion">The lead policy it was reckoned by.</param>
internal sealed record UnlockPage(Unlock? Best, NothingOpens? Why, IReadOnlyList<UnlockLine> Lines, IReadOnlyList<Localised<string>> Spent, bool FewCoaches, Inflow Inflow, int PolicyVersion)
{
    public static async Task<UnlockPage?> Read(AcademyDb db, Sellers sellers, Prospects prospects, Inflows inflows, Library library, Clock clock, CurrentPerson reader, CancellationToken cancellation)
    {
        var person = reader.Id;
        var (asOf, catalogue) = (AsOf.Now(clock), library.Now);
        if (await sellers.One(db, person, asOf) is not { } seller || await prospects.Of(db, [person], asOf.Today, cancellation: cancellation) is not [var own])
            return null;
        var hidden = await PoolSight.Hidden(db, catalogue.Leads, reader, cancellation);
        var inflow = (await inflows.Of(db, cancellation)).Outside(hidden.Select(pool => pool.Id).ToHashSet(StringComparer.Ordinal));
        var (best, why) = Unlock.Of(catalogue.Leads, seller, own.Prospect, own.Efforts, inflow);
        var steps = best is null ? [] : own.WaysOf(best.Steps);
        var coaches = steps.Select(step => step.Effort.Event).OfType<Hypothesis.Observed>().Select(look => look.Rater).ToArray();
        var names = coaches.Length == 0 ? [] : await db.Set<PersonRow>().Where(p => coaches.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return new(best, why, UnlockLine.Of(steps, catalogue, names), own.Spent, LacksCoaches(own, seller.Tier), inflow, catalogue.Leads.Version);
    }

    private static bool LacksCoaches(SellerProspect own, Tier tier) => tier < Tier.Enterprise
        && own.Prospect.Now.Assessment.Missing[(int)tier + 1].Any(gate => gate is Gate.Raters raters && raters.Needed > own.Coaches.Count);
}
