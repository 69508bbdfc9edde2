using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Tests.House;

public sealed class SchemaTests
{
    [Fact]
    public void The_migrations_of_every_store_and_provider_match_its_rows() => Assert.Empty(Behind(planted: false));

    [Fact]
    public void A_planted_row_without_a_migration_is_found_in_every_store() =>
        Assert.Equal([nameof(SqliteAcademyDb), nameof(PostgresAcademyDb), nameof(SqliteSignInDb), nameof(PostgresSignInDb)], Behind(planted: true));

    private static IEnumerable<string> Behind(bool planted)
    {
        using var academy = new SqliteAcademyDb(Options<SqliteAcademyDb>(planted, o => o.UseSqlite("Data Source=:memory:")));
        using var academyOnPostgres = new PostgresAcademyDb(Options<PostgresAcademyDb>(planted, o => o.UseNpgsql("Host=127.0.0.1")));
        using var signIn = new SqliteSignInDb(Options<SqliteSignInDb>(planted, o => o.UseSqlite("Data Source=:memory:")));
        using var signInOnPostgres = new PostgresSignInDb(Options<PostgresSignInDb>(planted, o => o.UseNpgsql("Host=127.0.0.1")));
        return [.. new DbContext[] { academy, academyOnPostgres, signIn, signInOnPostgres }.Where(store => store.Database.HasPendingModelChanges()).Select(store => store.GetType().Name)];
    }

    private static DbContextOptions<TStore> Options<TStore>(bool planted, Action<DbContextOptionsBuilder> provider)
        where TStore : DbContext
    {
        var builder = new DbContextOptionsBuilder<TStore>();
        provider(builder);
        if (planted)
            builder.ReplaceService<IModelCustomizer, PlantedRow>();
        return builder.Options;
    }

    private sealed class PlantedRow(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            modelBuilder.Entity("Planted").Property<int>("Id");
        }
    }
}
