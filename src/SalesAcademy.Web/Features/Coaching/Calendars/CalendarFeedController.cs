using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Coaching.Calendars;

/// <summary>What calendars fetch every hour or so, without signing in: the sessions of whoever took this address. An address that is unknown, renewed, given up or of somebody who is gone is not there.</summary>
[Route(CalendarController.Address), AllowAnonymous, EnableRateLimiting(Limits.Calendar)]
internal sealed class CalendarFeedController(AcademyDb db, AcademyOptions options, Staff staff, SessionCalendar calendar) : AcademyController
{
    [HttpGet("{secret}.ics")]
    public async Task<IActionResult> Show(string secret, CancellationToken cancellation)
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers.CacheControl = "private, no-cache"; // kept by the one who asks, and asked for anew with its tag
        if (secret.Length != RandomSecret.Length)
            return NotFound();
        var hash = RandomSecret.HashOf(secret);
        var owner = await db.Set<CalendarAddressRow>().Where(a => a.Hash == hash && a.EndedAt == null).Select(a => (Guid?)a.Person).SingleOrDefaultAsync(cancellation);
        if (owner is not { } id || await staff.Find(id, cancellation) is not { } person)
            return NotFound();
        ReaderLanguage.Speak(person.Language);
        var file = Encoding.UTF8.GetBytes(await calendar.All(person.Id, options.SiteOf(Request), cancellation));
        return File(file, CalendarType.Name, lastModified: null, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))}\""));
    }
}
