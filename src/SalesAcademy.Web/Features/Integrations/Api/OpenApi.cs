using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>The OpenAPI 3.1 document of the interface, made from its endpoints once.</summary>
internal sealed class OpenApi(ApiCalls calls)
{
    /// <summary>How examples are written: what is not given is left away.</summary>
    public static readonly JsonSerializerOptions Sample = new(ApiJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true };

    private readonly Lazy<string> document = new(() => Document(calls.All).ToJsonString(Sample));

    public string Text => document.Value;

    private static JsonObject Document(IReadOnlyList<ApiCall> calls) => new()
    {
        ["openapi"] = "3.1.0",
        ["info"] = new JsonObject
        {
            ["title"] = "SalesAcademy",
            ["version"] = "1",
            ["description"] = "Leads in and out, who may be given them and why. Refusals are problem+json (RFC 9457). Bodies hold nothing that is not named here.",
        },
        ["paths"] = Paths(calls),
        ["components"] = new JsonObject
        {
            ["schemas"] = new JsonObject([.. Named(calls).Select(type => KeyValuePair.Create(NameOf(type), (JsonNode?)Schemas.Of(type)))]),
            ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "A token of /integrations/tokens; each call names the scope that the token needs." } },
        },
    };

    private static JsonObject Paths(IReadOnlyList<ApiCall> calls) => new(
        [.. calls.GroupBy(call => call.Route).Select(route => KeyValuePair.Create(route.Key, (JsonNode?)new JsonObject([.. route.Select(call => KeyValuePair.Create(call.Method.ToLowerInvariant(), (JsonNode?)Operation(call)))])))]);

    private static JsonObject Operation(ApiCall call)
    {
        var operation = new JsonObject
        {
            ["operationId"] = call.Anchor,
            ["summary"] = call.About.Summary,
            ["description"] = $"{call.About.Detail} Needs the scope {call.Scope}.",
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray(call.Scope) }),
            ["parameters"] = new JsonArray([.. Parameters(call)]),
            ["responses"] = Answers(call),
        };
        if (call.About.Takes is { } body)
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Reference(body), ["example"] = JsonSerializer.SerializeToNode(Examples.Of(body), body, Sample) } },
            };
        return operation;
    }

    private static IEnumerable<JsonNode> Parameters(ApiCall call)
    {
        if (call.HasId)
            yield return Parameter("path", "id", "Which one.", typeof(Guid), required: true);
        foreach (var part in call.Query)
            yield return Parameter("query", part.Name, part.Detail, part.Type, required: false);
        if (call.About.Takes is not null)
            yield return Parameter("header", "Idempotency-Key", Problems.KeyNeeded.Detail!, typeof(string), required: true); // the kinds of problem have their detail
        if (call.About.NeedsVersion)
            yield return Parameter("header", "If-Match", "The ETag of the lead as you read it.", typeof(string), required: true);
        if (call.About.HasVersion)
            yield return Parameter("header", "If-None-Match", "The ETag of the copy you have.", typeof(string), required: false);
    }

    private static JsonObject Parameter(string place, string name, string detail, Type type, bool required) =>
        new() { ["name"] = name, ["in"] = place, ["required"] = required, ["description"] = detail, ["schema"] = Schemas.Of(type) };

    private static JsonObject Answers(ApiCall call)
    {
        var answers = new JsonObject { [Figure(call.About.Status)] = Answer("As asked.", "application/json", call.About.Gives) };
        if (call.About.Status == StatusCodes.Status201Created)
            answers["200"] = Answer("Known before, and unchanged.", "application/json", call.About.Gives);
        if (call.About.HasVersion)
            answers["304"] = new JsonObject { ["description"] = "As you have it." };
        foreach (var status in call.Faults.Append(Problems.TokenNeeded).Append(Problems.ScopeNeeded).GroupBy(problem => problem.Status).OrderBy(status => status.Key))
            answers[Figure(status.Key)] = Answer(string.Join(" ", status.Select(problem => problem.Title + ".")), Problems.MediaType, typeof(Problem));
        answers["429"] = Answer("Too many calls this minute; Retry-After says when to come again.", Problems.MediaType, typeof(Problem));
        return answers;
    }

    private static JsonObject Answer(string description, string mediaType, Type type) =>
        new() { ["description"] = description, ["content"] = new JsonObject { [mediaType] = new JsonObject { ["schema"] = Reference(type) } } };

    private static JsonObject Reference(Type type) => new() { ["$ref"] = $"#/components/schemas/{NameOf(type)}" };

    private static IEnumerable<Type> Named(IReadOnlyList<ApiCall> calls) =>
        calls.SelectMany(call => new[] { call.About.Gives, call.About.Takes, typeof(Problem) }).OfType<Type>().Distinct().OrderBy(NameOf, StringComparer.Ordinal);

    private static string NameOf(Type type) => type.IsGenericType ? $"{type.GetGenericArguments()[0].Name}{type.Name.Split('`')[0]}" : type.Name;

    private static string Figure(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
