using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Data;

public sealed class StartingTests
{
    [Fact]
    public async Task A_folder_is_served_by_one_process_and_is_free_again_when_that_has_ended()
    {
        var options = new AcademyOptions { Data = Directory.CreateTempSubdirectory("academy-folder-").FullName };
        await using (var app = new AcademyApp(settings: new() { ["Academy:Data"] = options.Data }))
        {
            await app.Join("Wei Zhang", Role.Rep);

            Assert.Contains(options.Data, Assert.Throws<DataFolderInUseException>(() => DataFolder.Lock(options)).Message, StringComparison.Ordinal);
        }

        using (DataFolder.Lock(options))
            Assert.True(File.Exists(options.DataFile("academy.db")));
        Directory.Delete(options.Data, recursive: true);
    }

    [Fact]
    public async Task What_a_killed_migration_left_behind_does_not_block_the_next_start()
    {
        await using var app = new AcademyApp();
        await using var db = app.Read();
        await db.Database.ExecuteSqlRawAsync("INSERT OR REPLACE INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-11-22 23:00:00')", TestContext.Current.CancellationToken);

        await app.Services.GetRequiredService<DatabaseSetup>().Run(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(0, await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM \"__EFMigrationsLock\"").SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_of_a_newer_build_is_refused_in_words()
    {
        await using var app = new AcademyApp();
        await using var db = app.Read();
        await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.Services.GetRequiredService<DatabaseSetup>().Run(TestContext.Current.CancellationToken));

        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_nodes_may_start_on_a_fresh_database_at_once_and_write_one_chain()
    {
        var database = new Dictionary<string, string?> { ["Academy:Database"] = MigratedStore.CreateEmptyDatabase() };
        await using var one = new AcademyApp(settings: database);
        await using var other = new AcademyApp(settings: database);

        await Task.WhenAll(Task.Run(() => one.Services), Task.Run(() => other.Services));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? one : other).Join($"Person {i}", Role.Rep)));

        var events = await one.Events();
        Assert.Equal(10, events.Count);
        Assert.Null(EventTrunk.FirstBroken(events));
    }

    [Fact]
    public void Folders_stand_beside_the_content_wherever_the_academy_is_started()
    {
        var checkout = Path.GetDirectoryName(Path.GetDirectoryName(AcademyOptions.Read(new ConfigurationBuilder().Build(), AppContext.BaseDirectory).DataFile("academy.db")))!;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Academy:Data", (string?)"/elsewhere/data")]).Build();

        Assert.True(File.Exists(Path.Combine(checkout, "content/academy.yml")));
        Assert.Equal("/elsewhere/data", AcademyOptions.Read(settings, AppContext.BaseDirectory).Data);
    }
}
