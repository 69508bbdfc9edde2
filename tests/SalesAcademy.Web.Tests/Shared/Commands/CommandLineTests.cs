using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;
using SalesAcademy.Web.Tests.House;

namespace SalesAcademy.Web.Tests.Shared.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-command-").FullName;

    [Fact]
    public async Task The_first_administrator_of_production_is_made_by_command_and_signs_in()
    {
        Console.SetIn(new StringReader(AcademyApp.Password + "\n"));
        await using (var production = Build("Production"))
            Assert.Equal(0, await CommandLine.Run(production, ["admin", "create", "ada@example.com", "Ada Byron"]));

        await using var app = new AcademyApp(settings: new() { ["Academy:Data"] = folder });
        using var browser = app.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/people/sign-in", ("Email", "ada@example.com"), ("Password", AcademyApp.Password))).StatusCode);
        Assert.Contains("Ada Byron", await browser.Open("/people"), StringComparison.Ordinal);
    }

    [Theory, InlineData("short"), InlineData("")]
    public async Task Without_a_password_that_will_do_nobody_is_entered(string password)
    {
        Console.SetIn(new StringReader(password + "\n"));
        await using var production = Build("Production");

        Assert.Equal(2, await CommandLine.Run(production, ["admin", "create", "ada@example.com", "Ada Byron"]));
        Assert.False(File.Exists(Path.Combine(folder, "academy.db")));
    }

    [Fact]
    public async Task Production_has_no_demo_even_if_it_is_asked_for()
    {
        await using var production = Build("Production", "--Academy:Demo=true");

        Assert.Equal(2, await CommandLine.Run(production, ["demo", "reset"]));
        await production.Open();
        await production.Services.GetServices<IHostedService>().OfType<DemoOpening>().Single().StartAsync(TestContext.Current.CancellationToken);
        await using var db = production.Services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContext();
        Assert.False(await db.Set<PersonRow>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.Empty(production.Services.GetRequiredService<DemoCast>().Members);
    }

    [Fact]
    public async Task Content_is_checked_with_an_exit_code_a_build_can_read()
    {
        await using var app = Build("Development");
        Directory.CreateDirectory(Path.Combine(folder, "broken"));

        Assert.Equal(0, await CommandLine.Run(app, ["content", "check"]));
        Assert.Equal(1, await CommandLine.Run(app, ["content", "check", Path.Combine(folder, "broken")]));
        Assert.Equal(2, await CommandLine.Run(app, ["content", "check", Path.Combine(folder, "nowhere")]));
        Assert.Equal(2, await CommandLine.Run(app, ["no", "such"]));
        Assert.Null(await CommandLine.Run(app, ["--Urls=http://localhost:0"]));
    }

    [Fact]
    public async Task A_backup_made_while_the_academy_serves_holds_everything_and_overwrites_nothing()
    {
        await using var app = new AcademyApp();
        await app.Join("Wei Zhang", Role.Rep);
        var backup = app.Services.GetServices<ICommand>().Single(command => command.Name == "data backup");
        var copy = Path.Combine(folder, "copy");

        Assert.Equal(0, await backup.Run(null!, [copy])); // needs no application of its own
        Assert.Equal(2, await backup.Run(null!, [copy]));

        Assert.Equal(["academy.db", "sign-in.db"], Directory.EnumerateFiles(copy).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        await using var restored = new SqliteAcademyDb(new DbContextOptionsBuilder<SqliteAcademyDb>().UseSqlite($"Data Source={Path.Combine(copy, "academy.db")};Pooling=False").Options);
        Assert.Equal("Wei Zhang", (await restored.Set<PersonRow>().SingleAsync(TestContext.Current.CancellationToken)).Name);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private WebApplication Build(string environment, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(IRoom).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = environment,
            Args = [$"--Academy:Data={folder}", "--Logging:LogLevel:Default=Warning", .. settings],
        });
        builder.AddAcademy(DoorPlates.Hung);
        return builder.Build();
    }
}
