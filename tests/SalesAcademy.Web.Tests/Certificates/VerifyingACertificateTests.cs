using System.Net;
using System.Text.Encodings.Web;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;

namespace SalesAcademy.Web.Tests.Certificates;

public sealed class VerifyingACertificateTests
{
    private static readonly Dictionary<string, string?> Patient = new() { ["Academy:Limits:VerificationPerMinute"] = "1000" };

    [Fact]
    public async Task Valid_then_expired_by_the_calendar_alone()
    {
        await using var app = new AcademyApp(settings: Patient);
        var certificate = await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr"));
        using var stranger = app.Visitor();

        AssertSays(await stranger.Open(Page(certificate)), "<h1>Valid</h1>", "Until 22 November 2028", "Anna Berg", "Discovery", certificate.Number);
        app.Time.Advance(new DateTimeOffset(2028, 11, 22, 15, 59, 0, TimeSpan.Zero) - app.Time.GetUtcNow()); // 23:59 in Shanghai
        AssertSays(await stranger.Open(Page(certificate)), "<h1>Valid</h1>");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        AssertSays(await stranger.Open(Page(certificate)), "<h1>Expired</h1>", "On 22 November 2028");
    }

    [Fact]
    public async Task Revoked_says_so_with_its_day_and_keeps_the_reason()
    {
        await using var app = new AcademyApp(settings: Patient);
        var person = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        var certificate = await app.Certify(person);
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        await hr.Open($"/certificates/{certificate.Id}/revocation");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"/certificates/{certificate.Id}/revocation", ("Reason", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.Submit($"/certificates/{certificate.Id}/revocation", ("Reason", "Somebody else sat the quiz"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"/certificates/{certificate.Id}/revocation", ("Reason", "again"))).StatusCode);

        using var stranger = app.Visitor();
        var page = await stranger.Open(Page(certificate));
        AssertSays(page, "<h1>Revoked</h1>", "On 23 November 2026", "Anna Berg");
        Assert.DoesNotContain("Somebody else", page, StringComparison.Ordinal);
        Assert.Equal(new CertificateRevoked(person, certificate.Id, "discovery", new DateOnly(2026, 11, 23)), Assert.Single(await app.Told<CertificateRevoked>()));
        Assert.DoesNotContain((await app.Events()).Select(e => e.Json), json => json.Contains("Somebody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Superseded_leads_to_the_current_one()
    {
        await using var app = new AcademyApp(settings: Patient);
        var person = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        var first = await app.Certify(person);
        app.Time.Advance(TimeSpan.FromDays(720));
        await app.Pass(person);
        var current = (await app.Certificates(person))[^1];
        using var stranger = app.Visitor();

        AssertSays(await stranger.Open(Page(first)), "<h1>Superseded</h1>", "The current one is valid.", $"/certificates/verify/{current.Code}");
        AssertSays(await stranger.Open(Page(current)), "<h1>Valid</h1>");
    }

    [Fact]
    public async Task A_code_is_found_however_it_is_typed_and_not_with_one_character_changed_or_missing()
    {
        await using var app = new AcademyApp(settings: Patient);
        var certificate = await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr"));
        using var stranger = app.Visitor();
        var code = certificate.Code;

        foreach (var typed in new[] { code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal), code.Replace('-', ' ') })
            AssertSays(await stranger.Open($"/certificates/verify?code={Uri.EscapeDataString(typed)}"), "<h1>Valid</h1>");
        foreach (var forged in Enumerable.Range(0, code.Length).Where(i => code[i] != '-').Select(i => $"{code[..i]}{(code[i] == 'Q' ? 'R' : 'Q')}{code[(i + 1)..]}").Append(code[..^1]).Append(code[..^5]))
            await AssertNotFound(stranger, forged);
        Assert.Equal($"/certificates/verify/{code}", (await stranger.Get($"/v/{code}")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task It_tells_what_the_paper_tells_and_no_more()
    {
        await using var app = new AcademyApp(settings: Patient);
        var team = await app.Team("Secret Squad");
        var person = await app.Join("欧阳娜娜", Role.Rep, team, "sdr", latinName: "Ouyang Nana");
        var certificate = await app.Certify(person);
        using var stranger = app.Visitor();

        var answer = await stranger.Get(Page(certificate));
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        AssertSays(page, "欧阳娜娜", "Ouyang Nana");
        Assert.All(["Secret Squad", "@example.com", person.ToString(), certificate.Id.ToString(), certificate.ContentHash[..12], "0.9"], secret => Assert.DoesNotContain(secret, page, StringComparison.OrdinalIgnoreCase));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"><svg onload=alert(1)>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'-alert(1)-'")]
    [InlineData("javascript:alert(1)")]
    public async Task What_was_typed_comes_back_as_text(string typed)
    {
        await using var app = new AcademyApp(settings: Patient);
        using var stranger = app.Visitor();

        var answer = await stranger.Get($"/certificates/verify?code={Uri.EscapeDataString(typed)}");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("<svg onload", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"value=\"{HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(typed)}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guessing_ends_at_the_configured_rate()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:VerificationPerMinute"] = "30" });
        using var stranger = app.Visitor();
        var chance = new Random(7);
        var guess = new byte[VerificationCode.Length];

        var answers = new Dictionary<HttpStatusCode, int>();
        for (var i = 0; i < 10_000; i++)
        {
            chance.NextBytes(guess);
            using var answer = await stranger.Get($"/certificates/verify/{VerificationCode.Of(guess)}");
            answers[answer.StatusCode] = answers.GetValueOrDefault(answer.StatusCode) + 1;
        }

        // The limiter's minute is real time: a slow run may see a second window, never more guesses than the rate allows.
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], answers.Keys.Order());
        Assert.InRange(answers[HttpStatusCode.NotFound], 30, 300);
        Assert.Equal(10_000, answers.Values.Sum());
    }

    [Theory, InlineData("en", "Lanteng Cloud"), InlineData("zh-CN", "澜腾云科技")]
    public async Task Every_page_of_it_names_who_issues(string language, string issuer)
    {
        await using var app = new AcademyApp(settings: Patient);
        var certificate = await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr"));
        using var stranger = app.Visitor();
        stranger.Http.DefaultRequestHeaders.Add("Accept-Language", language);

        foreach (var page in (string[])[Page(certificate), "/certificates/verify", "/certificates/verify?code=nothing"])
            AssertSays(await (await stranger.Get(page)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), issuer);
    }

    [Fact]
    public async Task Both_languages_are_spoken_before_sign_in()
    {
        await using var app = new AcademyApp(settings: Patient);
        var certificate = await app.Certify(await app.Join("欧阳娜娜", Role.Rep, profile: "sdr"));
        using var stranger = app.Visitor();
        stranger.Http.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");

        AssertSays(await stranger.Open(Page(certificate)), "<h1>有效</h1>", "有效期至 2028 年 11 月 22 日", "需求挖掘");
        AssertSays(await stranger.Open("/certificates/verify"), "核验证书", "核验码");
        await stranger.Submit("/people/preferences/language", ("language", "en"));
        AssertSays(await stranger.Open("/certificates/verify"), "Verify a certificate");
    }

    private static string Page(CertificateRow certificate) => $"/certificates/verify/{certificate.Code}";

    private static void AssertSays(string page, params string[] parts) => Assert.All(parts, part => Assert.Contains(part, page, StringComparison.Ordinal));

    private static async Task AssertNotFound(Browser stranger, string code)
    {
        var answer = await stranger.Get($"/certificates/verify/{code}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        AssertSays(page, "<h1>Not found</h1>", $"value=\"{code}\"");
        Assert.DoesNotContain("Anna", page, StringComparison.Ordinal);
    }
}
