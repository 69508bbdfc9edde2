using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Shared.Commands;

/// <summary>The data folder is copied while the academy serves, and served from the copy.</summary>
public sealed class BackingUpTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-backup-").FullName;

    private string Copy => Path.Combine(folder, "copy");

    [Fact]
    public async Task A_backup_holds_everything_is_whole_under_its_name_and_overwrites_nothing()
    {
        await using var app = new AcademyApp();
        await app.Join("Wei Zhang", Role.Rep);
        await File.WriteAllTextAsync(Path.Combine(app.DataFolder, "archive", "half.partial"), "ha", TestContext.Current.CancellationToken);

        Assert.Equal(0, await BackUp(app));
        Assert.Equal(2, await BackUp(app));

        Assert.Equal(["copy"], Names(folder));
        Assert.Equal(["academy.db", "archive", "backup.json", "sign-in.db"], Names(Copy));
        Assert.Equal(Names(Path.Combine(app.DataFolder, "archive")).Except(["half.partial"]), Names(Path.Combine(Copy, "archive")));
        await using var db = Restored();
        Assert.Equal("Wei Zhang", (await db.Set<PersonRow>().SingleAsync(TestContext.Current.CancellationToken)).Name);
    }

    [Fact]
    public async Task From_a_backup_a_pitch_is_played_and_an_attempt_shown_as_it_was_whatever_the_content_is_now()
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(JudgedQuiz.Judged);
        var recording = (await SavedReply.Of(await JudgedQuiz.Record(rep.Browser, attempt, JudgedQuiz.Webm))).Values[0];
        await BackUp(app);

        await using var restored = new AcademyApp(settings: new() { ["Academy:Data"] = Copy });
        using var browser = await restored.SignIn(rep.Person);
        var played = await browser.Get($"/quizzes/recordings/{recording}");

        Assert.Equal(JudgedQuiz.Webm, await played.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Record how you open.", await browser.Open($"/quizzes/attempts/{attempt}?q={JudgedQuiz.Pitch}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_recording_that_a_backup_names_is_in_it_while_more_arrive()
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(settings: content.Settings.Append(new("Academy:Limits:RecordingTakes", "10000")).ToDictionary());
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start(JudgedQuiz.Judged);
        await JudgedQuiz.Record(rep.Browser, attempt, JudgedQuiz.Webm);
        FillShelf(app.DataFolder, 3000);
        var isOver = false;
        var arriving = Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (!Volatile.Read(ref isOver))
                await JudgedQuiz.Record(rep.Browser, attempt, JudgedQuiz.Webm);
        }));

        await BackUp(app);
        Volatile.Write(ref isOver, true);
        await arriving;

        await using var db = Restored();
        var named = await db.Set<RecordingRow>().ToListAsync(TestContext.Current.CancellationToken);
        var shelf = new RecordingShelf(new AcademyOptions { Data = Copy });
        Assert.NotEmpty(named);
        Assert.All(named, row => Assert.Equal(row.Sha256, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(shelf.PathOf(row.Id))))));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task<int> BackUp(AcademyApp app) =>
        app.Services.GetServices<ICommand>().Single(command => command.Name == "data backup").Run(null!, [Copy]); // needs no application of its own

    // So many that copying them takes a while, in which more arrive beside what is copied already.
    private static void FillShelf(string data, int files)
    {
        var shelf = new RecordingShelf(new AcademyOptions { Data = data });
        for (var i = 0; i < files; i++)
        {
            var path = shelf.PathOf(Guid.NewGuid());
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, [0]);
        }
    }

    private SqliteAcademyDb Restored() => new(new DbContextOptionsBuilder<SqliteAcademyDb>().UseSqlite($"Data Source={Path.Combine(Copy, "academy.db")};Pooling=False").Options);

    private static IEnumerable<string?> Names(string folder) => Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
