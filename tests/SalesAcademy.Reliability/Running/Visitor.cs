using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace SalesAcademy.Running;

/// <summary>A browser without a screen, signed in as one person: keeps cookies, sends forms with their token, follows no redirect.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;
    private string token = "";

    private Visitor(Uri address) => http = new HttpClient(new SocketsHttpHandler
    {
        CookieContainer = cookies,
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    })
    { BaseAddress = address, Timeout = Machine.Patience };

    /// <summary>What a client of its own needs to speak as this person.</summary>
    public string Cookies => cookies.GetCookieHeader(http.BaseAddress!); // set by the constructor

    public string Token => token;

    public static Task<Visitor> SignIn(Uri address, int number) => SignIn(address, People.EmailOf(number), People.Password);

    public static async Task<Visitor> SignIn(Uri address, string email, string password)
    {
        var visitor = new Visitor(address);
        using var answer = await visitor.EnterPassword(email, password);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"{email} could not sign in: {(int)answer.StatusCode}");
        await visitor.Learn("/");
        return visitor;
    }

    /// <summary>How the server answers somebody who signs in, whatever comes of it.</summary>
    public static async Task<(HttpStatusCode Status, bool RetryAfter, TimeSpan Took)> TrySignIn(Uri address, int number)
    {
        var asked = Stopwatch.GetTimestamp();
        using var visitor = new Visitor(address);
        using var answer = await visitor.EnterPassword(People.EmailOf(number), People.Password);
        return (answer.StatusCode, answer.Headers.RetryAfter is not null, Stopwatch.GetElapsedTime(asked));
    }

    /// <summary>Asks for a page and reads it to its end.</summary>
    public Task<HttpResponseMessage> Get(string page, CancellationToken cancellation = default) => http.GetAsync(page, HttpCompletionOption.ResponseContentRead, cancellation);

    /// <summary>Sends a form as a page or its script would, and reads the answer to its end.</summary>
    public async Task<HttpResponseMessage> Post(string page, IEnumerable<(string Name, string Value)> fields, string? key = null, bool byScript = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, page)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add("Accept", byScript ? "application/json" : "text/html");
        return await http.SendAsync(request, HttpCompletionOption.ResponseContentRead);
    }

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> EnterPassword(string email, string password)
    {
        await Learn("/people/sign-in");
        return await Post("/people/sign-in", [("Email", email), ("Password", password)]);
    }

    private async Task Learn(string page)
    {
        var html = await http.GetStringAsync(page);
        token = TokenField().Match(html).Groups["token"].Value;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
