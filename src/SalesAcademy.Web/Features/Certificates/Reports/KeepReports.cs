using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>Saves, renames and deletes reports, and says when they are mailed and to whom.</summary>
internal sealed class KeepReports(ILedger ledger, Clock clock)
{
    /// <summary>How long a deleted report can be brought back.</summary>
    public const int DaysToRestore = 30;

    private const string Names = "reports";

    public Task<Decision<Guid>> Save(Act act, ReportForm form, SavedFilter filter) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold(Names);
        var name = form.Name!.Trim(); // required in the form
        if (await IsTaken(entry, name, except: null))
            return new Refusal("name-taken", name);
        var report = new ReportRow { Id = entry.NewId(), Name = name, List = filter.List, Filter = filter.Written, Search = filter.Search, Period = form.Period, SavedBy = act.Actor!.Value, SavedAt = act.At }; // a person saves it
        entry.Db.Add(report);
        entry.Record(new ReportSaved(report.Id, report.List.ToString()));
        return report.Id;
    });

    public Task<Decision<Guid>> Change(Act act, Guid id, ReportForm form) => With(act, id, async (entry, report) =>
    {
        var name = form.Name!.Trim(); // required in the form
        if (await IsTaken(entry, name, except: id))
            return new Refusal("name-taken", name);
        (report.Name, report.Period) = (name, form.Period);
        entry.Record(new ReportChanged(id));
        return id;
    });

    /// <summary>Gives a report another filter of the same list; a report of the other list is none to it.</summary>
    public Task<Decision<Guid>> Narrow(Act act, Guid id, SavedFilter filter) => With(act, id, (entry, report) =>
    {
        if (report.List != filter.List)
            return Task.FromResult<Decision<Guid>>(Refusal.NotFound);
        (report.Filter, report.Search) = (filter.Written, filter.Search);
        entry.Record(new ReportChanged(id));
        return Task.FromResult<Decision<Guid>>(id);
    });

    /// <summary>Mails a report at once to those it is mailed to; when it comes due stays as it is. Refused while nobody is chosen or its mailing is paused (not-mailed).</summary>
    public Task<Decision<Guid>> Send(Act act, Guid id) => With(act, id, async (entry, report) =>
    {
        var readers = await entry.Db.Set<ReportReaderRow>().Where(r => r.Report == id).Select(r => r.Person).ToListAsync();
        if (readers.Count == 0 || report.PausedAt is not null)
            return new Refusal("not-mailed");
        entry.Db.AddRange(readers.Select(person => new ReportLetterRow { Report = id, DueAt = act.At, Person = person, Id = entry.NewId(), Day = act.Today, WrittenAt = act.At, After = act.At }));
        return id;
    });

    public Task<Decision<Guid>> Mail(Act act, Guid id, MailingForm form) => With(act, id, async (entry, report) =>
    {
        if (MailingTimes.Decide(form.Rhythm, form.Weekday, form.MonthDay, form.Hour) is not Accepted<MailingTimes> { Value: var times })
            return new Refusal("times-off");
        var readers = (await May(entry, report.List)).Intersect(form.Reader).Order().ToArray();
        if (readers.Length == 0)
            return new Refusal("nobody-to-mail");
        (report.Rhythm, report.Weekday, report.MonthDay, report.Hour) = (times.Rhythm, times.Weekday, times.MonthDay, times.Hour);
        (report.NextAt, report.PausedAt) = (times.NextAfter(act.At, clock.Zone), null);
        var now = await entry.Db.Set<ReportReaderRow>().Where(r => r.Report == id).ToListAsync();
        entry.Db.RemoveRange(now.Where(r => !readers.Contains(r.Person)));
        entry.Db.AddRange(readers.Except(now.Select(r => r.Person)).Select(person => new ReportReaderRow { Report = id, Person = person }));
        entry.Record(new ReportMailingSet(id, times, readers));
        return id;
    });

    public Task<Decision<Guid>> Pause(Act act, Guid id) => With(act, id, async (entry, report) =>
    {
        if (report.Rhythm is not null && report.PausedAt is null)
        {
            (report.PausedAt, report.NextAt) = (act.At, null);
            entry.Record(new ReportMailingPaused(id));
            await CallOff(entry, id);
        }

        return id;
    });

    public Task<Decision<Guid>> Resume(Act act, Guid id) => With(act, id, (entry, report) =>
    {
        if (report is { Times: { } times, PausedAt: not null })
        {
            (report.PausedAt, report.NextAt) = (null, times.NextAfter(act.At, clock.Zone));
            entry.Record(new ReportMailingResumed(id));
        }

        return Task.FromResult<Decision<Guid>>(id);
    });

    public Task<Decision<Guid>> Delete(Act act, Guid id) => With(act, id, async (entry, report) =>
    {
        report.DeletedAt = act.At;
        entry.Record(new ReportDeleted(id));
        await CallOff(entry, id);
        return id;
    });

    /// <summary>Brings a deleted report back, as it was; what was due meanwhile is not made up for.</summary>
    public Task<Decision<Guid>> Restore(Act act, Guid id) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold(Names, Of(id));
        if (await entry.Db.FindAsync<ReportRow>(id) is not { DeletedAt: { } deleted } report || deleted < act.At.AddDays(-DaysToRestore))
            return Refusal.NotFound;
        if (await IsTaken(entry, report.Name, except: id))
            return new Refusal("name-taken", report.Name);
        report.DeletedAt = null;
        if (report is { Times: { } times, PausedAt: null })
            report.NextAt = times.NextAfter(act.At, clock.Zone);
        entry.Record(new ReportRestored(id));
        return id;
    });

    /// <summary>What turns are taken at, by whoever changes or sends a report.</summary>
    public static string Of(Guid report) => $"report:{report}";

    private Task<Decision<Guid>> With(Act act, Guid id, Func<Entry, ReportRow, Task<Decision<Guid>>> decide) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold(Names, Of(id));
        return await entry.Db.FindAsync<ReportRow>(id) is { DeletedAt: null } report ? await decide(entry, report) : Refusal.NotFound;
    });

    private static async Task CallOff(Entry entry, Guid id)
    {
        foreach (var letter in await entry.Db.Set<ReportLetterRow>().Where(l => l.Report == id && l.SentAt == null && l.Withheld == null).ToListAsync())
            SendReports.Withhold(entry, letter, Withheld.CalledOff);
    }

    private static Task<List<Guid>> May(Entry entry, ReportList list) =>
        Staff.Holding(entry.Db, ReportReading.RolesFor(list));

    private static Task<bool> IsTaken(Entry entry, string name, Guid? except) =>
        entry.Db.Set<ReportRow>().AnyAsync(r => r.Name == name && r.DeletedAt == null && r.Id != except);
}
