using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SalesAcademy.Web.Data;

// `dotnet ef` makes migrations through these (src/docs/operations.md); the running academy never does.
internal sealed class SqliteAcademyDesign : IDesignTimeDbContextFactory<SqliteAcademyDb>
{
    public SqliteAcademyDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteAcademyDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresAcademyDesign : IDesignTimeDbContextFactory<PostgresAcademyDb>
{
    public PostgresAcademyDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresAcademyDb>().UseNpgsql("Host=127.0.0.1;Database=design").Options);
}

internal sealed class SqliteSignInDesign : IDesignTimeDbContextFactory<SqliteSignInDb>
{
    public SqliteSignInDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteSignInDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresSignInDesign : IDesignTimeDbContextFactory<PostgresSignInDb>
{
    public PostgresSignInDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresSignInDb>()
        .UseNpgsql("Host=127.0.0.1;Database=design", npgsql => npgsql.MigrationsHistoryTable("__EFMigrationsHistory", "signin")).Options);
}
