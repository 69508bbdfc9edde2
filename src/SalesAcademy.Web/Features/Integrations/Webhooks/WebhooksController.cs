using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>A webhook as it is asked for.</summary>
internal sealed record WebhookForm
{
    [Required(ErrorMessage = "webhook.address-needed"), StringLength(500)]
    public string? Address { get; init; }

    /// <summary>The messages ticked.</summary>
    public IReadOnlyList<string>? Type { get; init; }
}

/// <summary>Addresses of other systems that are told what happens.</summary>
[Route(Address), Allow(Role.SalesOps | Role.Admin)]
internal sealed class WebhooksController(AcademyDb db, ILedger ledger, WebhookDesk desk, WebhookAddress addresses, Signing signing, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/integrations/webhooks";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Webhooks", await WebhooksPage.Read(db, new WebhookForm(), cancellation));

    [HttpPost]
    public async Task<IActionResult> Create(WebhookForm form, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var (secret, decided) = (Signing.NewSecret(), await addresses.Decide(form.Address, cancellation));
            var added = decided is Accepted<string> { Value: var address }
                ? await ledger.Run<Guid>(Act(), entry => Task.FromResult(desk.Add(entry, address, form.Type ?? [], secret)), cancellation)
                : ((Refused<string>)decided).Reason;
            if (added is Accepted<Guid> { Value: var id })
                return await Page(id, secret, cancellation) ?? NotFound();
            SayInForm(((Refused<Guid>)added).Reason, words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Webhooks", await WebhooksPage.Read(db, form, cancellation));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation) => await Page(id, shown: null, cancellation) ?? NotFound();

    [HttpPost("{id:guid}/secrets")]
    public async Task<IActionResult> Rotate(Guid id, CancellationToken cancellation)
    {
        var secret = Signing.NewSecret();
        return await ledger.Run<Done>(Act(), entry => desk.Rotate(entry, id, secret), cancellation) is Refused<Done> { Reason: var reason } ? Answer(reason) : await Page(id, secret, cancellation) ?? NotFound();
    }

    [HttpPost("{id:guid}/state")]
    public Task<IActionResult> Switch(Guid id, bool on) => Run(id, on ? "webhook.on-done" : "webhook.off-done", entry => WebhookDesk.Switch(entry, id, on));

    [HttpPost("{id:guid}/tests")]
    public Task<IActionResult> Test(Guid id) => Run(id, "webhook.test-done", entry => WebhookDesk.Test(entry, id));

    [HttpPost("{id:guid}/deliveries/{delivery:guid}/repetitions")]
    public Task<IActionResult> Repeat(Guid id, Guid delivery) => Run(id, "webhook.repeat-done", entry => WebhookDesk.Repeat(entry, id, delivery));

    private async Task<IActionResult> Run(Guid id, string done, Func<Entry, Task<Decision<Done>>> command)
    {
        if (await ledger.Run<Done>(Act(), command) is Refused<Done> { Reason: var reason })
        {
            if (reason == Refusal.NotFound)
                return NotFound();
            SayInForm(reason, words);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Page(id, shown: null, HttpContext.RequestAborted) ?? NotFound();
        }

        TempData["flash"] = words[done].Value;
        return Redirect($"{Address}/{id}");
    }

    // A form that was sent twice has made one secret, and only the first answer knows it.
    private async Task<IActionResult?> Page(Guid id, string? shown, CancellationToken cancellation) =>
        await WebhookPage.Read(db, id, cancellation) is { } page ? View("Webhook", page with { Shown = shown is not null && signing.IsOf(shown, page.Webhook.Secret) ? shown : null }) : null;
}

/// <summary>Every webhook, and the form for another.</summary>
internal sealed record WebhooksPage(WebhookForm Form, IReadOnlyList<WebhookRow> Webhooks)
{
    public static async Task<WebhooksPage> Read(AcademyDb db, WebhookForm form, CancellationToken cancellation) =>
        new(form, await db.Set<WebhookRow>().OrderBy(w => w.DisabledAt != null).ThenBy(w => w.CreatedAt).ToListAsync(cancellation));
}

/// <summary>One webhook with what was sent to it lately.</summary>
/// <param name="Webhook">The row.</param>
/// <param name="Deliveries">The newest first.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="Shown">The secret just made, this once.</param>
internal sealed record WebhookPage(WebhookRow Webhook, IReadOnlyList<DeliveryLine> Deliveries, int Waiting, string? Shown = null)
{
    private const int Most = 100;

    public static async Task<WebhookPage?> Read(AcademyDb db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<WebhookRow>().SingleOrDefaultAsync(w => w.Id == id, cancellation) is not { } webhook)
            return null;
        var of = db.Set<DeliveryRow>().Where(d => d.Webhook == id);
        var newest = await of.OrderByDescending(d => d.Number).Take(Most).ToListAsync(cancellation);
        var ids = newest.Select(d => d.Id).ToArray();
        var tries = (await db.Set<TryRow>().Where(t => ids.Contains(t.Delivery)).OrderBy(t => t.Number).ToListAsync(cancellation)).ToLookup(t => t.Delivery);
        return new(webhook, [.. newest.Select(d => new DeliveryLine(d, [.. tries[d.Id]]))], await of.CountAsync(d => d.State == DeliveryState.Waiting, cancellation));
    }
}

/// <summary>A delivery with every try.</summary>
internal sealed record DeliveryLine(DeliveryRow Delivery, IReadOnlyList<TryRow> Tries);
