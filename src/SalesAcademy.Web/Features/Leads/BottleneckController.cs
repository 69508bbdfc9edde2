using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Whom to ask to learn for which tier.</summary>
internal sealed record AskForm
{
    public Tier Tier { get; init; }

    public IReadOnlyList<Guid>? People { get; init; }
}

/// <summary>Where leads wait for want of sellers; for a manager among the own team, for sales operations among all. The nearest can be asked to learn what is missing.</summary>
[Route(Address), Allow(Role.Manager | Role.SalesOps)]
internal sealed class BottleneckController(AcademyDb db, BottleneckReader reader, Sellers sellers, AskSellers ask, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/leads/bottleneck";

    [HttpGet]
    public async Task<IActionResult> Index(BottleneckQuery query, CancellationToken cancellation) => View("Bottleneck", await reader.Read(Person, query, cancellation));

    /// <summary>Asks those chosen; whoever does not lack the tier any more, or cannot reach it, is passed over.</summary>
    [HttpPost("asks")]
    public async Task<IActionResult> Ask(AskForm form, CancellationToken cancellation)
    {
        if (form is not { Tier: >= Tier.C and <= Tier.Enterprise, People: { Count: > 0 } people })
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError("", words["refusal.nobody-chosen"]);
            return await Index(new BottleneckQuery(), cancellation);
        }

        var near = await reader.Near(Person, [form.Tier], await sellers.All(db, AsOf.Now(clock)), cancellation);
        var chosen = people.ToHashSet();
        var decided = await ask.Run(Act(), form.Tier, [.. near[form.Tier].Where(way => way.Steps.Count > 0 && chosen.Contains(way.Person))]);
        if (decided is not Accepted<Asked> { Value: var asked })
            return Answer(((Refused<Asked>)decided).Reason);
        TempData["flash"] = words.Count("done.asked", asked.Told, asked.Before);
        return Redirect(Address);
    }
}
