using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Integrations.Webhooks;
using SalesAcademy.Web.Tests.Certificates;
using SalesAcademy.Web.Tests.Paths;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Somebody with every right, something of each kind to lay hands on, and every address there is with the fields it takes.</summary>
internal sealed partial class Everything(AcademyApp app, Browser browser, IReadOnlyDictionary<string, string> ids)
{
    public Browser Browser => browser;

    public static async Task<Everything> Of(AcademyApp app)
    {
        var all = await app.Join("Everyone", (Role)127, profile: "sdr");
        var team = await app.Team("Team", all);
        var rep = await app.Join("Rep", Role.Rep, team, "sdr");
        await app.ClearTheWay(all);
        var lead = await new Leads.Floor(app).InPool();
        var certificate = await app.Certify(rep);
        var browser = await app.SignIn(all);
        var attempt = (await browser.Submit("/quizzes/discovery/certification/attempts")).Headers.Location!.ToString().Split('/')[^1];
        await browser.Submit("/coaching/notes", ("Person", $"{rep}"), ("Text", "Well done"));
        var webhook = await app.Ledger.Run<Guid>(app.Clock.Act(), entry => Task.FromResult(app.Services.GetRequiredService<WebhookDesk>().Add(entry, "https://192.0.2.1/", [WebhookTypes.LeadWon], Signing.NewSecret())));
        return new Everything(app, browser, new Dictionary<string, string>
        {
            ["/quizzes"] = attempt,
            ["/leads"] = $"{lead}",
            ["/certificates"] = $"{certificate.Id}",
            ["/people/teams"] = $"{team}",
            ["/integrations/webhooks"] = $"{((Accepted<Guid>)webhook).Value}",
            ["/people"] = $"{rep}",
            ["person"] = $"{rep}",
            ["course"] = "discovery",
            ["lesson"] = "open",
            ["quiz"] = "certification",
            ["path"] = "sdr-onboarding",
            ["code"] = certificate.Code,
            ["sequence"] = "0",
        });
    }

    /// <summary>Every address of one method, filled in, with the names of the fields its action reads.</summary>
    public IEnumerable<(string Url, string[] Fields)> Addresses(string method) =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let action = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
        where action is not null && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true
        let url = Fill("/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
        where url != "/people/sign-out"
        select (url, action.Parameters.SelectMany(FieldsOf).ToArray());

    private static IEnumerable<string> FieldsOf(ParameterDescriptor parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(CancellationToken) => [],
        var type when type.Namespace == "System" || type.IsEnum || type.IsArray => [parameter.BindingInfo?.BinderModelName ?? parameter.Name],
        var type => type.GetProperties().Where(p => p.SetMethod is not null).Select(p => p.PropertyType.Name.Contains("Dictionary", StringComparison.Ordinal) ? $"{p.Name}[x]" : p.Name),
    };

    private string Fill(string route) => Place().Replace(route, match => match.Groups["name"].Value is var name && name != "id"
        ? ids.GetValueOrDefault(name, "nothing-here")
        : ids.Where(id => id.Key[0] == '/' && route.StartsWith(id.Key, StringComparison.Ordinal)).OrderByDescending(id => id.Key.Length).Select(id => id.Value).FirstOrDefault(Guid.Empty.ToString()));

    [GeneratedRegex(@"\{\*?(?<name>[a-zA-Z]+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
