using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Data;

internal static class DataServices
{
    /// <summary>The database of the configuration: SQLite files in the data folder, or PostgreSQL.</summary>
    public static IServiceCollection AddAcademyData(this IServiceCollection services, AcademyOptions options)
    {
        services.AddSingleton(options).AddSingleton<TrunkSignal>().AddSingleton<Projections>().AddSingleton<CommandRunner>().AddSingleton<DatabaseSetup>().AddSingleton<IWarmUp>(provider => provider.GetRequiredService<DatabaseSetup>());
        if (options.Database is { } postgres)
            services.AddPostgres(postgres);
        else
            services.AddSqlite(options);
        // After the ledger, so that it is stopped before it: its last bookmarks are still written.
        services.AddSingleton<EventRelay>().AddHostedService(provider => provider.GetRequiredService<EventRelay>());
        return services
            .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContext())
            .AddScoped(provider => provider.GetRequiredService<IDbContextFactory<SignInDb>>().CreateDbContext());
    }

    private static void AddSqlite(this IServiceCollection services, AcademyOptions options)
    {
        services.AddSingleton(_ => DataFolder.Lock(options));
        services.AddPooledDbContextFactory<SqliteAcademyDb>(o => o.UseSqlite(FileAt(options, "academy.db")).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        services.AddPooledDbContextFactory<SqliteSignInDb>(o => o.UseSqlite(FileAt(options, "sign-in.db")).AddInterceptors(new OverwritesWhatIsDeleted()));
        services.AddContexts<AcademyDb, SqliteAcademyDb>().AddContexts<SignInDb, SqliteSignInDb>();
        services.AddSingleton<IPreparedReads>(_ => new SqliteReads(FileAt(options, "academy.db")));
        services.AddSingleton<Func<SqliteWriter>>(provider => () => SqliteWriter.Open(FileAt(options, "academy.db"), provider.GetRequiredService<DbContextOptions<SqliteAcademyDb>>()));
        services.AddSingleton<SqliteLedger>().AddSingleton<ILedger>(provider => provider.GetRequiredService<SqliteLedger>());
        services.AddHostedService(provider => provider.GetRequiredService<SqliteLedger>());
    }

    private static void AddPostgres(this IServiceCollection services, string connection)
    {
        services.AddPooledDbContextFactory<PostgresAcademyDb>(o => o
            .UseNpgsql(connection, npgsql => npgsql.EnableRetryOnFailure()).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        services.AddPooledDbContextFactory<PostgresSignInDb>(o => o
            .UseNpgsql(connection, npgsql => npgsql.EnableRetryOnFailure().MigrationsHistoryTable("__EFMigrationsHistory", "signin")));
        services.AddContexts<AcademyDb, PostgresAcademyDb>().AddContexts<SignInDb, PostgresSignInDb>();
        services.AddSingleton<ILedger, PostgresLedger>().AddSingleton<IPreparedReads, PostgresReads>();
    }

    private static IServiceCollection AddContexts<TBase, TContext>(this IServiceCollection services)
        where TBase : DbContext
        where TContext : TBase => services.AddSingleton<IDbContextFactory<TBase>, Contexts<TBase, TContext>>();

    private static string FileAt(AcademyOptions options, string name) => $"Data Source={options.DataFile(name)};Foreign Keys=True;Default Timeout=5";

    private sealed class Contexts<TBase, TContext>(IDbContextFactory<TContext> factory) : IDbContextFactory<TBase>
        where TBase : DbContext
        where TContext : TBase
    {
        public TBase CreateDbContext() => factory.CreateDbContext();
    }
}
