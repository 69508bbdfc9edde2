using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Audit;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests;

/// <summary>Which database a test runs on; every test of the ledger and of queries runs on both.</summary>
public enum Store
{
    Sqlite,
    Postgres,
}

/// <summary>The real app on a real, migrated database of its own, with a clock that tests can move.</summary>
internal sealed class AcademyApp : WebApplicationFactory<Program>
{
    public const string Password = "a-long-enough-password";

    private readonly string folder = Directory.CreateTempSubdirectory("academy-test-").FullName;
    private readonly string? database;
    private readonly Dictionary<string, string?> settings;
    private readonly bool withoutRounds;
    private readonly bool keepsTheTable;
    private readonly RateLimiters limiters = new();
    private bool isOnAPort;

    /// <param name="store">The database.</param>
    /// <param name="settings">Settings beside those of every test.</param>
    /// <param name="withoutRounds">Leaves away what the rooms do by themselves as time goes by: the test calls it when it wants it.</param>
    /// <param name="keepsTheTable">Whether the table of the turn is kept ready: what floors of tests write of sellers has no event that a table laid too early would hear.</param>
    public AcademyApp(Store store = Store.Sqlite, Dictionary<string, string?>? settings = null, bool withoutRounds = false, bool keepsTheTable = false)
    {
        this.settings = settings ?? [];
        this.withoutRounds = withoutRounds;
        this.keepsTheTable = keepsTheTable;
        if (store == Store.Postgres)
            database = MigratedStore.CreateDatabase();
        else
            MigratedStore.CopyFiles(folder);
        MigratedStore.LinkArchive(folder);
    }

    /// <summary>2026-11-23, a Monday, 08:00 in Shanghai.</summary>
    public MovedTime Time { get; } = new(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero));

    public ILedger Ledger => Services.GetRequiredService<ILedger>();

    public Clock Clock => Services.GetRequiredService<Clock>();

    public string DataFolder => folder;

    public AcademyDb Read() => Services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContext();

    /// <summary>Enters a person with a password, in the team if one is given.</summary>
    public async Task<Guid> Join(string name, Role roles, Guid? team = null, string? profile = null, string language = "en", string? latinName = null)
    {
        var id = Guid.CreateVersion7();
        var person = new PersonRow
        {
            Id = id,
            Name = name,
            LatinName = latinName,
            Email = $"{id:N}@example.com",
            TeamId = team,
            Profile = profile,
            HiredOn = Clock.Today,
            Language = language,
            ContentLanguage = language,
            Zone = "Asia/Shanghai",
        };
        var joined = await Services.GetRequiredService<JoinPerson>().Run(Clock.Act(), person, roles, Password, TestContext.Current.CancellationToken);
        Assert.IsType<Accepted<Guid>>(joined);
        return id;
    }

    public async Task<Guid> Team(string name, params Guid[] managers)
    {
        var id = Guid.CreateVersion7();
        await Ledger.Run<Done>(Clock.Act(), entry =>
        {
            entry.Db.Add(new TeamRow { Id = id, Name = name, ChineseName = name });
            foreach (var manager in managers)
            {
                entry.Db.Add(new TeamManagerRow { TeamId = id, PersonId = manager });
                entry.Record(new Domain.People.ManagementChanged(manager, id, Manages: true));
            }

            return Task.FromResult<Decision<Done>>(Done.Value);
        });
        foreach (var manager in managers)
            Services.GetRequiredService<Staff>().Forget(manager);
        return id;
    }

    /// <summary>A browser without a screen: keeps cookies, follows no redirects.</summary>
    public Browser Visitor() => new(isOnAPort
        ? new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = ClientOptions.BaseAddress }
        : CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));

    /// <summary>Serves on a real port, with the limits that only a real server has; before anybody visits.</summary>
    public void OnAPort()
    {
        UseKestrel(0);
        // The socket layer ends expired sign-ins by the real clock, so the fake one must not lag behind it.
        if (TimeProvider.System.GetUtcNow() is var now && now > Time.GetUtcNow())
            Time.SetUtcNow(now);
        StartServer();
        isOnAPort = true;
    }

    /// <summary>A signed-in browser.</summary>
    public async Task<Browser> SignIn(Guid person)
    {
        var browser = Visitor();
        var answer = await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public async Task<IReadOnlyList<EventRow>> Events()
    {
        await using var db = Read();
        return await db.Set<EventRow>().OrderBy(e => e.Sequence).ToListAsync(TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Academy:Data", folder);
        foreach (var limit in (string[])["SignInPerMinute", "SignInPerMinuteFromAddress", "SavesPerSecond", "SavesAtOnce"])
            builder.UseSetting($"Academy:Limits:{limit}", "1000");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error");
        builder.UseSetting("AllowedHosts", "*");
        builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
        if (database is not null)
            builder.UseSetting("Academy:Database", database);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter>(limiters).AddSingleton<TimeProvider>(Time);
            services.AddSingleton<ReadContent>(MigratedStore.ReadContent);
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 100); // the product's own cost a tenth of a second for each person who joins, and again to sign in
            foreach (var round in services.Where(service => (withoutRounds ? IsRound(service) : !keepsTheTable && RoundOf(service) == typeof(TableKeeper)) || RoundOf(service) == typeof(AnchorKeeper)).ToList())
                services.Remove(round);
        });
    }

    private static bool IsRound(ServiceDescriptor service) => RoundOf(service) is { Namespace: { } home } round
        && home.StartsWith("SalesAcademy.Web.Features.", StringComparison.Ordinal) && round.IsAssignableTo(typeof(BackgroundService));

    private static Type? RoundOf(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) ? service.ImplementationType ?? service.ImplementationFactory?.GetType().GenericTypeArguments[1] : null;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        limiters.End();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
