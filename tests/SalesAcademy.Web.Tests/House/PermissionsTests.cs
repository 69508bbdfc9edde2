using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Live;

namespace SalesAcademy.Web.Tests.House;

/// <summary>permissions.csv says who may call what; this holds it against every endpoint and hub method, and walks it role by role.</summary>
public sealed class PermissionsTests
{
    private static readonly string Folder = Path.GetDirectoryName(Here())!;

    [Fact]
    public void Every_endpoint_and_hub_method_has_its_line_and_every_line_its_endpoint()
    {
        using var app = new AcademyApp();

        var real = Endpoints(app).Select(e => $"{e.Method},{e.Route},{e.Who}").Concat(HubMethods()).Order(StringComparer.Ordinal).ToArray();
        var written = Written().Select(line => string.Join(',', line)).Order(StringComparer.Ordinal).ToArray();

        Assert.True(real.SequenceEqual(written), $"Not in permissions.csv:\n{string.Join('\n', real.Except(written))}\nOnly in permissions.csv:\n{string.Join('\n', written.Except(real))}");
    }

    [Fact]
    public async Task Strangers_reach_only_what_is_open_to_everybody()
    {
        await using var app = new AcademyApp();
        using var stranger = app.Visitor();

        foreach (var (method, route, who) in Endpoints(app).Where(e => e.Who != "everybody"))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Fill(route));
            var answer = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);
            var refused = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.BadRequest
                || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/people/sign-in", StringComparison.Ordinal));
            Assert.True(refused, $"{method} {route} ({who}) answered a stranger {(int)answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(Role.Rep), InlineData(Role.Manager), InlineData(Role.Hr), InlineData(Role.Author), InlineData(Role.SalesOps), InlineData(Role.Admin)]
    public async Task Each_role_is_refused_what_belongs_to_others(Role role)
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Somebody", role, profile: role == Role.Rep ? "sdr" : null));
        var token = await browser.AntiforgeryToken();

        foreach (var (method, route, who) in Endpoints(app).Where(e => e.Who is not ("everybody" or "signed in") && !e.Who.Split(' ').Contains(role.ToString())))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Fill(route));
            request.Headers.Add("RequestVerificationToken", token);
            var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound, $"{method} {route} ({who}) answered {role} {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_state_is_never_changed_by_a_get_nor_by_a_post_without_token()
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Everyone", (Role)63, profile: "sdr"));
        var before = (await app.Events()).Count;

        foreach (var (method, route, _) in Endpoints(app).Where(e => e.Method != "GET" && !e.Route.StartsWith("/error", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Fill(route));
            var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{method} {route} without a token answered {(int)answer.StatusCode}");
        }

        Assert.Equal(before, (await app.Events()).Count);
    }

    private static IEnumerable<(string Method, string Route, string Who)> Endpoints(AcademyApp app) =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let asset = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>()
        where asset is null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        where !endpoint.RoutePattern.RawText!.Contains("{**path:file}", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<HubMetadata>() is null
        select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Who(endpoint));

    private static IEnumerable<string> HubMethods() => typeof(LiveHub)
        .GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
        .Where(m => m.GetBaseDefinition().DeclaringType != typeof(Hub)).Select(m => $"HUB,{m.Name},signed in");

    private static string Who(Microsoft.AspNetCore.Http.Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "everybody"
        : endpoint.Metadata.GetOrderedMetadata<AllowAttribute>() is [.., var allow] ? string.Join(' ', Enum.GetValues<Role>().Where(r => r != Role.None && allow.Any.HasFlag(r)))
        : "signed in";

    private static IEnumerable<string[]> Written() => File.ReadLines(Path.Combine(Folder, "permissions.csv")).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','));

    private static string Fill(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{\*?(?<name>[a-zA-Z]+)(:(?<type>[a-z]+))?[^}]*\}", m => m.Groups["type"].Value switch
    {
        "guid" => Guid.Empty.ToString(),
        "int" => "404",
        "long" => "1",
        _ => "nothing-here",
    }, System.Text.RegularExpressions.RegexOptions.ExplicitCapture);

    private static string Here([CallerFilePath] string path = "") => path;
}
