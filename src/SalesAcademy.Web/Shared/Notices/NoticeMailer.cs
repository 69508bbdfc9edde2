using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>
/// Sends notices that were not read within two minutes by mail, one letter a reader. A notice is taken through the Ledger
/// before it is sent, so that of several nodes one sends it; what could not be sent is tried again, later each time, for a day.
/// </summary>
internal sealed partial class NoticeMailer(
    Letters letters, NoticeLetter letter, IMailReaders readers, IDbContextFactory<AcademyDb> contexts, ILedger ledger, Clock clock, TimeProvider time, ILogger<NoticeMailer> log) : BackgroundService
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ReadFirst = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await SendDue(stoppingToken);
                failures = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The mail server or the database is away; what was taken is tried again, and nobody waits for mail.
                Paused(log, e);
                failures = Math.Min(failures + 1, 5);
            }

            // Longer after each failure, so no round of even steps; by the academy's clock, which tests move. A stop ends the wait, and the loop with it.
            await Task.Delay(Look * (1 << failures), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes what is due and sends it; returns the number of letters the server accepted.</summary>
    internal async Task<int> SendDue(CancellationToken cancellation)
    {
        List<NoticeRow> due;
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
            due = await Due(db, clock.Now).OrderBy(n => n.At).ThenBy(n => n.Sequence).Take(MostAtOnce).ToListAsync(cancellation);
        if (due.Count == 0)
            return 0;
        var wanted = await readers.Of([.. due.Select(n => n.Person).Distinct()], cancellation);
        var taken = await Take([.. due.Select(n => n.Id)], wanted.Keys.ToHashSet(), cancellation);
        if (taken.Count == 0)
            return 0;
        using var server = await letters.Connect(cancellation);
        var sent = 0;
        foreach (var own in due.Where(n => taken.Contains(n.Id)).GroupBy(n => n.Person))
            sent += await Send(server, wanted[own.Key], [.. own], cancellation) ? 1 : 0;
        await server.DisconnectAsync(quit: true, cancellation);
        return sent;
    }

    // Marks what is taken for a later try; the mark of success follows the sending, so that a crash between repeats a letter rather than losing it.
    private async Task<IReadOnlySet<Guid>> Take(Guid[] ids, HashSet<Guid> wanted, CancellationToken cancellation)
    {
        var taken = await ledger.Run<List<Guid>>(clock.Act(), async entry =>
        {
            await entry.Hold("notice-mail");
            var rows = await Due(entry.Db, entry.Act.At).Where(n => ids.Contains(n.Id)).ToListAsync(cancellation);
            foreach (var row in rows.Where(row => !wanted.Contains(row.Person)))
                row.MailedAt = entry.Act.At;
            var mine = rows.FindAll(row => wanted.Contains(row.Person));
            foreach (var row in mine)
                row.MailAfter = entry.Act.At + Letters.WaitAfter(row.MailTries++);
            return mine.ConvertAll(row => row.Id);
        }, cancellation);
        return taken is Accepted<List<Guid>> { Value: var mine } ? mine.ToHashSet() : [];
    }

    private async Task<bool> Send(SmtpClient server, MailReader reader, NoticeRow[] waiting, CancellationToken cancellation)
    {
        try
        {
            using var message = await letter.Write(reader, waiting);
            await server.SendAsync(message, cancellation);
        }
        catch (SmtpCommandException e)
        {
            // This letter was refused; the next may not be.
            Refused(log, (int)e.StatusCode, waiting.Length);
            return false;
        }

        var ids = waiting.Select(n => n.Id).ToList();
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            foreach (var row in await entry.Db.Set<NoticeRow>().Where(n => ids.Contains(n.Id)).ToListAsync(cancellation))
                row.MailedAt = entry.Act.At;
            return Done.Value;
        }, cancellation);
        return true;
    }

    private static IQueryable<NoticeRow> Due(AcademyDb db, DateTime now)
    {
        var (newest, oldest) = (now - ReadFirst, now - Stale);
        return db.Set<NoticeRow>().Where(n => n.MailedAt == null && n.ReadAt == null && n.At <= newest && n.At > oldest && (n.MailAfter == null || n.MailAfter <= now));
    }

    [LoggerMessage(1, LogLevel.Warning, "No mail could be sent; notices stay in the inboxes and mail is tried again")]
    private static partial void Paused(ILogger logger, Exception e);

    [LoggerMessage(2, LogLevel.Warning, "The mail server refused a letter with {Status}; its {Notices} notices are tried again later")]
    private static partial void Refused(ILogger logger, int status, int notices);
}

internal static class NoticeMailServices
{
    /// <summary>Mail is sent where a server is set up; then the academy must know its own address, since letters carry links.</summary>
    public static IServiceCollection AddNoticeMail(this IServiceCollection services, IConfiguration configuration, AcademyOptions academy)
    {
        var options = configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new MailOptions();
        services.AddSingleton(options).AddSingleton<Letters>();
        if (!options.IsSetUp)
            return services;
        if (academy.Address is null || !MimeKit.MailboxAddress.TryParse(options.From, out _))
            throw new InvalidOperationException("Academy:Mail:Host is set: set Academy:Address (letters carry links) and Academy:Mail:From (an e-mail address) too.");
        services.AddSingleton<NoticeLetter>().AddSingleton<NoticeMailer>();
        return services.AddHostedService(provider => provider.GetRequiredService<NoticeMailer>());
    }
}
