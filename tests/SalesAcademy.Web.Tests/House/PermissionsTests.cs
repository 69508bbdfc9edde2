using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Integrations;
using SalesAcademy.Web.Features.Integrations.Api;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Tests.Integrations;

namespace SalesAcademy.Web.Tests.House;

/// <summary>permissions.csv says who may call what; this holds it against every endpoint and hub method, and walks it role by role.</summary>
public sealed class PermissionsTests
{
    private static readonly string Folder = Path.GetDirectoryName(Here())!;

    [Fact]
    public void Every_endpoint_and_hub_method_has_its_line_and_every_line_its_endpoint()
    {
        using var app = new AcademyApp();

        var real = Endpoints(app.Services.GetRequiredService<EndpointDataSource>().Endpoints).Select(e => $"{e.Method},{e.Route},{e.Who}").Concat(Hubs.SelectMany(HubMethods));

        Assert.Empty(Differences(real, File.ReadLines(Path.Combine(Folder, "permissions.csv")).Skip(1)));
    }

    [Fact]
    public void A_planted_page_call_or_line_is_found()
    {
        var written = File.ReadLines(Path.Combine(Folder, "permissions.csv")).Skip(1).ToArray();
        RouteEndpoint[] planted =
        [
            Page("planted/open", new AllowAnonymousAttribute()), Page("planted/for-hr", new AllowAttribute(Role.Hr | Role.Admin)), Page("planted/for-all"), Page("planted/any-method", new object()),
        ];

        var found = Differences([.. written.Skip(1), .. Endpoints(planted).Select(e => $"{e.Method},{e.Route},{e.Who}"), .. HubMethods(typeof(PlantedHub))], [.. written, "GET,/gone,everybody"]);

        Assert.Equal(new[]
        {
            "no line: GET,/planted/for-all,signed in", "no line: GET,/planted/for-hr,Hr Admin", "no line: GET,/planted/open,everybody", "no line: GET,/planted/any-method,signed in",
            "no line: HUB,Tell,everybody", $"nothing behind: {written[0]}", "nothing behind: GET,/gone,everybody",
        }.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));

        static RouteEndpoint Page(string route, params object[] metadata) =>
            new(_ => Task.CompletedTask, RoutePatternFactory.Parse(route), 0, new EndpointMetadataCollection([new HttpMethodMetadata(["GET"]), .. metadata]), route);
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
            var refused = IsForTokens(who) ? AsksForToken(answer) : answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/people/sign-in", StringComparison.Ordinal);
            Assert.True(refused, $"{method} {route} ({who}) answered a stranger {(int)answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Each_role_is_refused_what_belongs_to_others()
    {
        await using var app = new AcademyApp();
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None))
            await IsKeptInItsRooms(app, role);
    }

    private static async Task IsKeptInItsRooms(AcademyApp app, Role role)
    {
        using var browser = await app.SignIn(await app.Join("Somebody", role, profile: role == Role.Rep ? "sdr" : null));
        var token = await browser.AntiforgeryToken();

        foreach (var (method, route, who) in Endpoints(app).Where(e => e.Who is not ("everybody" or "signed in") && !e.Who.Split(' ').Contains(role.ToString())))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Fill(route));
            request.Headers.Add("RequestVerificationToken", token);
            var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(IsForTokens(who) ? AsksForToken(answer) : answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {route} ({who}) answered {role} {(int)answer.StatusCode}");
        }

        foreach (var (_, route, who) in Endpoints(app).Where(e => e.Method == "GET" && (e.Who == "signed in" || e.Who.Split(' ').Contains(role.ToString()))))
            Assert.True((await browser.Get(Fill(route))).StatusCode != HttpStatusCode.Forbidden, $"{route} ({who}) is closed to {role}");
    }

    [Fact]
    public async Task Each_token_reaches_what_its_scope_opens_and_nothing_else()
    {
        await using var app = new AcademyApp();
        foreach (var scope in Scopes.All)
        {
            using var machine = await Machine.With(app, scope);
            foreach (var (method, route, who) in Endpoints(app).Where(e => IsForTokens(e.Who)))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Fill(route));
                var answer = await machine.Http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode is HttpStatusCode.Forbidden == (who != $"token {scope}") && answer.StatusCode != HttpStatusCode.Unauthorized, $"{method} {route} ({who}) answered a token of {scope} {(int)answer.StatusCode}");
            }

            foreach (var (method, route, who) in Endpoints(app).Where(e => !IsForTokens(e.Who) && e.Who != "everybody"))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), Fill(route));
                var answer = await machine.Http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{method} {route} ({who}) answered a token {(int)answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task A_state_is_never_changed_by_a_get_nor_by_a_post_without_token()
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Everyone", (Role)127, profile: "sdr"));
        var before = (await app.Events()).Count;

        foreach (var (method, route, who) in Endpoints(app).Where(e => e.Method != "GET" && !e.Route.StartsWith("/error", StringComparison.Ordinal)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), Fill(route));
            var answer = await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.True(IsForTokens(who) ? AsksForToken(answer) : answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{method} {route} without a token answered {(int)answer.StatusCode}");
        }

        Assert.Equal(before, (await app.Events()).Count);
    }

    private static IEnumerable<Type> Hubs => typeof(LiveHub).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Hub)));

    private static IEnumerable<string> Differences(IEnumerable<string> real, IEnumerable<string> written)
    {
        var (there, listed) = (real.ToArray(), written.Where(line => line.Length > 0).ToArray());
        return [.. there.Except(listed).Select(line => $"no line: {line}"), .. listed.Except(there).Select(line => $"nothing behind: {line}"), .. listed.CountBy(line => line).Where(line => line.Value > 1).Select(line => $"twice: {line.Key}")];
    }

    private static IEnumerable<(string Method, string Route, string Who)> Endpoints(AcademyApp app) => Endpoints(app.Services.GetRequiredService<EndpointDataSource>().Endpoints);

    private static IEnumerable<(string Method, string Route, string Who)> Endpoints(IReadOnlyList<Endpoint> all) =>
        from endpoint in all.OfType<RouteEndpoint>()
        let asset = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>()
        where asset is null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        where !endpoint.RoutePattern.RawText!.Contains("{**path:file}", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<HubMetadata>() is null
        select (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'), Who(endpoint));

    private static IEnumerable<string> HubMethods(Type hub) => hub
        .GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.DeclaredOnly)
        .Where(m => m.GetBaseDefinition().DeclaringType != typeof(Hub)).Select(m => $"HUB,{m.Name},{(hub.GetCustomAttribute<AuthorizeAttribute>() is null ? "everybody" : "signed in")}");

    private static bool IsForTokens(string who) => who.StartsWith("token ", StringComparison.Ordinal);

    private static bool AsksForToken(HttpResponseMessage answer) => answer.StatusCode == HttpStatusCode.Unauthorized && answer.Headers.WwwAuthenticate.ToString().StartsWith("Bearer ", StringComparison.Ordinal);

    private static string Who(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "everybody"
        : endpoint.Metadata.GetMetadata<ScopeAttribute>() is { Scope: var scope } ? $"token {scope}"
        : endpoint.Metadata.GetOrderedMetadata<AllowAttribute>() is [.., var allow] ? string.Join(' ', Enum.GetValues<Role>().Where(r => r != Role.None && allow.Any.HasFlag(r)))
        : "signed in";

    private static string Fill(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{\*?(?<name>[a-zA-Z]+)(:(?<type>[a-z]+))?[^}]*\}", m => m.Groups["type"].Value switch
    {
        "guid" => Guid.Empty.ToString(),
        "int" => "404",
        "long" => "1",
        _ => "nothing-here",
    }, System.Text.RegularExpressions.RegexOptions.ExplicitCapture);

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed class PlantedHub : Hub
    {
        public Task Tell(string words) => Clients.All.SendAsync("Told", words);
    }
}
