using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>A manager corrects the tier of somebody in the team, with a reason and an end.</summary>
[Route("readiness/{person:guid}/overrides"), Allow(Role.Manager)]
internal sealed class OverridesController(
    AcademyDb db, ILedger ledger, Library library, TierSteps tiers, SellerPictures pictures, ReadinessPages pages, IStringLocalizer<Words> words) : AcademyController
{
    [HttpPost]
    public async Task<IActionResult> Create(Guid person, OverrideForm form)
    {
        if (!await Staff.TeamOf(db, Person).AnyAsync(p => p.Id == person))
            return NotFound();
        if (!ModelState.IsValid)
            return await Again(person, form);
        var decided = await ledger.Run<bool>(Act(form.Reason), entry => Decide(entry, person, form));
        if (decided is Accepted<bool> { Value: var hasEnded })
        {
            TempData["flash"] = words[hasEnded ? "override.ended" : "override.done"].Value;
            return Redirect($"/readiness/{person}");
        }

        var reason = ((Refused<bool>)decided).Reason;
        ModelState.AddModelError("", words[$"refusal.{reason.Key}", [.. reason.Arguments.Select(InWords)]]);
        return await Again(person, form);
    }

    // Whether it ended the override that stood.
    private async Task<Decision<bool>> Decide(Entry entry, Guid person, OverrideForm form)
    {
        var row = await tiers.Open(entry, person);
        if (!await Staff.TeamOf(entry.Db, Person).AnyAsync(p => p.Id == person) || await tiers.AssessIn(entry, row) is not { } assessment)
            return Refusal.NotFound;
        var wish = new TierOverride(form.To!.Value, entry.Act.Today, form.Until!.Value, Person.Id); // both required by the form
        var newest = await entry.Db.Set<TierOverrideRow>().Where(o => o.Person == person && o.From <= entry.Act.Today).OrderByDescending(o => o.Number).FirstOrDefaultAsync();
        var standing = newest?.Until >= entry.Act.Today ? newest.AsDecided : null;
        var decided = TierOverride.Decide(library.Now.Readiness, person, row.Tier, assessment.Day.Allowed, wish, form.Reason ?? "", entry.Act.Today, standing);
        if (decided is not Accepted<TierOverride> { Value: var granted })
            return ((Refused<TierOverride>)decided).Reason;
        entry.Db.Add(new TierOverrideRow
        {
            Id = entry.NewId(),
            Person = person,
            By = granted.By,
            To = granted.To,
            From = granted.From,
            Until = granted.Until,
            Reason = entry.Say(form.Reason!, person), // not blank, or it was refused
            Number = 1 + (newest?.Number ?? 0),
        });
        entry.Record(new TierOverridden(person, granted.By, granted.To, granted.From, granted.Until, library.Now.ReadinessHash));
        var hasEnded = granted.To == row.Tier;
        await (hasEnded ? TierNotices.Restored(entry, person, row.Tier) : TierNotices.Overridden(entry, person, granted));
        return hasEnded;
    }

    private async Task<IActionResult> Again(Guid person, OverrideForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await pictures.Of(Staff.TeamOf(db, Person), person) is { } seller
            ? View("Readiness", await pages.Of(seller, isOwn: false, gates: null, form))
            : NotFound();
    }

    private object InWords(object argument) => argument switch
    {
        Tier tier => words[$"tier.{tier}"].Value,
        DateOnly day => Shared.Languages.Moments.LongDay(day),
        _ => argument,
    };
}
