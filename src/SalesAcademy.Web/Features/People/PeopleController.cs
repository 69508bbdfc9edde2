using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.People;

/// <summary>What is asked of a newcomer.</summary>
internal sealed record JoinForm
{
    [Required(ErrorMessage = "name-needed"), StringLength(200, ErrorMessage = "name-needed")]
    public string? Name { get; init; }

    [StringLength(PersonName.Longest)]
    public string? LatinName { get; init; }

    [Required(ErrorMessage = "email-needed"), StringLength(256, ErrorMessage = "email-needed")]
    public string? Email { get; init; }

    public Guid? TeamId { get; init; }

    [StringLength(64)]
    public string? Profile { get; init; }

    public List<Role>? Roles { get; init; }

    [Required(ErrorMessage = "day-needed"), Range(typeof(DateOnly), "1970-01-01", "2099-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "day-needed")]
    public DateOnly? HiredOn { get; init; }

    public string Language { get; init; } = ReaderLanguage.English;

    public string? Zone { get; init; }

    [Required(ErrorMessage = "password-needed"), StringLength(256, ErrorMessage = "password-needed")]
    public string? Password { get; init; }
}

/// <summary>The form with what may be chosen in it.</summary>
internal sealed record JoinPage(JoinForm Form, IReadOnlyList<TeamName> Teams, IReadOnlyList<ProfileName> Profiles, IReadOnlyList<Role> Roles);

/// <summary>Everybody, and the newcomer.</summary>
[Route("people"), Allow(Role.Hr | Role.Admin)]
internal sealed class PeopleController(AcademyDb db, JoinPerson join, IRoleProfiles profiles, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    [HttpGet]
    public async Task<IActionResult> Index(PeopleFilter filter, CancellationToken cancellation) =>
        View("People", await PeoplePage.Read(db, Person, filter, cancellation));

    [HttpGet("new")]
    public async Task<IActionResult> New() =>
        View("NewPerson", await Page(new JoinForm { Roles = [Role.Rep], HiredOn = clock.Today, Language = Person.Language, Zone = Person.Zone.Id }));

    [HttpPost]
    public async Task<IActionResult> Create(JoinForm form, CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await Again(form);
        var joined = await Newcomer(form, cancellation) switch
        {
            Accepted<PersonRow> { Value: var person } => await join.Run(Act(), person, (form.Roles ?? []).Aggregate(Role.None, (all, role) => all | role), form.Password, cancellation),
            Refused<PersonRow> { Reason: var unfit } => unfit,
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
        if (joined is not Accepted<Guid> { Value: var newcomer })
        {
            var reason = ((Refused<Guid>)joined).Reason;
            SayInForm(reason, words, FieldOf(reason));
            return await Again(form);
        }

        TempData["flash"] = words["joined"].Value;
        return Redirect($"/people/{newcomer}");
    }

    private static string FieldOf(Refusal reason) => reason.Key switch
    {
        "name-invalid" => nameof(JoinForm.Name),
        "latin-name-invalid" => nameof(JoinForm.LatinName),
        "email-invalid" or "email-taken" => nameof(JoinForm.Email),
        "team-unknown" => nameof(JoinForm.TeamId),
        "profile-unknown" => nameof(JoinForm.Profile),
        "roles-needed" or "roles-need-administrator" => nameof(JoinForm.Roles),
        "key-reused" => "",
        _ => nameof(JoinForm.Password),
    };

    private async Task<Decision<PersonRow>> Newcomer(JoinForm form, CancellationToken cancellation)
    {
        if (PersonName.Decide(form.Name) is not Accepted<string> { Value: var name })
            return new Refusal("name-invalid", PersonName.Longest);
        if (PersonName.DecideLatin(form.LatinName) is not Accepted<string?> { Value: var latinName })
            return new Refusal("latin-name-invalid", PersonName.Longest);
        var place = await Placing.Decide(db, profiles, form.TeamId, form.Profile, cancellation);
        if (place is Refused<Done> refused)
            return refused.Reason;
        return new PersonRow
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            LatinName = latinName,
            Email = form.Email!,
            TeamId = form.TeamId,
            Profile = string.IsNullOrEmpty(form.Profile) ? null : form.Profile,
            HiredOn = form.HiredOn!.Value,
            Language = ReaderLanguage.IsKnown(form.Language) ? form.Language : ReaderLanguage.English,
            ContentLanguage = ReaderLanguage.IsKnown(form.Language) ? form.Language : ReaderLanguage.English,
            Zone = Zones.IsKnown(form.Zone) ? form.Zone! : clock.Zone.Id,
        };
    }

    private async Task<JoinPage> Page(JoinForm form) => new(form, await PeoplePage.TeamsOf(db, HttpContext.RequestAborted), profiles.All,
        [.. Enum.GetValues<Role>().Where(role => RoleGrants.Decide(Person.Roles, toSelf: false, Role.None, role, otherAdministrators: true) is Accepted<Role>)]);

    private async Task<ViewResult> Again(JoinForm form)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("NewPerson", await Page(form with { Password = null }));
    }
}

/// <summary>Whether a team and a profile exist; neither is ever deleted while somebody is in it.</summary>
internal static class Placing
{
    public static async Task<Decision<Done>> Decide(AcademyDb db, IRoleProfiles profiles, Guid? team, string? profile, CancellationToken cancellation = default)
    {
        if (!string.IsNullOrEmpty(profile) && profiles.All.All(known => known.Id != profile))
            return new Refusal("profile-unknown");
        return team is null || await db.Set<TeamRow>().AnyAsync(t => t.Id == team, cancellation) ? Done.Value : new Refusal("team-unknown");
    }
}
