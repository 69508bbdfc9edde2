using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>How the interface writes and reads JSON: camelCase names, words for choices, and nothing that it does not know.</summary>
internal static class ApiJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(), // named, since whoever writes a node asks for it before anything else has
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it is JSON and never markup
        Converters = { new JsonStringEnumConverter<Tier>(namingPolicy: null, allowIntegerValues: false), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };
}
