using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.People.Erasure;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Records;
using SalesAcademy.Web.Tests.Certificates;

namespace SalesAcademy.Web.Tests.People.Erasure;

public sealed class ErasingAPersonTests : IDisposable
{
    private const string Name = "欧阳娜娜";
    private const string LatinName = "Ouyang Nana";

    private readonly string folder = Directory.CreateTempSubdirectory("academy-erasure-").FullName;

    private Dictionary<string, string?> Settings => new() { ["Academy:Data"] = Path.Combine(folder, "data"), ["Academy:Anchor"] = Path.Combine(folder, "anchor") };

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task When_the_day_has_come_no_table_holds_the_name_and_what_others_rely_on_still_stands(Store store)
    {
        await using var app = new AcademyApp(store, settings: store == Store.Sqlite ? Settings : null, withoutRounds: true);
        var rep = await Leaver(app);
        var code = (await app.Certify(rep)).Code;
        var desk = await app.Join("Sun Jie", Role.Hr);
        using (var asking = await app.SignIn(desk))
            await Ask(asking, rep);
        Assert.Equal(0, await Erase(app));

        app.Time.Advance(TimeSpan.FromDays(30));
        Assert.Equal((1, 0), (await Erase(app), await Erase(app)));

        Assert.Empty(await TablesHolding(app, Name, LatinName, $"{rep:N}@example.com", "asked for it herself"));
        using var hr = await app.SignIn(desk);
        using var visitor = app.Visitor();
        var verdict = await visitor.Open($"/certificates/verify/{code}");
        Assert.Contains("The name of the holder has been erased", verdict, StringComparison.Ordinal);
        Assert.Contains("LT-2026-000001", verdict, StringComparison.Ordinal);
        Assert.Contains(Erasing.Pseudonym(rep), await hr.Open($"/people/{rep}"), StringComparison.Ordinal);
        var list = await hr.Open("/certificates/desk");
        Assert.Contains(Erasing.Pseudonym(rep), list, StringComparison.Ordinal);
        Assert.DoesNotContain("document.pdf", list, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await hr.Get("/certificates/desk/export")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.Get("/certificates/desk/export/merged.pdf")).StatusCode); // of no page
        Assert.Contains("nothing of them can be changed", await (await hr.Submit($"/people/{rep}/reinstatement")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(await app.Told<PersonErased>());
        Assert.Null(EventTrunk.FirstBroken(await app.Events()));
        if (store == Store.Sqlite)
            Assert.All(BackupCheck.Stores, file => Assert.DoesNotContain($"{rep:N}@example.com", Pages(file), StringComparison.OrdinalIgnoreCase));
    }

    // What is free in the file counts: nobody should read there what no table holds.
    private string Pages(string store)
    {
        var path = Path.Combine(folder, "data", store);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            checkpoint.ExecuteNonQuery();
        }

        using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.Latin1);
        return file.ReadToEnd();
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task In_words_about_somebody_else_the_name_becomes_the_pseudonym_and_the_words_stay(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var coach = await app.Join("Zhou Mingzhe", Role.Manager);
        var other = await app.Join("Lin Xiao", Role.Rep, await app.Team("North", coach), profile: "sdr");
        var rep = await Leaver(app);
        var sent = await app.Services.GetRequiredService<CoachingNotes>().Send(app.Clock.Act(coach), other, $"Ask {LatinName} ({Name}, {rep:N}@example.com): Nana has the list. 欧阳娜不知道。");
        Assert.IsType<Accepted<Done>>(sent);
        var hash = "";
        await app.Ledger.Run<Done>(app.Clock.Act(coach), entry =>
        {
            entry.Say($"{Name} ({LatinName}) helped.", about: other);
            hash = entry.ReasonHash!;
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        using (var asking = await app.SignIn(await app.Join("Sun Jie", Role.Hr)))
            await Ask(asking, rep);
        app.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(1, await Erase(app));

        var pseudonym = Erasing.Pseudonym(rep);
        await using var db = app.Read();
        var note = await db.Set<NoteRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"Ask {pseudonym} ({pseudonym}, {pseudonym}): Nana has the list. 欧阳娜不知道。", note.Text);
        var reason = await db.Set<SpokenRow>().SingleAsync(s => s.About == other, TestContext.Current.CancellationToken);
        Assert.Equal(($"{pseudonym} ({pseudonym}) helped.", hash, 0), (reason.Words, reason.Hash(), reason.Salt.Length));
        Assert.Empty(await TablesHolding(app, Name, LatinName, $"{rep:N}@example.com"));
        Assert.Null(EventTrunk.FirstBroken(await app.Events()));
    }

    [Fact]
    public async Task A_summary_that_was_signed_goes_with_whom_it_was_about_and_names_nobody_who_is_erased()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var coach = await app.Join("Zhou Mingzhe", Role.Manager);
        var other = await app.Join("Lin Xiao", Role.Rep, profile: "sdr");
        var rep = await Leaver(app);
        var (own, theirs) = (await Signed(rep, "Spoke too fast."), await Signed(other, $"Ask {LatinName}."));
        using (var asking = await app.SignIn(await app.Join("Sun Jie", Role.Hr)))
            await Ask(asking, rep);
        app.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(1, await Erase(app));

        await using var db = app.Read();
        var kept = await db.Set<SessionEditionRow>().ToDictionaryAsync(e => e.Session, TestContext.Current.CancellationToken);
        Assert.Equal(("", ""), (kept[own].WentWell, kept[own].ToTry));
        Assert.Equal($"Ask {Erasing.Pseudonym(rep)}.", kept[theirs].ToTry);

        async Task<Guid> Signed(Guid seller, string words) => Assert.IsType<Accepted<Guid>>(await app.Ledger.Run<Guid>(app.Clock.Act(coach), entry =>
        {
            var plan = new SessionPlan { Kind = SessionKind.OneToOne, Seller = seller, Coach = coach, Day = app.Clock.Today, At = new TimeOnly(10, 0), Minutes = 30 };
            var session = PlannedSession.Put(entry, plan, entry.Act.At, app.Clock.Today, []).Id;
            entry.Db.Add(new SessionEditionRow { Session = session, Edition = 1, WentWell = words, ToTry = words, ReplacedAt = entry.Act.At });
            return Task.FromResult<Decision<Guid>>(session);
        }, TestContext.Current.CancellationToken)).Value;
    }

    [Theory]
    [InlineData("Rose", null, "")]
    [InlineData("王芳", "Wang Fang", "Wang Fang|王芳")]
    [InlineData(" Anna Berg ", "", "Anna Berg")]
    [InlineData("王", "rose@example.com", "rose@example.com")]
    public void Only_what_is_certain_to_mean_them_is_looked_for(string name, string? other, string looked) => Assert.Equal(looked, string.Join('|', NamesInText.Certain(name, other)));

    [Fact]
    public async Task It_can_be_called_off_and_is_for_those_who_left_and_not_for_oneself()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var (rep, here) = (await Leaver(app), await app.Join("Still Here", Role.Rep));
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));

        Assert.Contains("Only somebody who has left", await (await hr.Submit($"/people/{here}/erasure", ("Reason", "x"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Ask(hr, rep);
        Assert.Contains("Call it off first", await (await hr.Submit($"/people/{rep}/reinstatement")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("To be erased on 23 December 2026", await hr.Open($"/people/{rep}"), StringComparison.Ordinal);
        await hr.Submit($"/people/{rep}/erasure/calling-off");
        app.Time.Advance(TimeSpan.FromDays(60));

        Assert.Equal(0, await Erase(app));
        using var later = await app.SignIn(await app.Join("Later", Role.Hr));
        Assert.Contains(Name, await later.Open($"/people/{rep}"), StringComparison.Ordinal);
        Assert.Equal(["erasure-asked", "erasure-called-off"], (await app.Events()).Where(e => e.Type.StartsWith("erasure-", StringComparison.Ordinal)).Select(e => e.Type));
    }

    [Fact]
    public async Task An_older_backup_that_is_restored_brings_nobody_back()
    {
        Guid rep, hr;
        string backup;
        await using (var app = new AcademyApp(settings: Settings))
        {
            (rep, hr) = (await Leaver(app), await app.Join("Sun Jie", Role.Hr));
            await app.Certify(rep);
            backup = Path.Combine(folder, "copy");
            Assert.Equal(0, await app.Services.GetServices<ICommand>().Single(command => command.Name == "data backup").Run(null!, [backup])); // needs no application of its own
            using (var browser = await app.SignIn(hr))
                await Ask(browser, rep);
            app.Time.Advance(TimeSpan.FromDays(31));
            await Eventually.Holds(async () => (await app.Told<PersonErased>()).Count == 1);
            await Eventually.Holds(() => File.Exists(Path.Combine(folder, "erasures.list")));
            Assert.DoesNotContain("Ouyang", await File.ReadAllTextAsync(Path.Combine(folder, "erasures.list"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Directory.Delete(Path.Combine(folder, "data"), recursive: true);
        var options = new AcademyOptions { Data = Path.Combine(folder, "data"), Anchor = Path.Combine(folder, "anchor") };
        Assert.Equal(0, await new RestoreCommand(options, new(TimeProvider.System, TimeZoneInfo.Utc)).Run(null!, [backup])); // nor does this

        await using var restored = new AcademyApp(settings: Settings);
        using var again = await restored.SignIn(hr);
        Assert.Contains(Erasing.Pseudonym(rep), await again.Open($"/people/{rep}"), StringComparison.Ordinal);
        Assert.Empty(await TablesHolding(restored, Name, LatinName, $"{rep:N}@example.com"));
        Assert.Single(await restored.Told<PersonErased>());
        Assert.Null(EventTrunk.FirstBroken(await restored.Events()));
    }

    [Fact]
    public async Task Of_every_table_about_people_something_is_taken_away_or_it_is_said_to_stay()
    {
        await using var app = new AcademyApp();
        var erased = app.Services.GetServices<PersonErasure>().Select(room => room.Row.Name).ToArray();
        var kept = app.Services.GetServices<KeptOfErased>().Select(room => room.Row.Name).ToArray();

        Assert.Empty(app.Services.GetServices<PersonRecords>().Select(record => record.Row.Name).Except(erased).Except(kept));
        Assert.Empty(erased.Intersect(kept));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Guid> Leaver(AcademyApp app)
    {
        var rep = await app.Join(Name, Role.Rep, profile: "sdr", latinName: LatinName);
        using var admin = await app.SignIn(await app.Join("Priya", Role.Admin));
        await admin.Submit($"/people/{rep}/suspension", ("Reason", $"{LatinName} left for another company"));
        return rep;
    }

    private static async Task Ask(Browser hr, Guid person) =>
        Assert.Equal(HttpStatusCode.Redirect, (await hr.Submit($"/people/{person}/erasure", ("Reason", "She asked for it herself"))).StatusCode);

    private static Task<int> Erase(AcademyApp app) => app.Services.GetRequiredService<ErasePeople>().Run(TestContext.Current.CancellationToken);

    /// <summary>Every text of every table of both stores, searched for the words.</summary>
    private static async Task<IReadOnlyList<string>> TablesHolding(AcademyApp app, params string[] words)
    {
        await using var academy = app.Read();
        await using var signIn = await app.Services.GetRequiredService<IDbContextFactory<SignInDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var holding = new List<string>();
        foreach (var db in (DbContext[])[academy, signIn])
            foreach (var table in db.Model.GetEntityTypes())
                foreach (var column in table.GetProperties().Where(property => property.ClrType == typeof(string)))
                    foreach (var word in words)
                    {
                        var schema = table.GetSchema() is { } named ? $"\"{named}\"." : "";
                        var sql = $"SELECT COUNT(*) AS \"Value\" FROM {schema}\"{table.GetTableName()}\" WHERE LOWER(CAST(\"{column.GetColumnName()}\" AS TEXT)) LIKE {{0}}";
                        if ((await db.Database.SqlQueryRaw<int>(sql, $"%{word.ToLowerInvariant()}%").ToListAsync(TestContext.Current.CancellationToken))[0] > 0)
                            holding.Add($"{table.GetTableName()}.{column.GetColumnName()}: {word}");
                    }

        return holding;
    }
}
