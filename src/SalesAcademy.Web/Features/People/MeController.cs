using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.People;

/// <summary>How somebody wants to read, and whether mail may follow.</summary>
internal sealed record MeForm
{
    [AllowedValues(ReaderLanguage.English, ReaderLanguage.Chinese)]
    public string? Language { get; init; }

    [AllowedValues(ReaderLanguage.English, ReaderLanguage.Chinese)]
    public string? ContentLanguage { get; init; }

    [Required]
    public string? Zone { get; init; }

    public bool MailsNotices { get; init; }
}

/// <summary>A new password, by somebody who knows the present one.</summary>
internal sealed record PasswordForm
{
    [Required(ErrorMessage = "password-needed"), StringLength(256, ErrorMessage = "password-needed")]
    public string? Present { get; init; }

    [Required(ErrorMessage = "password-needed"), StringLength(256, ErrorMessage = "password-needed")]
    public string? Next { get; init; }
}

/// <summary>One's own preferences.</summary>
internal sealed record MePage(string Name, string Email, MeForm Form, bool SendsMail, string Section);

[Route("people/me")]
internal sealed class MeController(AcademyDb db, ILedger ledger, Staff staff, WayIn way, SignInGate gate, MailOptions mail, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Show() => View("Me", await Page("preferences"));

    [HttpPost]
    public async Task<IActionResult> Save(MeForm form)
    {
        if (!ModelState.IsValid || !(Zones.IsKnown(form.Zone) || form.Zone == Person.Zone.Id))
            return await Again("preferences");
        var saved = await ledger.Run<Done>(Act(), async entry =>
        {
            var row = (await entry.Db.FindAsync<PersonRow>(Person.Id))!; // somebody signed in has a row
            (row.Language, row.ContentLanguage, row.Zone, row.MailsNotices) = (form.Language!, form.ContentLanguage!, form.Zone!, form.MailsNotices);
            entry.Record(new PreferencesChanged(Person.Id, row.Zone));
            return Done.Value;
        });
        if (saved is Refused<Done> { Reason: var refused })
            return Answer(refused);
        staff.Forget(Person.Id);
        ReaderLanguage.Speak(form.Language!);
        return Said("saved");
    }

    [HttpPost("password"), EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> ChangePassword(PasswordForm form)
    {
        if (!ModelState.IsValid)
            return await Again("password");
        using var place = await gate.Enter(Person.Id.ToString(), HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);
        if (!place.IsAcquired)
            return Later(place);
        if (await way.Change(Person.Id, form.Present!, form.Next!, await OwnSession()) is Refused<Done> { Reason: var reason })
        {
            SayInForm(reason, words);
            return await Again("password");
        }

        await ledger.Run<Done>(Act(), entry =>
        {
            entry.Record(new PasswordChanged(Person.Id));
            return Task.FromResult<Decision<Done>>(Done.Value);
        });
        return Said("password-changed");
    }

    private async Task<string?> OwnSession() =>
        (await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties?.Items.TryGetValue(SessionStore.Own, out var own) == true ? own : null;

    private async Task<MePage> Page(string section)
    {
        var row = await db.Set<PersonRow>().SingleAsync(p => p.Id == Person.Id);
        var form = new MeForm { Language = row.Language, ContentLanguage = row.ContentLanguage, Zone = row.Zone, MailsNotices = row.MailsNotices };
        return new MePage(row.Name, row.Email, form, mail.IsSetUp, section);
    }

    private async Task<IActionResult> Again(string section)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Me", await Page(section));
    }

    private RedirectResult Said(string word)
    {
        TempData["flash"] = words[word].Value;
        return Redirect("/people/me");
    }
}
