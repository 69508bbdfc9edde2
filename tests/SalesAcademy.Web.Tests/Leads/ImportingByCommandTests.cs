using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;
using SalesAcademy.Web.Tests.House;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class ImportingByCommandTests : IDisposable
{
    private const string Good = "Company,Contact,E-mail\r\nKestrel,Dana,dana@kestrel.example\r\n";

    private readonly string folder = Directory.CreateTempSubdirectory("academy-command-").FullName;

    [Fact]
    public async Task A_file_comes_in_once_whole_or_as_far_as_it_is_right()
    {
        MigratedStore.CopyFiles(folder);
        MigratedStore.LinkArchive(folder);
        var (good, mixed) = (Written("good.csv", Good), Written("mixed.csv", Good.Replace("dana@", "d@", StringComparison.Ordinal) + "Harbour,,oliver@harbour.example\r\n"));

        Assert.Equal((0, 0), await Run("leads", "import", good, "--dry-run"));
        Assert.Equal((1, 0), await Run("leads", "import", mixed, "--dry-run"));
        Assert.Equal((1, 0), await Run("leads", "import", mixed));
        Assert.Equal((0, 1), await Run("leads", "import", good));
        Assert.Equal((0, 1), await Run("leads", "import", good));
        Assert.Equal((1, 2), await Run("leads", "import", mixed, "--skip-refused")); // a row was refused
    }

    [Theory, InlineData("leads", "import"), InlineData("leads", "import", "nowhere.csv"), InlineData("leads", "import", "a", "b"), InlineData("leads", "import", "a", "--curse")]
    public async Task A_command_that_is_not_understood_says_how_it_is_written(params string[] words)
    {
        await using var app = Build();

        Assert.Equal(2, await CommandLine.Run(app, words));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    // The exit code, and the leads there are.
    private async Task<(int Code, int Leads)> Run(params string[] words)
    {
        await using var app = Build();
        var code = await CommandLine.Run(app, words);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return (code ?? -1, await db.Set<LeadRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    private string Written(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(IRoom).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Testing",
            Args = [$"--Academy:Data={folder}", "--Logging:LogLevel:Default=Warning"],
        });
        builder.AddAcademy(DoorPlates.Hung);
        builder.Services.AddSingleton<ReadContent>(MigratedStore.ReadContent);
        return builder.Build();
    }
}
