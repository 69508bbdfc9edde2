using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People.Erasure;

/// <summary>Why somebody is erased: their own request, or the end of the time for which their record had to be kept.</summary>
internal sealed record ErasureForm
{
    [Required(ErrorMessage = "reason-needed"), StringLength(500, ErrorMessage = "reason-needed")]
    public string? Reason { get; init; }
}

/// <summary>Asks for the erasure of somebody who has left, and calls it off while there is time.</summary>
[Route("people/{id:guid}/erasure"), Allow(Role.Hr | Role.Admin)]
internal sealed class ErasuresController(PersonDesk desk, AcademyOptions options) : PersonChange(desk)
{
    [HttpPost]
    public Task<IActionResult> Create(Guid id, ErasureForm form) => Change(id, "erasure.asked", async (entry, person) =>
    {
        await entry.Hold(ErasePeople.NameOf(id));
        if ((await Staff.RolesOf(entry.Db, id)).HasFlag(Role.Admin) && !Person.Is(Role.Admin))
            return new Refusal("roles-need-administrator");
        var waits = await Waiting(entry, id).AnyAsync();
        if (Erasing.Decide(Person.Id == id, person.SuspendedAt is not null, person.ErasedAt is not null, waits) is Refused<Done> refused)
            return refused;
        var row = new ErasureRow
        {
            Id = entry.NewId(),
            Person = id,
            AskedAt = entry.Act.At,
            AskedBy = Person.Id,
            Reason = entry.Say(form.Reason!, about: id), // required by the form
            DueOn = entry.Act.Today.AddDays(options.ErasureDays),
        };
        entry.Db.Add(row);
        entry.Record(new ErasureAsked(id, row.Id, row.DueOn));
        return Done.Value;
    });

    [HttpPost("calling-off")]
    public Task<IActionResult> CallOff(Guid id) => Change(id, "erasure.called-off", async (entry, _) =>
    {
        await entry.Hold(ErasePeople.NameOf(id));
        if (await Waiting(entry, id).SingleOrDefaultAsync() is not { } row)
            return new Refusal("erasure-none");
        (row.CalledOffAt, row.CalledOffBy) = (entry.Act.At, entry.Act.Actor);
        entry.Record(new ErasureCalledOff(id, row.Id));
        return Done.Value;
    });

    private static IQueryable<ErasureRow> Waiting(Entry entry, Guid person) => entry.Db.Set<ErasureRow>().Where(e => e.Person == person && e.CalledOffAt == null && e.DoneAt == null);
}
