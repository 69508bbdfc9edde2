using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SalesAcademy.Web.Data;

/// <summary>The academy's tables. Each room maps its own rows (…Row.cs); only the Ledger may write.</summary>
public abstract class AcademyDb(DbContextOptions options) : DbContext(options)
{
    private bool writing;

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw OnlyTheLedgerWrites();

#pragma warning disable RS0030 // The gate itself: whoever saves without the Ledger is turned away here.
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        writing ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken) : throw OnlyTheLedgerWrites();

    internal async Task Write()
    {
        writing = true;
        try
        {
            await SaveChangesAsync(acceptAllChangesOnSuccess: true);
        }
        finally
        {
            writing = false;
        }
    }
#pragma warning restore RS0030

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        SqlText.Map(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AcademyDb).Assembly, type => type.Namespace is { } room && !room.StartsWith(typeof(AcademyDb).Namespace!, StringComparison.Ordinal));
        foreach (var property in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(e => e.GetProperties()))
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.GetColumnName()));
    }

    private static InvalidOperationException OnlyTheLedgerWrites() => new("Only the Ledger writes: put the change into a command and call ILedger.Run.");

    // SQLite gives instants back without their kind and PostgreSQL refuses any but UTC.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : DateTime.SpecifyKind(value, DateTimeKind.Utc),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}

/// <summary>The tables in one file of the data folder.</summary>
public sealed class SqliteAcademyDb(DbContextOptions<SqliteAcademyDb> options) : AcademyDb(options);

/// <summary>The tables in PostgreSQL, when one machine is outgrown.</summary>
public sealed class PostgresAcademyDb(DbContextOptions<PostgresAcademyDb> options) : AcademyDb(options);
