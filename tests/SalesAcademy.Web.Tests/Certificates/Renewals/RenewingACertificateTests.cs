using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates.Renewals;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Certificates.Renewals;

public sealed class RenewingACertificateTests
{
    private const string Elsewhere = "objections";

    [Fact]
    public async Task A_shorter_way_renews_in_time_and_within_grace_and_after_that_only_the_original_one_leads_back()
    {
        using var content = new ContentCopy().Rewrite("certifications", "discovery.yml", text => text.Replace(
            "valid: 24 months", $"valid: 24 months\nrenewal: {{ course: {Elsewhere}, quiz: certification, lessons: none, opens: 30 d, grace: 10 d }}", StringComparison.Ordinal));
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var person = await app.Join("Anna Berg", Role.Rep);
        await app.Pass(person, course: Elsewhere);
        var first = await app.Certify(person);
        Assert.Equal((new DateOnly(2028, 11, 22), new RenewalPeriod(new(2028, 10, 24), new(2028, 12, 2))), (first.Until!.Value, first.Renewal!));

        Go(app, "2028-10-23");
        await app.Pass(person, course: Elsewhere);
        Assert.Single(await app.Certificates(person));
        Go(app, "2028-12-02"); // the last day of grace
        using (var browser = await app.SignIn(person))
            Assert.Contains("Renewed by 2 December 2028, this is enough", await browser.Open("/certificates"), StringComparison.Ordinal);
        await app.Pass(person, course: Elsewhere);
        var second = (await app.Certificates(person))[1];
        Go(app, "2030-12-20"); // it ended on 1 December
        await app.Pass(person, course: Elsewhere);
        Assert.Equal(2, (await app.Certificates(person)).Count);
        await app.Pass(person);

        var third = (await app.Certificates(person))[2];
        Assert.Equal((new DateOnly(2028, 12, 2), new DateOnly(2030, 12, 1)), (second.From, second.Until!.Value));
        Assert.Equal((new DateOnly(2030, 12, 20), new DateOnly(2032, 12, 19)), (third.From, third.Until!.Value));
        Assert.Equal([null, first.Id, second.Id], (await app.Told<CertificateIssued>()).Select(issued => issued.Replaces));
    }

    [Fact]
    public async Task The_rules_of_the_pool_are_renewed_by_their_own_short_quiz_which_is_no_way_to_the_first_certificate()
    {
        const string pool = "leads-and-pool";
        await using var app = new AcademyApp(withoutRounds: true);
        var (person, shortcut) = (await app.Join("Anna Berg", Role.Rep), await app.Join("Boris", Role.Rep));
        await app.ReadEveryLesson(person, pool);
        await app.Pass(person, course: pool);
        Assert.Equal(new RenewalPeriod(new(2028, 9, 24), new(2028, 12, 6)), Assert.Single(await app.Certificates(person)).Renewal);
        await app.ReadEveryLesson(shortcut, pool);
        await Renew(shortcut);
        await Renew(person); // too early
        Assert.Single(await app.Certificates());

        Go(app, "2028-09-24");
        Assert.Equal(1, await Remind(app));
        await Renew(person);

        var renewed = (await app.Certificates(person))[1];
        Assert.Equal((new DateOnly(2028, 9, 24), new DateOnly(2030, 11, 22)), (renewed.From, renewed.Until!.Value));
        Assert.Single(await app.Certificates(person), row => row.SupersededBy == renewed.Id);

        Task Renew(Guid by) => app.Happen(new AttemptGraded(by, Guid.CreateVersion7(), pool, "renewal", AttemptKind.Certification, 0.9, true, [], app.Library().Now.Hash));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Holders_are_reminded_on_their_days_once_and_whoever_has_renewed_is_left_alone(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var (person, renews) = (await app.Join("林小满", Role.Rep, language: "zh-Hans"), await app.Join("Anna Berg", Role.Rep));
        await app.Certify(person);
        await app.Certify(renews);
        Assert.Equal(0, await Remind(app));

        Go(app, "2028-10-24"); // 29 days before: the day itself was missed
        Assert.Equal((2, 0), (await Remind(app), await Remind(app)));
        await app.Pass(renews);
        Go(app, "2028-11-15");
        Assert.Equal((1, 0), (await Remind(app), await Remind(app)));
        Go(app, "2028-11-23");
        Assert.Equal((1, 0), (await Remind(app), await Remind(app)));
        Go(app, "2028-12-23");
        Assert.Equal(0, await Remind(app));

        await using var db = app.Read();
        var kinds = await db.Set<NoticeRow>().Where(n => n.Person == person).OrderBy(n => n.Sequence).Select(n => n.Kind).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["certificate-issued", "certificate-ends", "certificate-ends", "certificate-ended"], kinds);
        using var browser = await app.SignIn(person);
        Assert.Contains("已于2028 年 11 月 22 日到期", (await browser.Open("/notices")).Replace(" 年", " 年", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(4, (await app.Told<CertificationReminded>()).Count);
    }

    private static Task<int> Remind(AcademyApp app) => app.Services.GetRequiredService<RemindHolders>().Run(TestContext.Current.CancellationToken);

    private static void Go(AcademyApp app, string day) => app.Time.Advance(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc) - app.Time.GetUtcNow().UtcDateTime);
}
