using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Takes recorded pitches, and plays them to their person and to whoever may grade them.</summary>
internal sealed class RecordingsController(AcademyDb db, PaperShelf shelf, RecordingShelf recordings, KeepRecording keep, Moments moments, IStringLocalizer<Words> words) : AcademyController
{
    public static string AddressOf(Guid recording) => $"/quizzes/recordings/{recording}";

    [HttpPost("quizzes/attempts/{id:guid}/recordings"), EnableRateLimiting(Limits.Saving), TakesRecordings]
    public async Task<IActionResult> Take(Guid id, RecordingForm form, CancellationToken cancellation)
    {
        if (await shelf.Find(id, Person.Id, cancellation) is not { } paper)
            return NotFound();
        var saved = ModelState.IsValid ? await keep.Run(Act(), paper, form, Person.ContentLanguage, cancellation) : new Refusal("answer-invalid");
        var page = $"/quizzes/attempts/{id}?q={form.Question}";
        if (Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal))
            return this.ForScript(saved, paper, form.Question, moments, words);
        if (saved is Refused<StoredAnswer> { Reason: var why })
            TempData["flash"] = words[$"refusal.{why.Key}", [.. why.Arguments]].Value;
        return Redirect(page);
    }

    [HttpGet("quizzes/recordings/{recording:guid}")]
    public async Task<IActionResult> Play(Guid recording, CancellationToken cancellation)
    {
        var row = await db.Set<RecordingRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == recording, cancellation);
        if (row is null || (row.Person != Person.Id && !(Person.Is(Role.Manager | Role.Hr) && await Learners.Of(db, Person).AnyAsync(p => p.Id == row.Person, cancellation))))
            return NotFound();
        var path = recordings.PathOf(recording);
        return System.IO.File.Exists(path) ? PhysicalFile(path, row.MediaType, enableRangeProcessing: true) : NotFound();
    }
}
