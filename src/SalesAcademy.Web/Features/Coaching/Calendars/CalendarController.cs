using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Coaching.Calendars;

/// <summary>The address under which a person's calendars read their sessions: taken, shown once, renewed, given up; and one session as a file.</summary>
[Route(Address)]
internal sealed class CalendarController(AcademyDb db, AcademyOptions options, KeepCalendarAddress keep, SessionCalendar calendar, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/coaching/calendar";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation) => View("Calendars/Calendar", new CalendarPage(await Present(cancellation), Shown: null));

    [HttpPost]
    public async Task<IActionResult> Renew(CancellationToken cancellation)
    {
        var secret = RandomSecret.New();
        if (await keep.Take(Act(), Person.Id, secret) is Refused<Done> refused)
            return Answer(refused.Reason);
        // A form that was sent twice has made one address, and only the first answer knows it.
        return await Present(cancellation) is { } row && row.Hash == RandomSecret.HashOf(secret)
            ? View("Calendars/Calendar", new CalendarPage(row, new Uri(options.SiteOf(Request), $"{Address}/{secret}.ics")))
            : Redirect(Address);
    }

    [HttpPost("end")]
    public async Task<IActionResult> End()
    {
        if (await keep.GiveUp(Act(), Person.Id) is Refused<Done> refused)
            return Answer(refused.Reason);
        TempData["flash"] = words["calendar.ended"].Value;
        return Redirect(Address);
    }

    [HttpGet("/coaching/sessions/{id:guid}/calendar.ics")]
    public async Task<IActionResult> Session(Guid id, CancellationToken cancellation) =>
        await calendar.One(Person.Id, id, options.SiteOf(Request), cancellation) is { } file ? File(Encoding.UTF8.GetBytes(file), CalendarType.Name, "session.ics") : NotFound();

    private Task<CalendarAddressRow?> Present(CancellationToken cancellation) => db.Set<CalendarAddressRow>().SingleOrDefaultAsync(a => a.Person == Person.Id && a.EndedAt == null, cancellation);
}

/// <summary>The address somebody has, and, right after it was taken, the address itself.</summary>
internal sealed record CalendarPage(CalendarAddressRow? Present, Uri? Shown)
{
    /// <summary>What calendars on a phone or a desk open by themselves.</summary>
    public string? Webcal => Shown is null ? null : $"webcal://{Shown.Authority}{Shown.AbsolutePath}";
}

internal static class CalendarType
{
    public const string Name = "text/calendar; charset=utf-8";

    /// <summary>The public address of this site: as set up, otherwise the one that was asked.</summary>
    public static Uri SiteOf(this AcademyOptions options, HttpRequest request) => options.Address ?? new Uri($"{request.Scheme}://{request.Host}");
}
