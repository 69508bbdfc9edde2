using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates.Reports;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Tests.Certificates.Desk;
using SalesAcademy.Web.Tests.Shared.Notices;

namespace SalesAcademy.Web.Tests.Certificates.Reports;

public sealed class MailingReportsTests
{
    private const string Url = "/certificates/reports";

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_saved_list_is_mailed_once_when_due_to_those_who_may_see_it_then(Store store)
    {
        await using var sink = new SmtpSink();
        await using var app = Mailing(sink, store);
        var east = await app.Team("East");
        for (var i = 0; i < 12; i++)
            await app.Holds(await app.Join($"Holder {i:D2}", Role.Rep, east), "discovery", app.Clock.Today, app.Clock.Today.AddDays(20), $"Holder {i:D2}");
        var (helen, jie, gone) = (await app.Join("Helen", Role.Hr), await app.Join("孙洁", Role.Hr, language: "zh-Hans"), await app.Join("Gerd Gone", Role.Hr));
        var mute = await app.Join("Mute", Role.Admin);
        using var hr = await app.SignIn(helen);
        using var rep = await app.SignIn(await app.Join("Seller", Role.Rep));
        using (var declining = await app.SignIn(mute))
            await declining.Submit("/people/me", ("Language", "en"), ("ContentLanguage", "en"), ("Zone", "UTC"));

        Assert.Contains("Ends within 30 days", await hr.Open($"{Url}/new?list=certificates&team={east}&within=30"), StringComparison.Ordinal);
        var at = (await hr.Submit($"{Url}?list=certificates&team={east}&within=30", ("Name", "East, ending soon"))).Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"{Url}?list=certificates", ("Name", "East, ending soon"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"{at}/mailing", ("Rhythm", "Daily"))).StatusCode); // to nobody
        await hr.Submit($"{at}/mailing", ("Rhythm", "Weekdays"), ("Hour", "9"), ("MonthDay", "31"), ("Reader", $"{helen}"), ("Reader", $"{jie}"), ("Reader", $"{gone}"), ("Reader", $"{mute}"));
        Assert.Equal(HttpStatusCode.Redirect, (await hr.Get($"{at}/list")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await rep.Get($"{at}/list")).StatusCode);
        await Suspend(app, gone);

        app.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await Send(app));
        app.Time.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(app)));
        await Send(app);

        Assert.Equal([$"{helen:N}@example.com", $"{jie:N}@example.com"], sink.Letters.Select(letter => Assert.Single(letter.To)).Order(StringComparer.Ordinal));
        var english = Text(sink, helen);
        Assert.Equal("East, ending soon: 12 rows", english.Subject);
        Assert.Contains("Holder 11 · East · ", english.TextBody, StringComparison.Ordinal);
        Assert.Contains("and 2 more", english.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Holder 00", english.TextBody, StringComparison.Ordinal);
        Assert.Contains($"https://academy.example{at}/list?day=2026-11-23", english.TextBody, StringComparison.Ordinal);
        Assert.Equal("East, ending soon：共 12 行", Text(sink, jie).Subject);
        var page = await hr.Open(at);
        Assert.Contains("Not sent: no longer allowed to see it", page, StringComparison.Ordinal);
        Assert.Contains("Not sent: declined mail", page, StringComparison.Ordinal);
        Assert.Contains("Tue 24 Nov 09:00", page, StringComparison.Ordinal);
        Assert.Equal([helen, jie], (await app.Told<ReportMailed>()).Where(mailed => mailed.Rows == 12).Select(mailed => mailed.Subject).Order());
        Assert.Equal([gone, mute], (await app.Told<ReportWithheld>()).Select(withheld => withheld.Subject).Order());
        Assert.Contains("Needs a look", await hr.Open(Url), StringComparison.Ordinal);

        await hr.Submit($"{Url}/filter?list=certificates&team={east}&within=5", ("Report", at.Split('/')[^1]));
        Assert.Equal(HttpStatusCode.NotFound, (await hr.Submit($"{Url}/filter?list=compliance", ("Report", at.Split('/')[^1]))).StatusCode);
        Assert.Contains("Ends within 5 days", await hr.Open(at), StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(hr.Submit($"{at}/sending", ("_key", "once")), hr.Submit($"{at}/sending", ("_key", "once")));
        await Send(app);
        Assert.Equal(4, sink.Letters.Count);
        Assert.Equal("East, ending soon: 0 rows", Text(sink, helen).Subject);
        Assert.Contains("Tue 24 Nov 09:00", await hr.Open(at), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_it_comes_once_paused_not_at_all_and_what_is_gone_is_said()
    {
        await using var sink = new SmtpSink();
        await using var app = Mailing(sink);
        var helen = await app.Join("Helen", Role.Hr);
        var manager = await app.Join("Mona", Role.Manager);
        var (east, west) = (await app.Team("East", manager), await app.Team("West"));
        await app.Join("Anna East", Role.Rep, east, "sdr");
        await app.Join("Ben West", Role.Rep, west, "sdr");
        var hr = await app.SignIn(helen);
        await hr.Open($"{Url}/new?list=compliance");
        var at = (await hr.Submit($"{Url}?list=compliance&certification=sales-process", ("Name", "Gaps"), ("Period", "Today"))).Headers.Location!.ToString();
        await hr.Submit($"{at}/mailing", ("Rhythm", "Daily"), ("Hour", "9"), ("MonthDay", "1"), ("Reader", $"{helen}"), ("Reader", $"{manager}"));

        app.Time.Advance(TimeSpan.FromDays(3.5)); // nobody looked for three days
        await Send(app);
        Assert.Equal(2, sink.Letters.Count);
        Assert.Contains("Ben West", Text(sink, helen).TextBody, StringComparison.Ordinal);
        Assert.Equal("Gaps: 1 row", Text(sink, manager).Subject); // of her team alone
        Assert.DoesNotContain("Ben West", Text(sink, manager).TextBody, StringComparison.Ordinal);
        using var boss = await app.SignIn(manager);
        Assert.Equal("/certificates/compliance?certification=sales-process", (await boss.Get($"{at}/list")).Headers.Location!.ToString());
        Assert.EndsWith("&on=2026-11-24", (await boss.Get($"{at}/list?day=2026-11-24")).Headers.Location!.ToString(), StringComparison.Ordinal);

        hr = await Back(hr);
        await hr.Submit($"{at}/pause");
        app.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Send(app));
        hr = await Back(hr);
        await hr.Submit($"{at}/resumption");
        await Alter(app, row => row.Name = "Gaps\r\nBcc: all@example.com");
        app.Time.Advance(TimeSpan.FromDays(1));
        sink.Refuses = receiver => receiver.Contains($"{helen:N}", StringComparison.Ordinal);
        Assert.Equal(1, await Send(app));
        sink.Refuses = _ => false;
        app.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await Send(app));
        Assert.Equal(4, sink.Letters.Count);
        Assert.DoesNotContain(sink.Letters, letter => letter.Message.Headers.Any(header => header.Field == "Bcc"));

        hr = await Back(hr);
        var gone = (await hr.Submit($"{Url}?list=compliance&team={Guid.CreateVersion7()}", ("Name", "Team that is gone"))).Headers.Location!.ToString();
        await hr.Submit($"{gone}/mailing", ("Rhythm", "Daily"), ("Hour", "9"), ("MonthDay", "1"), ("Reader", $"{helen}"));
        await hr.Submit($"{at}/deletion");
        app.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Send(app)); // what is deleted is not mailed
        Assert.Equal("Team that is gone: this report could not be made", sink.Letters.Last().Message.Subject);
        hr = await Back(hr);
        Assert.Contains("no longer exists", await hr.Open(gone), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hr.Get(at)).StatusCode);
        await hr.Submit($"{at}/restoration");
        Assert.Contains("Gaps", await hr.Open(at), StringComparison.Ordinal);
        Assert.Equal(["report-saved", "report-mailing-set", "report-mailing-paused", "report-mailing-resumed", "report-deleted", "report-restored"],
            (await app.Events()).Where(e => e.Type.StartsWith("report-", StringComparison.Ordinal) && e.Type != "report-mailed").Select(e => e.Type).Distinct());
        hr.Dispose();

        // A sign-in does not outlast a day.
        async Task<Browser> Back(Browser browser)
        {
            browser.Dispose();
            return await app.SignIn(helen);
        }
    }

    private static AcademyApp Mailing(SmtpSink sink, Store store = Store.Sqlite) => new(store, withoutRounds: true, settings: new()
    {
        ["Academy:Address"] = "https://academy.example",
        ["Academy:Mail:Host"] = "127.0.0.1",
        ["Academy:Mail:Port"] = $"{sink.Port}",
        ["Academy:Mail:From"] = "academy@example.com",
        ["Academy:Mail:Security"] = "None",
    });

    // Another node each time.
    private static Task<int> Send(AcademyApp app) => ActivatorUtilities.CreateInstance<SendReports>(app.Services).Run(TestContext.Current.CancellationToken);

    private static MimeKit.MimeMessage Text(SmtpSink sink, Guid person) => sink.Letters.Last(letter => letter.To.Contains($"{person:N}@example.com")).Message;

    private static async Task Suspend(AcademyApp app, Guid person)
    {
        using var hr = await app.SignIn(await app.Join("Hana", Role.Hr));
        await hr.Submit($"/people/{person}/suspension", ("Reason", "left"));
    }

    private static Task<Decision<Done>> Alter(AcademyApp app, Action<ReportRow> how) => app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
    {
        how(await entry.Db.Set<ReportRow>().SingleAsync());
        return Done.Value;
    });
}
