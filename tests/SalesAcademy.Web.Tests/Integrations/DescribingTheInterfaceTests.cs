using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Integrations;
using SalesAcademy.Web.Features.Integrations.Api;
using SalesAcademy.Web.Features.Integrations.Webhooks;
using SalesAcademy.Web.Tests.Leads;

namespace SalesAcademy.Web.Tests.Integrations;

public sealed class DescribingTheInterfaceTests
{
    private static readonly Type[] Bodies = [typeof(ArrivalBody), typeof(BatchBody), typeof(OutcomeBody), typeof(AssignmentBody)];

    [Fact]
    public async Task The_document_names_every_endpoint_and_no_other_with_its_scope()
    {
        await using var app = new AcademyApp(withoutRounds: true);

        var document = await Document(app);

        var real =
            from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            let route = "/" + endpoint.RoutePattern.RawText
            where route.StartsWith("/api/", StringComparison.Ordinal) && !route.EndsWith("openapi.json", StringComparison.Ordinal)
            select $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {route.Replace(":guid", "", StringComparison.Ordinal)} {endpoint.Metadata.GetMetadata<ScopeAttribute>()!.Scope}";
        var told =
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select $"{operation.Key.ToUpperInvariant()} {path.Key} {operation.Value!["security"]![0]!["token"]![0]}";
        Assert.Equal(real.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.Equal("3.1.0", document["openapi"]!.GetValue<string>());
    }

    [Fact]
    public async Task Every_reference_in_it_leads_somewhere_and_every_choice_is_named()
    {
        await using var app = new AcademyApp(withoutRounds: true);

        var document = await Document(app);

        var schemas = document["components"]!["schemas"]!.AsObject();
        Assert.All(References(document), reference => Assert.True(schemas.ContainsKey(reference.Split('/')[^1]), reference));
        var lead = schemas["ArrivalBody"]!;
        Assert.Equal(["company", "contact", "tier"], lead["required"]!.AsArray().Select(name => name!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal(["C", "B", "A", "Enterprise"], lead["properties"]!["tier"]!["enum"]!.AsArray().Select(tier => tier!.GetValue<string>()));
        Assert.Equal((200, "email", false), (lead["properties"]!["company"]!["maxLength"]!.GetValue<int>(), lead["properties"]!["email"]!["format"]!.GetValue<string>(), lead["additionalProperties"]!.GetValue<bool>()));
        Assert.Contains("waiting", Parameter(document, "/api/v1/leads", "state")["schema"]!["enum"]!.AsArray().Select(state => state?.GetValue<string>()));
    }

    [Fact]
    public void Every_example_keeps_to_the_rules_and_reads_as_it_was_written()
    {
        foreach (var body in Bodies)
        {
            var written = JsonSerializer.Serialize(Examples.Of(body), body, OpenApi.Sample);
            var read = JsonSerializer.Deserialize(written, body, ApiJson.Options)!;

            Assert.Empty(Faults.Of(read));
            Assert.Equal(written, JsonSerializer.Serialize(read, body, OpenApi.Sample));
        }
    }

    [Fact]
    public async Task Every_example_of_the_document_is_answered_as_it_says()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        await new Floor(app).Seller(Tier.C, tags: [new Tag("language", "en"), new Tag("region", "uk-ireland")]);
        using var machine = await Machine.With(app, [.. Scopes.All]);
        var document = await Document(app);

        var lead = await machine.Post("/api/v1/leads", Example(document, "/api/v1/leads"));
        var batch = await machine.Post("/api/v1/leads/batch", Example(document, "/api/v1/leads/batch"));
        var outcome = await machine.Post($"{lead.Headers.Location}/outcome", Example(document, "/api/v1/leads/{id}/outcome"), version: $"{lead.Headers.ETag}");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.OK), (lead.StatusCode, batch.StatusCode, outcome.StatusCode));
        Holds(document, "LeadAnswer", await Machine.Of(lead));
        Holds(document, "BatchAnswer", await Machine.Of(batch));
        Holds(document, "LeadViewListing", await machine.Read("/api/v1/leads"));
        Holds(document, "DecisionAnswerListing", await machine.Read("/api/v1/decisions"));
        Holds(document, "LeadEligibilityPage", await machine.Read($"{lead.Headers.Location}/eligibility"));
        Holds(document, "Problem", await Machine.Of(await machine.Post("/api/v1/leads", "{}")));
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task The_reference_page_shows_every_call_and_every_problem(string language)
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps, language: language));

        var page = WebUtility.HtmlDecode(await desk.Open("/integrations/api"));

        Assert.All(app.Services.GetRequiredService<ApiCalls>().All, call => Assert.Contains($"{call.Method} {call.Route}", page, StringComparison.Ordinal));
        Assert.All(Problems.All, problem => Assert.Contains($"id=\"{Problems.KeyOf(problem)}\"", page, StringComparison.Ordinal));
        Assert.All(WebhookTypes.All, type => Assert.Contains($"\"type\":\"{type}\"", page, StringComparison.Ordinal));
        Assert.Contains("curl http://localhost/api/v1/leads", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_problem_has_a_place_of_its_own() => Assert.Equal(Problems.All.Count, Problems.All.Select(Problems.KeyOf).Distinct().Count());

    private static async Task<JsonNode> Document(AcademyApp app)
    {
        using var stranger = app.CreateClient();
        return JsonNode.Parse(await stranger.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken))!;
    }

    private static string Example(JsonNode document, string route) => document["paths"]![route]!["post"]!["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString();

    private static JsonNode Parameter(JsonNode document, string route, string name) => document["paths"]![route]!["get"]!["parameters"]!.AsArray().Single(p => p!["name"]!.GetValue<string>() == name)!;

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject made => made.SelectMany(part => part.Key == "$ref" ? [part.Value!.GetValue<string>()] : References(part.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    // Names, kinds and choices; enough to see a document that says something else than the answers.
    private static void Holds(JsonNode document, string schema, JsonNode answer) => Holds(document["components"]!["schemas"]![schema]!, answer, schema);

    private static void Holds(JsonNode schema, JsonNode? value, string at)
    {
        var kinds = schema["type"] is JsonArray several ? several.Select(kind => kind!.GetValue<string>()).ToArray() : schema["type"] is { } one ? [one.GetValue<string>()] : [];
        var kind = value switch { null => "null", JsonObject => "object", JsonArray => "array", JsonValue v when v.TryGetValue<bool>(out _) => "boolean", JsonValue v when v.TryGetValue<string>(out _) => "string", _ => "number" };
        Assert.True(kinds.Length == 0 || kinds.Contains(kind) || (kind == "number" && kinds.Contains("integer")), $"{at} is {kind}, and {string.Join('|', kinds)} was told");
        if (schema["enum"] is JsonArray choices)
            Assert.Contains(value?.ToString(), choices.Select(choice => choice?.ToString()));
        if (value is JsonObject made)
        {
            Assert.All(schema["required"]?.AsArray() ?? [], name => Assert.True(made.ContainsKey(name!.GetValue<string>()), $"{at} has no {name}"));
            Assert.All(made, part => Holds(schema["properties"]![part.Key] ?? throw new Xunit.Sdk.XunitException($"{at} does not tell of {part.Key}"), part.Value, $"{at}.{part.Key}"));
        }

        if (value is JsonArray list)
            Assert.All(list, item => Holds(schema["items"]!, item, $"{at}[]"));
    }
}
