using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a page tells of itself; the time is the server's.</summary>
internal sealed class SignalForm
{
    public SignalKind? Kind { get; set; }

    public int Question { get; set; }
}

/// <summary>Notes what a person may later read beside the answers of a certification attempt. It grades nothing and stops nobody.</summary>
internal sealed class NoteSignal(ILedger ledger)
{
    /// <summary>Refused with signal-invalid for what no page sends; accepted, and perhaps not noted, otherwise.</summary>
    public async Task<Decision<Done>> Run(Act act, Paper paper, SignalForm form)
    {
        if (form.Kind is not (SignalKind.Left or SignalKind.Returned) || paper.Find(form.Question) is null)
            return new Refusal("signal-invalid");
        if (paper.Kind != AttemptKind.Certification)
            return Done.Value;
        return await ledger.Run<Done>(act, async entry =>
        {
            await entry.Hold(CloseAttempt.NameOf(paper.Attempt));
            Write(entry, SignalStatements.Note, paper, form.Kind.Value, form.Question, "");
            return Done.Value;
        });
    }

    /// <summary>Notes within the saving of an answer, which holds the attempt's name, that it came from another browser.</summary>
    public static void Browser(Entry entry, Paper paper, int question, string browser)
    {
        if (paper.Kind == AttemptKind.Certification)
            Write(entry, SignalStatements.NoteBrowser, paper, SignalKind.Device, question, BrowserMark.Of(paper.Attempt, browser));
    }

    private static void Write(Entry entry, Statement statement, Paper paper, SignalKind kind, int question, string detail) => entry.Execute(
        statement, paper.Attempt, entry.Act.At, kind.ToString(), question, detail, paper.Person, entry.Act.At - AttemptRules.Grace, AttemptTimeline.Most);
}
