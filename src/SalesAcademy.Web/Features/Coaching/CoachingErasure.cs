using SalesAcademy.Web.Features.Coaching.Cadences;
using SalesAcademy.Web.Features.Coaching.Calendars;
using SalesAcademy.Web.Features.Coaching.Readers;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What this room takes away of somebody who is erased: everything written to them, by them and about them, and their name in what was written about others. Levels and days stay, since tiers were decided by them.</summary>
internal static class CoachingErasure
{
    public static IServiceCollection AddCoachingErasure(this IServiceCollection services) => services
        .AddErasure<NoteRow>(erased => erased.Entry.Blank<NoteRow>(rows => rows.Where(n => n.Person == erased.Person || n.Author == erased.Person), set => set.SetProperty(n => n.Text, "")))
        .AddErasure<ScoreRow>(erased => erased.Entry.Blank<ScoreRow>(rows => rows.Where(s => erased.Db.Set<ScorecardRow>().Any(card => card.Id == s.Scorecard && card.Person == erased.Person)), set => set.SetProperty(s => s.Comment, (string?)null)))
        .AddErasure<SessionRow>(erased => erased.Entry.Blank<SessionRow>(rows => rows.Where(s => s.Seller == erased.Person), set => set
            .SetProperty(s => s.Agenda, "").SetProperty(s => s.Place, "").SetProperty(s => s.WentWell, "").SetProperty(s => s.ToTry, "")))
        .AddErasure<SessionEditionRow>(erased => erased.Entry.Blank<SessionEditionRow>(rows => rows.Where(e => erased.Db.Set<SessionRow>().Any(s => s.Id == e.Session && s.Seller == erased.Person)), set => set
            .SetProperty(e => e.WentWell, "").SetProperty(e => e.ToTry, "")))
        .AddErasure<SessionMarkRow>(erased => erased.Entry.Blank<SessionMarkRow>(rows => rows.Where(m => erased.Db.Set<SessionRow>().Any(s => s.Id == m.Session && s.Seller == erased.Person)), set => set.SetProperty(m => m.Comment, (string?)null)))
        .AddErasure<SessionCommentRow>(erased => erased.Entry.Blank<SessionCommentRow>(rows => rows.Where(c => erased.Db.Set<SessionRow>().Any(s => s.Id == c.Session && s.Seller == erased.Person)), set => set.SetProperty(c => c.Text, "")))
        .AddErasure<ActionItemRow>(erased => erased.Entry.Blank<ActionItemRow>(rows => rows.Where(a => a.Owner == erased.Person || a.Seller == erased.Person), set => set.SetProperty(a => a.Text, "")))
        .AddErasure<CadenceRow>(erased => erased.Entry.Blank<CadenceRow>(rows => rows.Where(c => c.Coach == erased.Person || c.With == erased.Person), set => set.SetProperty(c => c.Agenda, "").SetProperty(c => c.Place, "")))
        .AddErasure<SnippetRow>(erased => erased.Entry.Erase<SnippetRow>(rows => rows.Where(s => s.Person == erased.Person)))
        .AddErasure<CalendarAddressRow>(erased => erased.Entry.Erase<CalendarAddressRow>(rows => rows.Where(c => c.Person == erased.Person)))
        .AddErasure<PresenceRow>(erased => erased.Entry.Erase<PresenceRow>(rows => rows.Where(p => p.Person == erased.Person)))
        .AddErasure<FocusRow>(erased => erased.Entry.Erase<FocusRow>(rows => rows.Where(f => f.Person == erased.Person)))
        .AddErasure<DigestRow>(erased => erased.Entry.Erase<DigestRow>(rows => rows.Where(d => d.Person == erased.Person)))
        .AddErasure<NoteRow>(erased => erased.Rename<NoteRow>(nameof(NoteRow.Text)))
        .AddErasure<ScoreRow>(erased => erased.Rename<ScoreRow>(nameof(ScoreRow.Comment)))
        .AddErasure<SessionRow>(async erased =>
        {
            foreach (var column in (string[])[nameof(SessionRow.Agenda), nameof(SessionRow.Place), nameof(SessionRow.WentWell), nameof(SessionRow.ToTry)])
                await erased.Rename<SessionRow>(column);
        })
        .AddErasure<SessionEditionRow>(async erased =>
        {
            await erased.Rename<SessionEditionRow>(nameof(SessionEditionRow.WentWell));
            await erased.Rename<SessionEditionRow>(nameof(SessionEditionRow.ToTry));
        })
        .AddErasure<SessionMarkRow>(erased => erased.Rename<SessionMarkRow>(nameof(SessionMarkRow.Comment)))
        .AddErasure<SessionCommentRow>(erased => erased.Rename<SessionCommentRow>(nameof(SessionCommentRow.Text)))
        .AddErasure<ActionItemRow>(erased => erased.Rename<ActionItemRow>(nameof(ActionItemRow.Text)))
        .KeepsWhenErased<NoteReadingRow>()
        .KeepsWhenErased<ScorecardRow>()
        .KeepsWhenErased<SessionRaterRow>()
        .KeepsWhenErased<SessionSignatureRow>()
        .KeepsWhenErased<OccurrenceRow>()
        .KeepsWhenErased<HoldRow>();
}
