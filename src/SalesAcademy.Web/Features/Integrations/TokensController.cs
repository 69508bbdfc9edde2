using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations;

/// <summary>The tokens with which other systems call the interface: issued, shown once, revoked.</summary>
[Route(Address), Allow(Role.SalesOps | Role.Admin)]
internal sealed class TokensController(AcademyDb db, ILedger ledger, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/integrations/tokens";

    /// <summary>Also the first page of the room.</summary>
    [HttpGet, HttpGet("/integrations")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Tokens", await TokensPage.Read(db, clock.Now, new TokenForm(), shown: null, cancellation));

    [HttpPost]
    public async Task<IActionResult> Create(TokenForm form, CancellationToken cancellation)
    {
        var token = TokenSecret.New();
        if (ModelState.IsValid)
        {
            var issued = await ledger.Run<Guid>(Act(), entry => Task.FromResult(Tokens.Issue(entry, form, token)), cancellation);
            if (issued is Accepted<Guid> { Value: var id })
                return await Shown(id, token, cancellation);
            SayInForm(((Refused<Guid>)issued).Reason, words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Tokens", await TokensPage.Read(db, clock.Now, form, shown: null, cancellation));
    }

    [HttpPost("{id:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid id)
    {
        var revoked = await ledger.Run<Done>(Act(), entry => Tokens.Revoke(entry, id));
        if (revoked is Refused<Done> { Reason: var reason })
            return Answer(reason);
        TempData["flash"] = words["token.revoked-done"].Value;
        return Redirect(Address);
    }

    // A form that was sent twice has made one token, and only the first answer knows it.
    private async Task<IActionResult> Shown(Guid id, string token, CancellationToken cancellation)
    {
        var hash = await db.Set<TokenRow>().Where(t => t.Id == id).Select(t => t.Hash).SingleAsync(cancellation);
        return TokenSecret.IsOf(token, hash) ? View("Tokens", await TokensPage.Read(db, clock.Now, new TokenForm(), token, cancellation)) : Redirect(Address);
    }
}

/// <summary>A token as a line.</summary>
internal sealed record TokenLine(TokenRow Token, string? CreatedBy, bool IsGood);

/// <summary>Every token, the newest first, and the form for another.</summary>
/// <param name="Form">What was typed in.</param>
/// <param name="Shown">The token just made, this once.</param>
/// <param name="Lines">The newest first.</param>
internal sealed record TokensPage(TokenForm Form, string? Shown, IReadOnlyList<TokenLine> Lines)
{
    private const int Most = 200;

    public static async Task<TokensPage> Read(AcademyDb db, DateTime now, TokenForm form, string? shown, CancellationToken cancellation)
    {
        var lines = await (
            from token in db.Set<TokenRow>()
            from person in db.Set<PersonRow>().Where(p => p.Id == token.CreatedBy).DefaultIfEmpty()
            orderby token.CreatedAt descending, token.Id
            select new { Token = token, person!.Name }).Take(Most).ToListAsync(cancellation);
        return new(form, shown, [.. lines.Select(line => new TokenLine(line.Token, line.Name, line.Token.IsGood(now)))]);
    }
}
