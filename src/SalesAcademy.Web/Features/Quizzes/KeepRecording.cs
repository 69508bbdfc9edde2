using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A recording as it arrives.</summary>
internal sealed class RecordingForm
{
    /// <summary>The question's number.</summary>
    public int Question { get; set; }

    public IFormFile? Recording { get; set; }

    /// <summary>Rises with each change, as with any answer; a form without script sends none.</summary>
    public long? Sequence { get; set; }

    /// <summary>The sequence of the answer the page was shown with.</summary>
    public long After { get; set; }

    public bool Flagged { get; set; }
}

/// <summary>Keeps a recorded pitch as the answer to its question. What it returns as accepted is on disk: the file first, then the answer.</summary>
internal sealed class KeepRecording(ILedger ledger, RecordingShelf recordings, SaveAnswer save, Limits limits, TimeProvider time)
{
    /// <summary>
    /// Refused with answer-invalid where no recording is asked for, recording-empty, recording-type, recording-takes (with how many may be
    /// sent), or as saving refuses.
    /// </summary>
    public async Task<Decision<StoredAnswer>> Run(Act act, Paper paper, RecordingForm form, string language, CancellationToken cancellation)
    {
        if (paper.Find(form.Question) is not { Key: RubricKey { Medium: not AnswerMedium.Text and var medium } } question)
            return new Refusal("answer-invalid");
        if (form.Recording is not { Length: > 0 } file)
            return new Refusal("recording-empty");
        await using var content = file.OpenReadStream();
        if (await RecordingShelf.MediaTypeOf(content, medium, cancellation) is not { } type)
            return new Refusal("recording-type");
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var (bytes, hash) = await recordings.Keep(id, content, cancellation);
        var kept = await Register(act, paper, new RecordingRow
        {
            Id = id,
            Attempt = paper.Attempt,
            Position = question.Number,
            Person = paper.Person,
            MediaType = type,
            Bytes = bytes,
            Sha256 = hash,
            ReceivedAt = act.At,
        });
        var saved = kept is Refused<Done> { Reason: var refused } ? refused : await save.Run(act,
            paper, new AnswerForm { Question = [question.Number], Fill = [id.ToString()], Sequence = form.Sequence, After = form.After, Flagged = form.Flagged }, language);
        if (kept is Refused<Done>)
            recordings.Discard(id);
        return saved;
    }

    private Task<Decision<Done>> Register(Act act, Paper paper, RecordingRow row) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold(CloseAttempt.NameOf(paper.Attempt));
        if (!await entry.Db.Set<AttemptRow>().AnyAsync(a => a.Id == paper.Attempt && a.FinishedAt == null) || AttemptRules.IsOver(paper.Deadline, act.At))
            return new Refusal("attempt-closed");
        if (await entry.Db.Set<RecordingRow>().CountAsync(r => r.Attempt == row.Attempt && r.Position == row.Position) >= limits.RecordingTakes)
            return new Refusal("recording-takes", limits.RecordingTakes);
        entry.Db.Add(row);
        return Done.Value;
    });
}
