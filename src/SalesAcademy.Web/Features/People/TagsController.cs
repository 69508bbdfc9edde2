using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.People;

/// <summary>Something a person brings that leads may ask for.</summary>
internal sealed record TagForm
{
    public static readonly IReadOnlyList<string> Kinds = ["language", "region", "product", "industry"];

    [AllowedValues("language", "region", "product", "industry", ErrorMessage = "tag-needed")]
    public string? Kind { get; init; }

    [Required(ErrorMessage = "tag-needed"), RegularExpression(@"\s*[\p{L}\p{N}][\p{L}\p{N} .&-]{0,39}\s*", ErrorMessage = "tag-needed")]
    public string? Value { get; init; }

    /// <summary>Leads are matched by this spelling. No property: those are read before anything is known to be there.</summary>
    public string Spelling() => Value!.Trim().ToLowerInvariant(); // required above
}

[Route("people/{id:guid}/tags"), Allow(Role.Hr | Role.Admin)]
internal sealed class TagsController(PersonDesk desk) : PersonChange(desk)
{
    [HttpPost]
    public Task<IActionResult> Add(Guid id, TagForm form) => Change(id, "saved", (entry, person) => Availability.AddTag(entry, person, form));

    [HttpPost("removal")]
    public Task<IActionResult> Remove(Guid id, TagForm form) => Change(id, "saved", (entry, person) => Availability.RemoveTag(entry, person, form));
}

/// <summary>Days away, both ends included.</summary>
internal sealed record LeaveForm
{
    [Required(ErrorMessage = "day-needed")]
    public DateOnly? From { get; init; }

    [Required(ErrorMessage = "day-needed")]
    public DateOnly? Until { get; init; }
}

[Route("people/{id:guid}/leaves"), Allow(Role.Hr | Role.Admin)]
internal sealed class LeavesController(PersonDesk desk) : PersonChange(desk)
{
    [HttpPost]
    public Task<IActionResult> Create(Guid id, LeaveForm form) => Change(id, "saved", (entry, person) => Availability.EnterLeave(entry, person, form));

    [HttpPost("{leave:guid}/cancellation")]
    public Task<IActionResult> CallOff(Guid id, Guid leave) => Change(id, "saved", (entry, person) => Availability.CallOffLeave(entry, person, leave));
}
