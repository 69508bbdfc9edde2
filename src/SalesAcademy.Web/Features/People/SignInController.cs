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
internal sealed class SignInController(SignInManager<Credential> signIn, SignInGate gate, DemoCast cast, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public IActionResult New(string? returnUrl) => HttpContext.Features.Get<CurrentPerson>() is null
        ? View("SignIn", new SignInPage(new SignInForm { ReturnUrl = returnUrl }, cast.Members))
        : Back(returnUrl, "/");

    [HttpPost, EnableRateLimiting(Limits.SignIn)]
    public async Task<IActionResult> Create(SignInForm form)
    {
        if (!ModelState.IsValid)
            return Again(form);
        using var place = await gate.Enter(HttpContext.RequestAborted);
        if (!place.IsAcquired)
            return StatusCode(StatusCodes.Status429TooManyRequests);
        // The same answer and the same work for a wrong password and an unknown address.
        var result = await signIn.UserManager.FindByNameAsync(form.Email!) is { } credential
            ? await signIn.PasswordSignInAsync(credential, form.Password!, isPersistent: false, lockoutOnFailure: true)
            : HashAnyway(form.Password!);
        if (result.Succeeded)
            return Back(form.ReturnUrl, "/");
        ModelState.AddModelError("", words[result.IsLockedOut ? "sign-in.locked" : "sign-in.wrong"]);
        return Again(form);
    }

    private ViewResult Again(SignInForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SignIn", new SignInPage(form with { Password = null }, cast.Members));
    }

    private Microsoft.AspNetCore.Identity.SignInResult HashAnyway(string password)
    {
        signIn.UserManager.PasswordHasher.HashPassword(new Credential(), password);
        return Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }
}

/// <summary>The sign-in page, with the cast of the demo where there is one.</summary>
internal sealed record SignInPage(SignInForm Form, IReadOnlyList<CastMember> Cast);

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
