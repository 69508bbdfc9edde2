using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
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
        Assert.Equal(0, await CommandLine.Run(app, ["--help"]));
        Assert.Null(await CommandLine.Run(app, ["--Urls=http://localhost:0"]));
    }

    [Fact]
    public async Task Questions_written_elsewhere_become_a_quiz_and_leave_as_gift_again()
    {
        var content = CopyOfContent();
        await using var app = Build("Development", $"--Academy:Content={content}");
        var file = Written("questions.gift", "::Price first::What now? {=Ask ~Send it}\n\nWhy? {}\n");
        string[] import = ["content", "import", "gift", file, "--course", "discovery", "--quiz", "imported", "--competency", "discovery"];
        var quiz = Path.Combine(content, "courses/discovery/en/quiz-imported.md");

        Assert.Equal(1, await CommandLine.Run(app, import)); // one question is refused
        Assert.Equal(0, await CommandLine.Run(app, [.. import, "--skip-refused", "--dry-run"]));
        Assert.False(File.Exists(quiz));
        Assert.Equal(0, await CommandLine.Run(app, [.. import, "--skip-refused"]));
        Assert.Equal("---\ntitle: \"Imported\"\nkind: practice\n---\n\n## What now? {#price-first competency=discovery}\n\n- [x] Ask\n- [ ] Send it\n", await File.ReadAllTextAsync(quiz, TestContext.Current.CancellationToken));
        Assert.Equal(1, await CommandLine.Run(app, [.. import, "--skip-refused"])); // it exists now
        Assert.Equal(0, await CommandLine.Run(app, ["content", "check"]));

        var exported = Path.Combine(folder, "out.gift");
        string[] export = ["content", "export", "gift", "--course=discovery", "--quiz", "imported", "--out", exported];
        Assert.Equal(0, await CommandLine.Run(app, export));
        Assert.Contains("::price-first::What now? {\n\t=Ask\n\t~Send it\n}", await File.ReadAllTextAsync(exported, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, await CommandLine.Run(app, export)); // never over a file
        Assert.Equal(["quiz-imported.md"], Directory.EnumerateFiles(Path.GetDirectoryName(quiz)!).Select(Path.GetFileName).Where(name => name!.Contains("imported", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Aiken_is_read_as_well_in_either_language()
    {
        var content = CopyOfContent();
        await using var app = Build("Development", $"--Academy:Content={content}");
        var file = Written("questions.txt", "谁先报价？\nA. 我们\nB. 对方\nANSWER: B\n");

        Assert.Equal(0, await CommandLine.Run(app, ["content", "import", "aiken", file, "--course", "discovery", "--quiz", "imported", "--competency", "discovery", "--locale", "zh-Hans", "--pool", "both"]));

        Assert.Contains("- [ ] 我们\n- [x] 对方\n", await File.ReadAllTextAsync(Path.Combine(content, "courses/discovery/zh-Hans/quiz-imported.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content", "import")]
    [InlineData("content", "import", "gift", "nowhere.txt", "--course", "discovery", "--quiz", "q", "--competency", "discovery")]
    [InlineData("content", "import", "gift", "a", "--course", "--quiz", "q", "--competency", "discovery")]
    [InlineData("content", "import", "gift", "a", "--curse", "discovery")]
    [InlineData("content", "export", "gift", "--course", "discovery")]
    [InlineData("content", "export", "aiken", "--course", "discovery", "--quiz", "certification")]
    public async Task A_command_that_is_not_understood_says_how_it_is_written(params string[] words)
    {
        await using var app = Build("Development");

        Assert.Equal(2, await CommandLine.Run(app, words));
    }

    private string CopyOfContent()
    {
        var from = AcademyOptions.Read(new ConfigurationBuilder().Build(), AppContext.BaseDirectory).Content;
        var to = Path.Combine(folder, "content");
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return to;
    }

    private string Written(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
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
