using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>
/// Mails reports that are due. Coming due is a command that moves the next time on and leaves a letter for each reader, so that it happens once, whoever
/// looks; a letter is taken before it is sent and marked after, so that a crash between repeats it, under the same message id, rather than losing it.
/// Whether its reader may see the list is asked when it is sent.
/// </summary>
internal sealed partial class SendReports(
    IDbContextFactory<AcademyDb> contexts, ILedger ledger, IServiceScopeFactory scopes, IPersonSource people, IMailReaders readers, Letters letters, MailOptions mail, Clock clock, ILogger<SendReports> log)
{
    private const int MostAtOnce = 50;
    private static readonly TimeSpan GiveUp = TimeSpan.FromDays(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>How many letters the server took. Without a server nothing comes due, and what is due then is sent once when there is one.</summary>
    public async Task<int> Run(CancellationToken cancellation)
    {
        if (!mail.IsSetUp)
            return 0;
        await ComeDue(cancellation);
        var taken = await Take(cancellation);
        if (taken.Count == 0)
            return 0;
        var wanted = await readers.Of([.. taken.Select(letter => letter.Person).Distinct()], cancellation);
        using var server = await letters.Connect(cancellation);
        var sent = 0;
        foreach (var letter in taken)
            sent += await Send(server, letter, wanted.GetValueOrDefault(letter.Person), cancellation) ? 1 : 0;
        await server.DisconnectAsync(quit: true, cancellation);
        return sent;
    }

    private async Task ComeDue(CancellationToken cancellation)
    {
        var now = clock.Now;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        foreach (var id in await db.Set<ReportRow>().Where(r => r.NextAt <= now && r.DeletedAt == null).OrderBy(r => r.NextAt).Select(r => r.Id).ToListAsync(cancellation))
            await ledger.Run<Done>(clock.Act(), async entry =>
            {
                await entry.Hold(KeepReports.Of(id));
                var (at, old) = (entry.Act.At, entry.Act.At - Kept);
                if (await entry.Db.FindAsync<ReportRow>(id) is not { DeletedAt: null, NextAt: { } due, Times: { } times } report || due > at)
                    return Done.Value;
                foreach (var person in await entry.Db.Set<ReportReaderRow>().Where(r => r.Report == id).Select(r => r.Person).ToListAsync(cancellation))
                    entry.Db.Add(new ReportLetterRow { Report = id, DueAt = due, Person = person, Id = entry.NewId(), Day = entry.Act.Today, WrittenAt = at, After = at });
                entry.Db.RemoveRange(await entry.Db.Set<ReportLetterRow>().Where(l => l.Report == id && l.WrittenAt < old).ToListAsync(cancellation));
                report.NextAt = times.NextAfter(at, clock.Zone);
                return Done.Value;
            }, cancellation);
    }

    private async Task<IReadOnlyList<ReportLetterRow>> Take(CancellationToken cancellation)
    {
        var now = clock.Now;
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
            if (!await Waiting(db, now).AnyAsync(cancellation))
                return [];
        var taken = await ledger.Run<List<ReportLetterRow>>(clock.Act(), async entry =>
        {
            await entry.Hold("report-mail");
            var at = entry.Act.At;
            var waiting = await Waiting(entry.Db, at).OrderBy(l => l.DueAt).ThenBy(l => l.Id).Take(MostAtOnce).ToListAsync(cancellation);
            foreach (var letter in waiting.Where(letter => letter.WrittenAt < at - GiveUp))
                Withhold(entry, letter, Withheld.Undeliverable);
            var mine = waiting.FindAll(letter => letter.Withheld is null);
            foreach (var letter in mine)
                letter.After = at + Letters.WaitAfter(letter.Tries++);
            return mine;
        }, cancellation);
        return taken is Accepted<List<ReportLetterRow>> { Value: var letters } ? letters : [];
    }

    private async Task<bool> Send(SmtpClient server, ReportLetterRow letter, MailReader? wanted, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Set<ReportRow>().SingleOrDefaultAsync(r => r.Id == letter.Report, cancellation) is not { DeletedAt: null, PausedAt: null } report)
            return false;
        var reader = await people.Find(letter.Person, cancellation);
        Withheld? why = reader?.Is(ReportReading.ReadersOf(report.List)) != true ? Withheld.NotAllowed : wanted is null ? Withheld.NotWanted : null;
        if (why is { } withheld)
        {
            await Mark(letter, (entry, row) => Withhold(entry, row, withheld), cancellation);
            return false;
        }

        try
        {
            var said = await scope.ServiceProvider.GetRequiredService<ReportLetter>().Write(report, letter, reader!, wanted!, cancellation); // both are there where nothing is withheld
            using (said.Message)
                await server.SendAsync(said.Message, cancellation);
            await Mark(letter, (entry, row) =>
            {
                (row.SentAt, row.Rows, row.Problem) = (entry.Act.At, said.Rows, said.Problem);
                entry.Record(new ReportMailed(row.Person, row.Report, row.DueAt, said.Rows));
            }, cancellation);
            return true;
        }
        catch (SmtpCommandException e)
        {
            // This letter was refused; the next may not be.
            Refused(log, (int)e.StatusCode);
            return false;
        }
    }

    private async Task Mark(ReportLetterRow letter, Action<Entry, ReportLetterRow> how, CancellationToken cancellation) => await ledger.Run<Done>(clock.Act(), async entry =>
    {
        await entry.Hold(KeepReports.Of(letter.Report));
        if (await entry.Db.FindAsync<ReportLetterRow>(letter.Report, letter.DueAt, letter.Person) is { SentAt: null, Withheld: null } row)
            how(entry, row);
        return Done.Value;
    }, cancellation);

    public static void Withhold(Entry entry, ReportLetterRow letter, Withheld why)
    {
        letter.Withheld = why;
        entry.Record(new ReportWithheld(letter.Person, letter.Report, letter.DueAt, why));
    }

    private static IQueryable<ReportLetterRow> Waiting(AcademyDb db, DateTime now) => db.Set<ReportLetterRow>().Where(l => l.SentAt == null && l.Withheld == null && l.After <= now);

    [LoggerMessage(1, LogLevel.Warning, "The mail server refused a report with {Status}; it is tried again later")]
    private static partial void Refused(ILogger logger, int status);
}
