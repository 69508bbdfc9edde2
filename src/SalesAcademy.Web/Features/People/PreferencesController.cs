using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>How a reader wants to read: on every page, also before sign-in.</summary>
[Route("people/preferences"), AllowAnonymous]
internal sealed class PreferencesController(ILedger ledger, Staff staff) : AcademyController
{
    // New for each cookie: the cookie policy writes into the options that it is given.
    private static CookieOptions Lasting => new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) };

    [HttpPost("language")]
    public async Task<IActionResult> Language(string language, string? returnUrl)
    {
        if (!ReaderLanguage.IsKnown(language))
            return BadRequest();
        Response.Cookies.Append(ReaderLanguage.Cookie, language, Lasting);
        return await Change(row => row.Language = language) ?? Back(returnUrl, "/");
    }

    [HttpPost("content-language")]
    public async Task<IActionResult> ContentLanguage(string language, string? returnUrl)
    {
        if (!ReaderLanguage.IsKnown(language))
            return BadRequest();
        return await Change(row => row.ContentLanguage = language) ?? Back(returnUrl, "/");
    }

    [HttpPost("theme")]
    public IActionResult Theme(string theme, string? returnUrl)
    {
        if (theme is not ("auto" or "light" or "dark"))
            return BadRequest();
        Response.Cookies.Append("theme", theme, Lasting);
        return Back(returnUrl, "/");
    }

    [HttpPost("text-size")]
    public IActionResult TextSize(string size, string? returnUrl)
    {
        if (size is not ("normal" or "large" or "larger"))
            return BadRequest();
        Response.Cookies.Append("text-size", size, Lasting);
        return Back(returnUrl, "/");
    }

    // Null when it is done, or there is nobody to keep it for.
    private async Task<IActionResult?> Change(Action<PersonRow> change)
    {
        if (HttpContext.Features.Get<CurrentPerson>() is not { } person)
            return null;
        var changed = await ledger.Run<Done>(Act(), async entry =>
        {
            if (await entry.Db.FindAsync<PersonRow>(person.Id) is not { } row)
                return Refusal.NotFound;
            change(row);
            entry.Record(new PreferencesChanged(person.Id, row.Zone));
            return Done.Value;
        });
        staff.Forget(person.Id);
        return changed is Refused<Done> { Reason: var reason } ? Answer(reason) : null;
    }
}
