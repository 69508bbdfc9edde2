using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What arrives with an answer; whatever else a client sends is not looked at.</summary>
internal sealed class AnswerForm
{
    /// <summary>The question's number, exactly once.</summary>
    public int[] Question { get; set; } = [];

    /// <summary>The ticked options by their place on screen, from 0.</summary>
    public int[] Option { get; set; } = [];

    /// <summary>What stands in the fields of any other answer, in the order of the screen.</summary>
    public string?[] Fill { get; set; } = [];

    /// <summary>Rises with each change; a form without script sends none.</summary>
    public long? Sequence { get; set; }

    /// <summary>The sequence of the answer the page was shown with.</summary>
    public long After { get; set; }

    public bool Flagged { get; set; }

    /// <summary>The number of the question to go on to; 0 is the page that hands in.</summary>
    public int? Go { get; set; }

    /// <summary>The page of this site the check stands on.</summary>
    public string? Return { get; set; }
}

/// <summary>An answer as it is stored.</summary>
internal sealed record StoredAnswer(Response Response, long Sequence, DateTime SavedAt);

/// <summary>Keeps one answer of an open attempt. What it returns as accepted is on disk.</summary>
internal sealed class SaveAnswer(ILedger ledger)
{
    /// <summary>Refused with answer-invalid, answer-too-long (how long it may be, and is) or answer-missing, or with attempt-closed or already-answered, which are conflicts.</summary>
    /// <param name="act">Whose act.</param>
    /// <param name="paper">The attempt.</param>
    /// <param name="form">What arrives.</param>
    /// <param name="language">The language the question was shown in.</param>
    /// <param name="browser">What the browser that sends it calls itself; null where none does.</param>
    public async Task<Decision<StoredAnswer>> Run(Act act, Paper paper, AnswerForm form, string language, string? browser = null)
    {
        if (form.Question is not [var number] || paper.Find(number) is not { } question)
            return new Refusal("answer-invalid");
        if (AnswerFields.Read(question, form.Option, form.Fill) is not { } response)
            return AnswerFields.Length(question, form.Fill) is { } length ? new Refusal("answer-too-long", length.Most, length.Written) : new Refusal("answer-invalid");
        // What is final must be meant: an empty answer would lock the question for good.
        if (paper.IsCommittedAtOnce && response.IsEmpty)
            return new Refusal("answer-missing");
        var sequence = form.Sequence ?? Math.Max(new DateTimeOffset(act.At).ToUnixTimeMilliseconds(), form.After + 1);
        var answer = new StoredAnswer(response, sequence, act.At);
        // Its sequence already makes an answer sent twice one answer; a key of the client's would only bring back an older one.
        return await ledger.Run<StoredAnswer>(act with { Key = null }, async entry =>
        {
            // Closing holds the same name: an answer is stored before it is graded, or not at all.
            await entry.Hold(CloseAttempt.NameOf(paper.Attempt));
            if (response is Recorded { Recording: { } recording } && !await entry.Db.Set<RecordingRow>().AnyAsync(r => r.Id == recording && r.Attempt == paper.Attempt && r.Position == number))
                return new Refusal("answer-invalid");
            var hit = entry.Execute(paper.IsCommittedAtOnce ? AnswerStatements.Commit : AnswerStatements.Save,
                paper.Attempt, number, StoredResponse.Write(response), question.Variant.Face.In(language).Locale, form.Flagged, sequence, act.At, paper.Person, act.At - AttemptRules.Grace);
            if (hit == 1 && browser is not null)
                NoteSignal.Browser(entry, paper, number, browser);
            return hit == 1 ? answer : await WhyNot(entry, paper, question, answer);
        });
    }

    private static async Task<Decision<StoredAnswer>> WhyNot(Entry entry, Paper paper, PaperQuestion question, StoredAnswer sent)
    {
        var open = await entry.Db.Set<AttemptRow>().AnyAsync(a => a.Id == paper.Attempt && a.FinishedAt == null);
        if (!open || AttemptRules.IsOver(paper.Deadline, entry.Act.At))
            return new Refusal("attempt-closed");
        var row = await entry.Db.Set<AttemptAnswerRow>().SingleAsync(a => a.Attempt == paper.Attempt && a.Position == question.Number);
        var stored = new StoredAnswer(StoredResponse.Read(question.Key, row.Response), row.ClientSequence, row.SavedAt);
        return paper.IsCommittedAtOnce && row.Response != StoredResponse.Write(sent.Response) ? new Refusal("already-answered") : stored;
    }
}
