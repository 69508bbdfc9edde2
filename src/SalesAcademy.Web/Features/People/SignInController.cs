using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Live;

namespace SalesAcademy.Web.Features.People;

/// <summary>What somebody types to sign in.</summary>
internal sealed record SignInForm
{
    [Required(ErrorMessage = "email-needed"), StringLength(256)]
    public string? Email { get; init; }

    [Required(ErrorMessage = "password-needed"), StringLength(128)]
    public string? Password { get; init; }

    public string? ReturnUrl { get; init; }
}

[Route("people/sign-in"), AllowAnonymous]
internal sealed class SignInController(SignInManager<Credential> signIn, SignInGate gate, IPersonSource people, DemoCast cast, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public IActionResult New(string? returnUrl, bool late) => HttpContext.Features.Get<CurrentPerson>() is null
        ? View("SignIn", new SignInPage(new SignInForm { ReturnUrl = returnUrl }, cast.Members) { CameTooLate = late })
        : Back(returnUrl, "/");

    [HttpPost, EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> Create(SignInForm form)
    {
        if (!ModelState.IsValid)
            return Again(form);
        // A session belongs to one person: whoever is signed in signs out first.
        if (HttpContext.Features.Get<CurrentPerson>() is not null)
            return Back(form.ReturnUrl, "/");
        using var place = await gate.Enter(form.Email!, HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted); // required above
        if (!place.IsAcquired)
            return Later(place);
        if (await Succeeds(form))
            return Back(form.ReturnUrl, "/");
        ModelState.AddModelError("", words["sign-in.wrong"]);
        return Again(form);
    }

    // The same answer after the same work for a wrong password, an unknown address, a locked one and somebody suspended.
    private async Task<bool> Succeeds(SignInForm form)
    {
        var credential = await signIn.UserManager.FindByNameAsync(form.Email!.Trim());
        if (credential is null || await people.Find(credential.Id) is null)
            return HashAnyway(form.Password!);
        var result = await signIn.PasswordSignInAsync(credential, form.Password!, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded || (result.IsLockedOut && HashAnyway(form.Password!));
    }

    private ViewResult Again(SignInForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SignIn", new SignInPage(form with { Password = null }, cast.Members));
    }

    private bool HashAnyway(string password)
    {
        signIn.UserManager.PasswordHasher.HashPassword(new Credential(), password);
        return false;
    }
}

/// <summary>The sign-in page, with the cast of the demo where there is one.</summary>
internal sealed record SignInPage(SignInForm Form, IReadOnlyList<CastMember> Cast)
{
    /// <summary>A form was sent after the sign-in had ended; nothing of it is stored.</summary>
    public bool CameTooLate { get; init; }
}

[Route("people/sign-out")]
internal sealed class SignOutController(SignInManager<Credential> signIn, LiveConnections connections) : AcademyController
{
    [HttpPost]
    public async Task<IActionResult> Create()
    {
        await signIn.SignOutAsync();
        connections.End(Person.Id);
        return Redirect("/people/sign-in");
    }
}
