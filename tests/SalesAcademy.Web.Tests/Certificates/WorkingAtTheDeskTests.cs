using System.Net;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;

namespace SalesAcademy.Web.Tests.Certificates;

public sealed class WorkingAtTheDeskTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_database_tells_every_state_as_the_domain_does(Store store)
    {
        await using var app = new AcademyApp(store);
        await Fill(app, 40);
        await using var db = app.Read();

        var all = await app.Certificates();
        foreach (var state in Enum.GetValues<CertificateState>())
        {
            var found = new DeskFilter { State = state }.On(db, app.Clock.Today).Select(c => c.Row.Number).AsEnumerable().Order(StringComparer.Ordinal);
            var expected = all.Where(c => c.Standing.On(app.Clock.Today) == state).Select(c => c.Number).ToArray();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, found);
        }
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Pages_follow_each_other_without_gap_or_twin_and_the_tabs_count_all(Store store)
    {
        await using var app = new AcademyApp(store);
        await Fill(app, 60);
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));

        var numbers = new List<string>();
        var pages = 0;
        for (string? url = "/certificates/desk"; url is not null; pages++)
        {
            var html = await hr.Open(url);
            numbers.AddRange(System.Text.RegularExpressions.Regex.Matches(html, "keep\">(LT-[0-9-]+)<").Select(m => m.Groups[1].Value));
            url = System.Text.RegularExpressions.Regex.Match(html, "rel=\"next\" href=\"([^\"]+)\"") is { Success: true } next ? WebUtility.HtmlDecode(next.Groups[1].Value) : null;
        }

        Assert.Equal(3, pages);
        Assert.Equal((await app.Certificates()).Select(c => c.Number).Reverse(), numbers);
        Assert.Contains("60 certificates of 1 person", await hr.Open("/certificates/desk"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_finds_parts_of_either_name_and_of_the_number()
    {
        await using var app = new AcademyApp();
        await app.Certify(await app.Join("欧阳娜娜", Role.Rep, profile: "sdr", latinName: "Ouyang Nana"));
        await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr"));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));

        foreach (var (typed, found, missing) in new[] { ("娜娜", "LT-2026-000001", "LT-2026-000002"), ("OUYANG", "LT-2026-000001", "LT-2026-000002"), ("000002", "LT-2026-000002", "LT-2026-000001"), (" berg ", "LT-2026-000002", "LT-2026-000001") })
        {
            var html = await hr.Open($"/certificates/desk?q={Uri.EscapeDataString(typed)}");
            Assert.Contains(found, html, StringComparison.Ordinal);
            Assert.DoesNotContain(missing, html, StringComparison.Ordinal);
        }

        Assert.Contains("No certificate fits", await hr.Open("/certificates/desk?q=100%25_"), StringComparison.Ordinal);
        Assert.Contains("LT-2026-000001", await hr.Open("/certificates/desk?from=not-a-day&state=nonsense&team=x"), StringComparison.Ordinal);
    }

    private static async Task Fill(AcademyApp app, int many)
    {
        var person = await app.Join("Many", Role.Rep, profile: "sdr");
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            for (var i = 1; i <= many; i++)
                entry.Db.Add(new CertificateRow
                {
                    Id = entry.NewId(),
                    Person = person,
                    Certification = "discovery",
                    Issue = i,
                    Serial = i,
                    Number = $"LT-2026-{i:D6}",
                    Code = $"{i}",
                    Attempt = Guid.CreateVersion7(),
                    From = app.Clock.Today.AddDays(-i),
                    Until = i % 7 == 0 ? null : app.Clock.Today.AddDays((i * 3) - 40),
                    ContentHash = "",
                    Name = "Many",
                    TitleEnglish = "Discovery",
                    TitleChinese = "需求挖掘",
                    Finding = "many",
                    RevokedAt = i % 5 == 0 ? entry.Act.At : null,
                    SupersededBy = i % 4 == 0 ? Guid.CreateVersion7() : null,
                });
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
    }
}
