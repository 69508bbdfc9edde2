using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>JSON Schema of what the interface takes and gives, made from the records and from the rules written on their fields.</summary>
internal static class Schemas
{
    private static readonly JsonSchemaExporterOptions Exporter = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete };

    public static JsonNode Of(Type type) => ApiJson.Options.GetJsonSchemaAsNode(type, Exporter);

    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject made)
            return schema;
        Describe(context.TypeInfo.Type, made);
        foreach (var rule in context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true).OfType<ValidationAttribute>() ?? [])
            Apply(rule, made);
        var required = context.TypeInfo.Kind == JsonTypeInfoKind.Object ? context.TypeInfo.Properties.Where(IsNeeded).Select(p => (JsonNode)p.Name).ToArray() : [];
        if (required.Length > 0)
            made["required"] = new JsonArray(required);
        // What is sent holds nothing else; what is given may gain fields.
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object)
            made["additionalProperties"] = !context.TypeInfo.Type.Name.EndsWith(nameof(Body), StringComparison.Ordinal);
        return made;
    }

    private static bool IsNeeded(JsonPropertyInfo property) => property.IsRequired || property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true;

    private static void Describe(Type type, JsonObject schema)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(Guid))
            schema["format"] = "uuid";
        if (plain == typeof(DateTime))
            schema["format"] = "date-time";
        if (plain == typeof(DateOnly))
            schema["format"] = "date";
    }

    private static void Apply(ValidationAttribute rule, JsonObject schema)
    {
        switch (rule)
        {
            case RequiredAttribute:
                NotNull(schema);
                break;
            case StringLengthAttribute length:
                schema["maxLength"] = length.MaximumLength;
                if (length.MinimumLength > 0)
                    schema["minLength"] = length.MinimumLength;
                break;
            case MaxLengthAttribute most:
                schema["maxItems"] = most.Length;
                break;
            case MinLengthAttribute least:
                schema["minItems"] = least.Length;
                break;
            case EmailAddressAttribute:
                schema["format"] = "email";
                break;
            case RegularExpressionAttribute pattern:
                schema["pattern"] = $"^(?:{pattern.Pattern})$";
                break;
            case AllowedValuesAttribute values:
                schema["enum"] = new JsonArray([.. values.Values.Select(value => JsonValue.Create((string?)value)), .. IsNullable(schema) ? [null] : Array.Empty<JsonNode?>()]);
                break;
            case RangeAttribute { Minimum: int } when schema["enum"] is JsonArray tiers:
                tiers.RemoveAll(tier => tier?.GetValue<string>() == nameof(Domain.Readiness.Tier.Shadow));
                break;
            case RangeAttribute range:
                (schema["minimum"], schema["maximum"]) = (Convert.ToDecimal(range.Minimum, System.Globalization.CultureInfo.InvariantCulture), Convert.ToDecimal(range.Maximum, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private static bool IsNullable(JsonObject schema) => schema["type"] is JsonArray kinds && kinds.Any(kind => kind?.GetValue<string>() == "null");

    private static void NotNull(JsonObject schema)
    {
        if (schema["type"] is JsonArray kinds && kinds.Select(kind => kind!.GetValue<string>()).Where(kind => kind != "null").ToArray() is [var only])
            schema["type"] = only;
        if (schema["enum"] is JsonArray values)
            values.RemoveAll(value => value is null);
    }
}
