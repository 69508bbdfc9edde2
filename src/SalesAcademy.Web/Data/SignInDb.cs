using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace SalesAcademy.Web.Data;

/// <summary>A person's way in. Its id is the person's; roles and teams are rows of People, not of this store.</summary>
public sealed class Credential : IdentityUser<Guid>;

/// <summary>Credentials, sessions and Data Protection keys: apart from the academy's tables, so that password hashing never holds the Ledger's queue.</summary>
public abstract class SignInDb(DbContextOptions options) : IdentityUserContext<Credential, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Credential>().ToTable("credentials");
        builder.Entity<SessionRow>().ToTable("sessions").HasIndex(s => s.Person);
    }
}

/// <summary>One sign-in on one browser; deleted on sign-out, so that a copied cookie dies with it.</summary>
public sealed class SessionRow
{
    public required string Id { get; init; }

    public required Guid Person { get; init; }

    public required byte[] Ticket { get; set; }

    public required DateTime ExpiresAt { get; set; }
}

/// <summary>The sign-in store as its own file of the data folder.</summary>
public sealed class SqliteSignInDb(DbContextOptions<SqliteSignInDb> options) : SignInDb(options);

/// <summary>The sign-in store as a schema of its own in PostgreSQL.</summary>
public sealed class PostgresSignInDb(DbContextOptions<PostgresSignInDb> options) : SignInDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema("signin");
    }
}
