using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

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
    public Task<IActionResult> Add(Guid id, TagForm form) => Change(id, "saved", async (entry, person) =>
    {
        if (await entry.Db.FindAsync<PersonTagRow>(person.Id, form.Kind, form.Spelling()) is not null)
            return Done.Value;
        entry.Db.Add(new PersonTagRow { PersonId = person.Id, Kind = form.Kind!, Value = form.Spelling() });
        await Tell(entry, person.Id);
        return Done.Value;
    });

    [HttpPost("removal")]
    public Task<IActionResult> Remove(Guid id, TagForm form) => Change(id, "saved", async (entry, person) =>
    {
        if (await entry.Db.FindAsync<PersonTagRow>(person.Id, form.Kind, form.Spelling()) is not { } tag)
            return Done.Value;
        entry.Db.Remove(tag);
        await Tell(entry, person.Id);
        return Done.Value;
    });

    // All of them: what somebody brought on any day is read from the trunk.
    private static async Task Tell(Entry entry, Guid person)
    {
        var held = entry.Db.Set<PersonTagRow>();
        await held.Where(tag => tag.PersonId == person).LoadAsync();
        entry.Record(new TagsChanged(person, [.. held.Local.Where(tag => tag.PersonId == person).Select(tag => new HeldTag(tag.Kind, tag.Value)).OrderBy(tag => tag.Kind, StringComparer.Ordinal).ThenBy(tag => tag.Value, StringComparer.Ordinal)]));
    }
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
    private const int LongestDays = 366;

    [HttpPost]
    public Task<IActionResult> Create(Guid id, LeaveForm form) => Change(id, "saved", async (entry, person) =>
    {
        var (from, until) = (form.From!.Value, form.Until!.Value);
        if (until < from || until.DayNumber - from.DayNumber >= LongestDays || until < entry.Act.Today)
            return new Refusal("leave-days", LongestDays);
        await entry.Hold($"leaves:{person.Id}");
        if (await entry.Db.Set<LeaveRow>().AnyAsync(l => l.PersonId == person.Id && l.From <= until && l.Until >= from))
            return new Refusal("leave-overlaps");
        entry.Db.Add(new LeaveRow { Id = entry.NewId(), PersonId = person.Id, From = from, Until = until });
        entry.Record(new LeaveTaken(person.Id, from, until));
        return Done.Value;
    });

    [HttpPost("{leave:guid}/cancellation")]
    public Task<IActionResult> CallOff(Guid id, Guid leave) => Change(id, "saved", async (entry, person) =>
    {
        if (await entry.Db.Set<LeaveRow>().SingleOrDefaultAsync(l => l.Id == leave && l.PersonId == person.Id && l.Until >= entry.Act.Today) is not { } row)
            return Refusal.NotFound;
        entry.Db.Remove(row);
        entry.Record(new LeaveCalledOff(person.Id, row.From, row.Until));
        return Done.Value;
    });
}
