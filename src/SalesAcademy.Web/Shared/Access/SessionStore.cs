using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>
/// Sign-ins are rows: the cookie carries only a random key, kept here as its hash, and a signed-out key is dead at once.
/// A key seen lately is answered from memory; other nodes may honour a dead one for a few seconds.
/// </summary>
internal sealed class SessionStore(IDbContextFactory<SignInDb> contexts, Clock clock, AcademyOptions options) : ITicketStore
{
    /// <summary>Property of a sign-in that names its own session, so that a new password can spare it.</summary>
    public const string Own = "session";

    private static readonly TimeSpan OtherNodesMayLag = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (AuthenticationTicket Ticket, DateTime Until)> seen = new(StringComparer.Ordinal);

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        await using var db = await contexts.CreateDbContextAsync();
        await db.Sessions.Where(s => s.ExpiresAt < clock.Now).ExecuteDeleteAsync();
        db.Sessions.Add(new SessionRow
        {
            Id = IdOf(key),
            Person = PersonMiddleware.IdOf(ticket.Principal) ?? Guid.Empty,
            Ticket = TicketSerializer.Default.Serialize(ticket),
            ExpiresAt = ExpiryOf(ticket),
        });
        await Save(db);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var id = IdOf(key);
        await using var db = await contexts.CreateDbContextAsync();
        var person = PersonMiddleware.IdOf(ticket.Principal);
        // A key belongs to one person: signing in as another over it would hand the session to whoever knew the key.
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id && s.Person == person) is not { } row)
            return;
        (row.Ticket, row.ExpiresAt) = (TicketSerializer.Default.Serialize(ticket), ExpiryOf(ticket));
        await Save(db);
        seen.TryRemove(id, out _);
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var id = IdOf(key);
        if (seen.TryGetValue(id, out var known) && known.Until > clock.Now)
            return known.Ticket;
        await using var db = await contexts.CreateDbContextAsync();
        var row = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.ExpiresAt > clock.Now);
        if (row is null || TicketSerializer.Default.Deserialize(row.Ticket) is not { } ticket)
        {
            seen.TryRemove(id, out _);
            return null;
        }

        ticket.Properties.Items[Own] = id;
        seen[id] = (ticket, options.Database is null ? row.ExpiresAt : clock.Now + OtherNodesMayLag);
        return ticket;
    }

    public async Task RemoveAsync(string key)
    {
        var id = IdOf(key);
        await using var db = await contexts.CreateDbContextAsync();
        await db.Sessions.Where(s => s.Id == id).ExecuteDeleteAsync();
        seen.TryRemove(id, out _);
    }

    /// <summary>Ends the sessions of a person: suspended, gone, or with a new password, when the session that chose it may stay.</summary>
    public async Task RemoveAll(Guid person, string? except = null)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var ids = await db.Sessions.Where(s => s.Person == person && s.Id != except).Select(s => s.Id).ToListAsync();
        await db.Sessions.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync();
        ids.ForEach(id => seen.TryRemove(id, out _));
    }

    /// <summary>Which of these sessions have ended, wherever that was; they are no longer answered from memory.</summary>
    internal async Task<IReadOnlySet<string>> ForgetEnded(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var living = await db.Sessions.Where(s => ids.Contains(s.Id)).Select(s => s.Id).ToListAsync(cancellation);
        var ended = ids.Except(living, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var id in ended)
            seen.TryRemove(id, out _);
        return ended;
    }

#pragma warning disable RS0030 // Sessions live in the sign-in store, which does not pass the Ledger (architecture: sign-in).
    private static Task<int> Save(SignInDb db) => db.SaveChangesAsync();
#pragma warning restore RS0030

    private static string IdOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private DateTime ExpiryOf(AuthenticationTicket ticket) => ticket.Properties.ExpiresUtc?.UtcDateTime ?? clock.Now.AddHours(8);
}
