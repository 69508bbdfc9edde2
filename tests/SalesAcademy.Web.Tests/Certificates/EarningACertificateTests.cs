using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Certificates;

public sealed class EarningACertificateTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_last_thing_missing_brings_the_certificate_whichever_it_is(Store store)
    {
        await using var app = new AcademyApp(store);
        var reader = await app.Join("Reader First", Role.Rep, profile: "sdr");
        var passer = await app.Join("Passer First", Role.Rep, profile: "sdr");

        await app.ReadEveryLesson(reader);
        Assert.Empty(await app.Certificates());
        await app.Pass(reader);
        await app.Pass(passer);
        Assert.Empty(await app.Certificates(passer));
        await app.ReadEveryLesson(passer);

        var certificates = await app.Certificates();
        Assert.Equal([reader, passer], certificates.Select(c => c.Person));
        Assert.Equal(["LT-2026-000001", "LT-2026-000002"], certificates.Select(c => c.Number));
        Assert.All(certificates, c => Assert.Equal((new DateOnly(2026, 11, 23), new DateOnly(2028, 11, 22), 1), (c.From, c.Until!.Value, c.Issue)));
        var issued = await app.Told<CertificateIssued>();
        Assert.Equal(certificates.Select(c => c.Id), issued.Select(e => e.Certificate));
        Assert.All(issued, e => Assert.Equal((app.Library().Now.Hash, (Guid?)null), (e.ContentHash, e.Replaces)));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Twenty_commands_at_once_bring_one_certificate(Store store)
    {
        await using var app = new AcademyApp(store);
        var person = await app.Join("欧阳娜娜", Role.Rep, profile: "sdr", language: "zh-Hans", latinName: "Ouyang Nana");
        await app.ReadEveryLesson(person);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Pass(person)));

        Assert.Equal(20, (await app.Told<AttemptGraded>()).Count);
        Assert.Single(await app.Certificates(person));
        Assert.Single(await app.Told<CertificateIssued>());
        await using var db = app.Read();
        Assert.Single(await db.Set<DocumentRow>().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Single(await db.Set<NoticeRow>().Where(n => n.Person == person).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Many_people_at_once_get_numbers_without_gap_or_twin(Store store)
    {
        await using var app = new AcademyApp(store);
        var people = new List<Guid>();
        for (var i = 0; i < 12; i++)
            people.Add(await app.Join($"Seller {i}", Role.Rep, profile: "sdr"));
        foreach (var person in people)
            await app.ReadEveryLesson(person);

        await Task.WhenAll(people.Select(person => app.Pass(person)));

        Assert.Equal(Enumerable.Range(1, 12).Select(i => (long)i), (await app.Certificates()).Select(c => c.Serial));
        Assert.Equal(12, (await app.Certificates()).Select(c => c.Code).Distinct().Count());
    }

    [Fact]
    public async Task A_failed_attempt_a_lesson_check_and_practice_earn_nothing()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Nearly There", Role.Rep, profile: "sdr");
        await app.ReadEveryLesson(person);

        await app.Pass(person, passed: false);
        await app.Pass(person, kind: AttemptKind.Check);
        await app.Pass(person, kind: AttemptKind.Practice);

        Assert.Empty(await app.Certificates());
    }

    [Fact]
    public async Task An_earlier_attempt_that_passes_by_a_regrade_earns_nothing_beside_the_later_pass_and_one_that_falls_earns_nothing_any_more()
    {
        await using var app = new AcademyApp();
        var (person, other) = (await app.Join("Lin Xiao", Role.Rep), await app.Join("Zhao Lei", Role.Rep));
        var earlier = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        await app.Certify(person);
        await app.Pass(other);
        var passed = (await app.Told<AttemptGraded>()).Single(e => e.Subject == other);

        app.Time.Advance(TimeSpan.FromDays(400)); // a renewal would be open
        await app.Happen(Regraded(person, earlier, passed: true));
        await app.Happen(Regraded(other, passed.Attempt, passed: false));
        await app.ReadEveryLesson(other);

        Assert.Single(await app.Certificates(person));
        Assert.Empty(await app.Certificates(other));

        AttemptRegraded Regraded(Guid subject, Guid attempt, bool passed) =>
            new(subject, attempt, Learning.Course, "certification", AttemptKind.Certification, 0.7, passed ? 0.8 : 0.6, passed, [], app.Library().Now.Hash, Guid.CreateVersion7());
    }

    [Fact]
    public async Task Passing_again_while_it_is_valid_brings_nothing_and_near_its_end_a_renewal_that_replaces_it()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        var first = await app.Certify(person);

        await app.Pass(person);
        Assert.Single(await app.Certificates(person));
        app.Time.Advance(TimeSpan.FromDays(700));
        await app.Pass(person);

        var certificates = await app.Certificates(person);
        Assert.Equal([1, 2], certificates.Select(c => c.Issue));
        Assert.Equal((certificates[1].Id, (DateOnly?)certificates[1].From), (certificates[0].SupersededBy, certificates[0].SupersededOn));
        Assert.Equal(new DateOnly(2030, 11, 22), certificates[1].Until);
        Assert.Equal(first.Id, (await app.Told<CertificateIssued>())[^1].Replaces);
    }

    [Fact]
    public async Task A_name_no_font_can_set_fails_nothing_waits_at_the_desk_and_is_issued_once_corrected()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Ada 🦄 Byron", Role.Rep, profile: "sdr");
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        await app.ReadEveryLesson(person);
        await app.Pass(person);

        Assert.Empty(await app.Certificates());
        var desk = System.Net.WebUtility.HtmlDecode(await hr.Open("/certificates/desk"));
        Assert.Contains("Ada 🦄 Byron", desk, StringComparison.Ordinal);
        Assert.Contains("no font here has the character 🦄", desk, StringComparison.Ordinal);
        Assert.Contains("cannot be drawn", await hr.Open("/"), StringComparison.Ordinal);

        await hr.Submit("/certificates/desk/waiting", ("person", person.ToString()), ("certification", "discovery"));
        Assert.Empty(await app.Certificates());
        await app.Rename(person, "Ada Byron");
        await hr.Submit("/certificates/desk/waiting", ("person", person.ToString()), ("certification", "discovery"));

        Assert.Equal("Ada Byron", Assert.Single(await app.Certificates()).Name);
        Assert.DoesNotContain("no font here has", await hr.Open("/certificates/desk"), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await hr.Submit("/certificates/desk/waiting", ("person", person.ToString()), ("certification", "discovery"))).StatusCode);
    }

    [Fact]
    public async Task The_page_says_what_is_missing_and_then_what_is_held()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("林小满", Role.Rep, profile: "sdr", language: "zh-Hans");
        using var browser = await app.SignIn(person);

        var before = await browser.Open("/certificates");
        await app.Certify(person);
        var after = await browser.Open("/certificates");

        Assert.Contains("还没有证书", before, StringComparison.Ordinal);
        Assert.Contains("通过认证测验", before, StringComparison.Ordinal);
        Assert.Contains("LT-2026-000001", after, StringComparison.Ordinal);
        Assert.Contains("2028 年 11 月 22 日", after, StringComparison.Ordinal);
        Assert.Contains("需求挖掘", await browser.Open("/notices"), StringComparison.Ordinal);
        Assert.Contains("有效期至", await browser.Open("/"), StringComparison.Ordinal);
    }
}
