using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Shared.Notices;

public sealed class MailingNoticesTests
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Of_many_senders_one_sends_one_letter_with_everything_in_the_readers_language(Store store)
    {
        await using var sink = new SmtpSink();
        await using var app = await Mailing(Settings(sink.Port), store);
        var reader = await app.Join("欧阳娜娜", Role.Rep, language: "zh-Hans");
        await Give(app, reader, "/leads/7", "/courses");
        app.Time.Advance(TwoMinutes);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Sender(app).SendDue(TestContext.Current.CancellationToken)));

        var (to, letter) = Assert.Single(sink.Letters);
        Assert.Equal([$"{reader:N}@example.com"], to);
        Assert.Equal("有 2 条通知等你查看", letter.Subject);
        Assert.StartsWith("欧阳娜娜，你好：", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://academy.example/leads/7", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://academy.example/people/me", letter.TextBody, StringComparison.Ordinal);
        Assert.All(await Rows(app), row => Assert.NotNull(row.MailedAt));
    }

    [Fact]
    public async Task The_academy_looks_by_itself()
    {
        await using var sink = new SmtpSink();
        await using var app = new AcademyApp(settings: Settings(sink.Port));
        await Give(app, await app.Join("Wei Zhang", Role.Rep), "/a");

        await Eventually.Holds(() =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(15));
            return !sink.Letters.IsEmpty;
        }, "a letter");

        Assert.Equal("You now belong to the team /a.", Assert.Single(sink.Letters).Message.Subject);
    }

    [Fact]
    public async Task What_is_read_within_two_minutes_is_not_mailed()
    {
        await using var sink = new SmtpSink();
        await using var app = await Mailing(Settings(sink.Port));
        var reader = await app.Join("Wei Zhang", Role.Rep);
        using var browser = await app.SignIn(reader);
        await Give(app, reader, "/a");

        Assert.Equal(0, await Sender(app).SendDue(TestContext.Current.CancellationToken));
        await browser.Submit("/notices/read");
        app.Time.Advance(TwoMinutes);
        Assert.Equal(0, await Sender(app).SendDue(TestContext.Current.CancellationToken));

        Assert.Empty(sink.Letters);
    }

    [Fact]
    public async Task Whoever_declined_mail_or_is_suspended_gets_none()
    {
        await using var sink = new SmtpSink();
        await using var app = await Mailing(Settings(sink.Port));
        var (declined, suspended) = (await app.Join("No Mail", Role.Rep), await app.Join("Gone", Role.Rep));
        using var browser = await app.SignIn(declined);
        await browser.Submit("/people/me", ("Language", "en"), ("ContentLanguage", "en"), ("Zone", "UTC"));
        using var hr = await app.SignIn(await app.Join("Hana", Role.Hr));
        await hr.Submit($"/people/{suspended}/suspension", ("Reason", "left"));
        await Give(app, declined, "/a");
        await Give(app, suspended, "/a");
        app.Time.Advance(TwoMinutes);

        await Sender(app).SendDue(TestContext.Current.CancellationToken);

        Assert.Empty(sink.Letters);
    }

    [Fact]
    public async Task A_refused_receiver_is_tried_later_and_holds_nobody_up()
    {
        await using var sink = new SmtpSink();
        await using var app = await Mailing(Settings(sink.Port));
        var (bad, good) = (await app.Join("Bad", Role.Rep), await app.Join("Good", Role.Rep));
        sink.Refuses = receiver => receiver.Contains($"{bad:N}", StringComparison.Ordinal);
        await Give(app, bad, "/a");
        await Give(app, good, "/a");
        app.Time.Advance(TwoMinutes);

        await Sender(app).SendDue(TestContext.Current.CancellationToken);
        await Sender(app).SendDue(TestContext.Current.CancellationToken);
        Assert.Equal($"{good:N}@example.com", Assert.Single(Assert.Single(sink.Letters).To));
        sink.Refuses = _ => false;
        app.Time.Advance(TimeSpan.FromMinutes(6));
        await Sender(app).SendDue(TestContext.Current.CancellationToken);

        Assert.Equal(2, sink.Letters.Count);
        Assert.All(await Rows(app), row => Assert.NotNull(row.MailedAt));
    }

    [Fact]
    public async Task Without_a_server_nothing_is_lost_and_after_a_day_it_is_too_late()
    {
        await using var app = await Mailing(Settings(port: 1));
        var reader = await app.Join("Wei Zhang", Role.Rep);
        await Give(app, reader, "/a");
        app.Time.Advance(TwoMinutes);

        await Assert.ThrowsAnyAsync<Exception>(() => Sender(app).SendDue(TestContext.Current.CancellationToken));
        var row = Assert.Single(await Rows(app));
        app.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal((1, null, null), (row.MailTries, row.MailedAt, row.ReadAt));
        Assert.Equal(0, await Sender(app).SendDue(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_line_break_makes_no_header_and_a_foreign_link_stays_at_home()
    {
        await using var sink = new SmtpSink();
        await using var app = await Mailing(Settings(sink.Port));
        var reader = await app.Join("Eve\r\nBcc: all@example.com", Role.Rep);
        await Give(app, reader, "one\r\nBcc: everybody@example.com", "//evil.example/x");
        app.Time.Advance(TwoMinutes);

        await Sender(app).SendDue(TestContext.Current.CancellationToken);

        var (to, letter) = Assert.Single(sink.Letters);
        Assert.Single(to);
        Assert.Empty(letter.Bcc);
        Assert.DoesNotContain(letter.Headers, h => h.Field == "Bcc");
        Assert.DoesNotContain("\nhttps://evil.example", letter.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal); // a letter always has a text
    }

    [Fact]
    public void A_mail_server_without_an_own_address_is_refused_at_the_start()
    {
        using var app = new AcademyApp(settings: new() { ["Academy:Mail:Host"] = "127.0.0.1", ["Academy:Mail:From"] = "academy@example.com" });

        Assert.Contains("Academy:Address", Assert.ThrowsAny<Exception>(() => app.Services).ToString(), StringComparison.Ordinal);
    }

    // The academy's own sender rests, so that a test says when one looks.
    private static async Task<AcademyApp> Mailing(Dictionary<string, string?> settings, Store store = Store.Sqlite)
    {
        var app = new AcademyApp(store, settings);
        await app.Services.GetRequiredService<NoticeMailer>().StopAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static Dictionary<string, string?> Settings(int port) => new()
    {
        ["Academy:Address"] = "https://academy.example",
        ["Academy:Mail:Host"] = "127.0.0.1",
        ["Academy:Mail:Port"] = $"{port}",
        ["Academy:Mail:From"] = "academy@example.com",
        ["Academy:Mail:Security"] = "None",
    };

    private static NoticeMailer Sender(AcademyApp app) => ActivatorUtilities.CreateInstance<NoticeMailer>(app.Services);

    private static async Task Give(AcademyApp app, Guid person, params string[] links) => await app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
    {
        foreach (var link in links)
            await entry.Notify(person, PersonController.TeamJoined, link, link);
        return Done.Value;
    });

    private static async Task<List<NoticeRow>> Rows(AcademyApp app)
    {
        await using var db = app.Read();
        return await db.Set<NoticeRow>().ToListAsync(TestContext.Current.CancellationToken);
    }
}
