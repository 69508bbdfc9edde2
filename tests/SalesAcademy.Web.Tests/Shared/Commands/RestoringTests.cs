using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Audit;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Shared.Commands;

/// <summary>The drill of src/docs/operations.md: write, back up while writing, lose everything, restore, compare.</summary>
public sealed class RestoringTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-restore-").FullName;

    private string Copy => Path.Combine(folder, "copy");

    private string Data => Path.Combine(folder, "data");

    private string Anchor => Path.Combine(folder, "anchor");

    [Fact]
    public async Task What_was_acknowledged_before_a_backup_made_while_writing_is_all_there_after_everything_was_lost()
    {
        Guid first;
        List<Guid> before = [];
        await using (var app = new AcademyApp(settings: Settings))
        {
            first = await app.Join("欧阳娜娜", Role.Hr);
            var isOver = false;
            var writing = Task.Run(async () =>
            {
                while (!Volatile.Read(ref isOver))
                    before.Add(await app.Join("Zoë O'Brien-Łukasiewicz", Role.Rep));
            }, TestContext.Current.CancellationToken);
            await Eventually.Holds(() => before.Count > 20);
            var acknowledged = before.ToArray();
            await app.Services.GetRequiredService<AnchorKeeper>().Keep(TestContext.Current.CancellationToken);

            Assert.Equal(0, await BackUp(app));
            Volatile.Write(ref isOver, true);
            await writing;
            before = [.. acknowledged];
        }

        Directory.Delete(Data, recursive: true);
        Assert.Equal(0, await Restore());

        await using var restored = new AcademyApp(settings: Settings);
        using var browser = await restored.SignIn(first);
        Assert.Contains("欧阳娜娜", await browser.Open("/people"), StringComparison.Ordinal);
        await using (var db = restored.Read())
            Assert.Empty(before.Except(await db.Set<PersonRow>().Select(p => p.Id).ToListAsync(TestContext.Current.CancellationToken)));
        Assert.Null(EventTrunk.FirstBroken(await restored.Events()));
        await restored.Join("After the restore", Role.Rep);
        await restored.Services.GetRequiredService<AnchorKeeper>().Keep(TestContext.Current.CancellationToken);
        await using var trunk = restored.Read();
        var report = await new TrunkCheck(trunk, new AnchorFile(Anchor)).Run(TestContext.Current.CancellationToken);
        Assert.Empty(report.Findings);
        Assert.Single(report.Restores);
        Assert.Equal(report.Events, report.Anchored);
    }

    [Fact]
    public async Task Nothing_is_restored_over_an_academy_and_nothing_that_is_no_backup()
    {
        await using var app = new AcademyApp(settings: Settings);
        await app.Join("Wei Zhang", Role.Rep);
        await BackUp(app);

        Assert.Equal(2, await Restore());
        Assert.Equal(2, await Restore(from: Data, to: Path.Combine(folder, "elsewhere")));

        Assert.Equal("Wei Zhang", await OnlyName(app));
    }

    [Theory, InlineData("academy.db"), InlineData("sign-in.db"), InlineData("archive")]
    public async Task A_backup_that_was_damaged_is_not_restored_and_the_folder_says_so_until_a_whole_one_is(string part)
    {
        await using (var app = new AcademyApp(settings: Settings))
        {
            await app.Join("Wei Zhang", Role.Rep);
            await BackUp(app);
        }

        Directory.Delete(Data, recursive: true);
        var file = Directory.Exists(Path.Combine(Copy, part)) ? Directory.EnumerateFiles(Path.Combine(Copy, part)).First() : Path.Combine(Copy, part);
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, [.. whole[..^1], (byte)~whole[^1]], TestContext.Current.CancellationToken);

        Assert.Equal(1, await Restore());
        var refused = Assert.Throws<DataFolderUnfinishedException>(() => DataFolder.Lock(new AcademyOptions { Data = Data }));
        Assert.Contains("data restore", refused.Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(file, whole, TestContext.Current.CancellationToken);
        Assert.Equal(0, await Restore());
        await using var restored = new AcademyApp(settings: Settings);
        Assert.Equal("Wei Zhang", await OnlyName(restored));
    }

    [Fact]
    public async Task A_copy_whose_chain_is_broken_is_no_backup()
    {
        await using var app = new AcademyApp(settings: Settings);
        await app.Join("Wei Zhang", Role.Rep);
        await using (var db = app.Read())
            await db.Database.ExecuteSqlRawAsync("UPDATE events SET zone = 'UTC'", TestContext.Current.CancellationToken);

        Assert.Equal(1, await BackUp(app));
        Assert.False(Directory.Exists(Copy));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Dictionary<string, string?> Settings => new() { ["Academy:Data"] = Data, ["Academy:Anchor"] = Anchor };

    private Task<int> BackUp(AcademyApp app) =>
        app.Services.GetServices<ICommand>().Single(command => command.Name == "data backup").Run(null!, [Copy]); // needs no application of its own

    private Task<int> Restore(string? from = null, string? to = null) =>
        new RestoreCommand(new AcademyOptions { Data = to ?? Data, Anchor = Anchor }, new(TimeProvider.System, TimeZoneInfo.Utc)).Run(null!, [from ?? Copy]); // nor does this

    private static async Task<string> OnlyName(AcademyApp app)
    {
        await using var db = app.Read();
        return (await db.Set<PersonRow>().SingleAsync(TestContext.Current.CancellationToken)).Name;
    }
}
