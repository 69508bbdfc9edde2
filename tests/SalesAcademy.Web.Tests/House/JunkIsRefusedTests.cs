namespace SalesAcademy.Web.Tests.House;

/// <summary>Whatever is put into whatever field, the answer is a page or a refusal, never an error of the server.</summary>
public sealed class JunkIsRefusedTests
{
    private static readonly string[] Junk =
    [
        "", "-1", "99999999999999999999", "9999-12-31", "0001-01-01", "1;-- (select 1)", "{0}|{1}🦄\u202E\"><b>", "a\ud800b", new('x', 1500),
    ];

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task In_a_query(Store store)
    {
        Assert.SkipUnless(store == Store.Sqlite || Thorough.IsAsked, "On the second database with tests/run --long.");
        await using var app = new AcademyApp(store, new() { ["Academy:Limits:VerificationPerMinute"] = "10000" });
        var everything = await Everything.Of(app);
        var errors = new List<string>();

        foreach (var (url, fields) in everything.Addresses("GET"))
            foreach (var junk in Junk.Append("a\0b"))
            {
                var query = string.Join('&', fields.Select(field => $"{field}={Uri.EscapeDataString(junk)}"));
                var answer = await everything.Browser.Get($"{url}?{query}");
                if ((int)answer.StatusCode >= 500)
                    errors.Add($"{url} with {junk} answered {(int)answer.StatusCode}");
            }

        Assert.Empty(errors);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task In_a_form(Store store)
    {
        Assert.SkipUnless(store == Store.Sqlite || Thorough.IsAsked, "On the second database with tests/run --long.");
        await using var app = new AcademyApp(store);
        var everything = await Everything.Of(app);
        var token = await everything.Browser.AntiforgeryToken();
        var errors = new List<string>();

        foreach (var (url, fields) in everything.Addresses("POST"))
            foreach (var junk in Junk.Append(new string('x', 60_000)))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields.Append("_key").Select(field => KeyValuePair.Create(field, junk))) };
                request.Headers.Add("RequestVerificationToken", token);
                var answer = await everything.Browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
                if ((int)answer.StatusCode >= 500)
                    errors.Add($"{url} with {junk[..Math.Min(junk.Length, 20)]} answered {(int)answer.StatusCode}");
            }

        Assert.Empty(errors);
    }
}
