using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Your leads, on a seller's home page.</summary>
[ViewComponent(Name = "YourLeads")]
internal sealed class YourLeadsCard(AcademyDb db, Sellers sellers, Library library, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        Show(await MyLeadsPage.Read(db, sellers, library, clock, HttpContext.Features.Get<CurrentPerson>()!.Id, HttpContext.RequestAborted)); // cards are shown to people signed in
}

/// <summary>The pool, on the home page of those who answer for it.</summary>
[ViewComponent(Name = "PoolHealth")]
internal sealed class PoolHealthCard(AcademyDb db, Sellers sellers, Library library, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync() =>
        Show(await HealthPage.Read(db, sellers, library, clock, HttpContext.Features.Get<CurrentPerson>()!, new HealthFilter { Show = nameof(LeadState.Waiting) }, HttpContext.RequestAborted)); // as above
}

/// <summary>How many leads a seller has open.</summary>
internal sealed class OpenLeads(IPreparedReads reads) : INavigationCount
{
    public string Url => "/leads";

    public Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) => reads.Count(LeadStatements.Owned, person.Id);
}

/// <summary>How many leads wait for a seller.</summary>
internal sealed class WaitingLeads(AcademyDb db, Library library) : INavigationCount
{
    public string Url => "/leads/health";

    public async Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) => await db.Set<LeadRow>().Where(l => l.State == LeadState.Waiting)
        .Outside(db, library.Now.Leads, await PoolSight.Hidden(db, library.Now.Leads, person, cancellation)).CountAsync(cancellation);
}

/// <summary>What a seller owes to leads: a first contact, and a follow-up before protection ends.</summary>
internal sealed class LeadWork(AcademyDb db, Library library, Clock clock, Moments moments, IStringLocalizer<Words> words) : IWaiting
{
    // A lead that is lost tonight comes before a first contact, and both before learning.
    private const int LastDay = 90;
    private const int FirstContact = 80;
    private const int EndsSoon = 60;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        if (person.Profile is null)
            return [];
        var policy = library.Now.Leads;
        var lines = await MyLeadsPage.Lines(db, person.Id).Where(l => l.State == LeadState.Owned).ToListAsync(cancellation);
        return [.. lines.Where(l => !l.FollowedUp || l.EndsSoon(clock.Today, policy.Protection)).Select(l => Say(l, policy))];
    }

    // What is over cannot be followed up any more; what is late still can.
    private WaitingWork Say(LeadLine lead, LeadPolicy policy) => lead.LastDay switch
    {
        { } last when lead.HasEnded(clock.Today) =>
            new(words["waiting.ended", lead.Company, moments.Day(last)], words["waiting.open"], $"/leads/{lead.Id}", words["waiting.ended-detail"], "clock-exclamation", EndsSoon),
        { } last when lead.EndsSoon(clock.Today, policy.Protection) =>
            new(words["waiting.ends", lead.Company, moments.Day(last)], words["waiting.follow-up"], $"/leads/{lead.Id}", words["waiting.ends-detail"], "clock-exclamation", last == clock.Today ? LastDay : EndsSoon),
        _ => Say(lead, lead.FirstContact(policy, clock.Now)),
    };

    private WaitingWork Say(LeadLine lead, (string Words, DateTime At) first) =>
        new(words[$"waiting.first-{first.Words}", lead.Company, moments.Moment(first.At)], words["waiting.open"], $"/leads/{lead.Id}", words["waiting.first-detail"], "phone", FirstContact);
}
