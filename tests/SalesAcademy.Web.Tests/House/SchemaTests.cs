using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Tests.House;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_of_every_store_and_provider_match_its_rows()
    {
        using var academy = new SqliteAcademyDb(new DbContextOptionsBuilder<SqliteAcademyDb>().UseSqlite("Data Source=:memory:").Options);
        using var academyOnPostgres = new PostgresAcademyDb(new DbContextOptionsBuilder<PostgresAcademyDb>().UseNpgsql("Host=127.0.0.1").Options);
        using var signIn = new SqliteSignInDb(new DbContextOptionsBuilder<SqliteSignInDb>().UseSqlite("Data Source=:memory:").Options);
        using var signInOnPostgres = new PostgresSignInDb(new DbContextOptionsBuilder<PostgresSignInDb>().UseNpgsql("Host=127.0.0.1").Options);

        Assert.All<DbContext>([academy, academyOnPostgres, signIn, signInOnPostgres], store => Assert.False(store.Database.HasPendingModelChanges(), store.GetType().Name));
    }
}
