using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>What every controller needs: who asks, the act to record, and the answer to a refusal.</summary>
internal abstract class AcademyController : Controller
{
    protected CurrentPerson Person => HttpContext.Features.Get<CurrentPerson>()
        ?? throw new InvalidOperationException("This page needs somebody signed in; it must not be AllowAnonymous.");

    /// <summary>An act of the person asking, under the client's Idempotency-Key (header, or the form's hidden field _key).</summary>
    protected Act Act(string? reason = null)
    {
        var key = Request.Headers["Idempotency-Key"].FirstOrDefault() ?? (Request.HasFormContentType ? Request.Form["_key"].FirstOrDefault() : null);
        var clock = HttpContext.RequestServices.GetRequiredService<Clock>();
        return clock.Act(Person.Id, reason, string.IsNullOrEmpty(key) || key.Length > 64 ? null : new IdempotencyKey(key, Fingerprint()));
    }

    /// <summary>Not found for what is not this person's to see; otherwise 422 with the refusal in words where the caller has put them.</summary>
    protected ActionResult Answer(Refusal refusal) => refusal.Key switch
    {
        "not-found" => NotFound(),
        "key-reused" => StatusCode(StatusCodes.Status409Conflict),
        _ => Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: refusal.Key),
    };

    /// <summary>Puts a refusal among the faults of the form, in the room's words; beside a field where it is about one.</summary>
    protected void SayInForm(Refusal refusal, IStringLocalizer words, string field = "") => ModelState.AddModelError(
        field, refusal.Key == "key-reused" ? HttpContext.RequestServices.GetRequiredService<IStringLocalizer<HouseWords>>()["error.409.text"] : words[$"refusal.{refusal.Key}", [.. refusal.Arguments]]);

    /// <summary>Goes on with a word about what was done; shows the form again with what was refused; not found for what is not this person's to see.</summary>
    protected Task<IActionResult> AnswerForm<T>(Decision<T> decided, IStringLocalizer words, string done, string on, Func<Task<IActionResult>> form)
    {
        if (decided is Refused<T> { Reason: var reason })
        {
            if (reason == Refusal.NotFound)
                return Task.FromResult<IActionResult>(NotFound());
            SayInForm(reason, words);
            return FormAgain(form);
        }

        TempData["flash"] = words[done].Value;
        return Task.FromResult<IActionResult>(Redirect(on));
    }

    /// <summary>The form again, with its faults and what was typed.</summary>
    protected Task<IActionResult> FormAgain(Func<Task<IActionResult>> form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return form();
    }

    /// <summary>Addresses of this site may have any letters; a header may not.</summary>
    public override RedirectResult Redirect([StringSyntax(StringSyntaxAttribute.Uri)] string url) =>
        base.Redirect(string.Concat(url.EnumerateRunes().Select(rune => rune.Value is > ' ' and < 0x7F ? rune.ToString() : Uri.EscapeDataString(rune.ToString()))));

    /// <summary>Only ever back to a page of this site.</summary>
    protected ActionResult Back(string? to, string otherwise) => Redirect(Url.IsLocalUrl(to) ? to : otherwise);

    /// <summary>Too many ask for this at once or in a minute; says when to come again.</summary>
    protected StatusCodeResult Later(RateLimitLease refused)
    {
        Response.Refuse(refused);
        return StatusCode(StatusCodes.Status429TooManyRequests);
    }

    private string Fingerprint()
    {
        // Of a password nothing is kept but its slow hash.
        var form = Request.HasFormContentType
            ? string.Join('&', Request.Form.Where(f => f.Key is not "_key" and not "__RequestVerificationToken" and not "Password").OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}"))
            : "";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Request.Method} {Request.Path}?{form}")));
    }
}
