using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Holds a body against the rules written on its fields, and names every fault by its place.</summary>
internal static class Faults
{
    public static IReadOnlyList<FieldProblem> Of(object body, string pointer = "") => [.. OfFields(body, pointer), .. OfWhole(body, pointer)];

    private static IEnumerable<FieldProblem> OfFields(object body, string pointer) =>
        body.GetType().GetProperties().Where(property => property.CanWrite).SelectMany(property => OfField(property, property.GetValue(body), $"{pointer}/{NameOf(property.Name)}"));

    // What one field asks of another.
    private static IEnumerable<FieldProblem> OfWhole(object body, string pointer) => body is not IValidatableObject whole ? []
        : whole.Validate(new ValidationContext(body)).Select(broken => new FieldProblem($"{pointer}/{NameOf(broken.MemberNames.First())}", broken.ErrorMessage!)); // each names a field and says why

    private static IEnumerable<FieldProblem> OfField(PropertyInfo property, object? value, string pointer)
    {
        var broken = property.GetCustomAttributes<ValidationAttribute>().Where(rule => !IsMet(rule, value)).ToArray();
        foreach (var rule in broken)
            yield return new(pointer, Say(rule));
        if (broken.Length == 0 && value is string text && text.AsSpan().IndexOfAny('\0', '\uFFFE', '\uFFFF') >= 0)
            yield return new(pointer, "This holds what is no character.");
        if (value is decimal amount && decimal.Round(amount, 2) != amount)
            yield return new(pointer, "At most two decimals.");
        if (value is IEnumerable items and not string)
            foreach (var (i, item) in items.Cast<object?>().Index())
                foreach (var fault in item is null ? [new($"{pointer}/{i}", "This must not be null.")] : Of(item, $"{pointer}/{i}"))
                    yield return fault;
    }

    // Whether something must be there is asked by one rule alone.
    private static bool IsMet(ValidationAttribute rule, object? value) => value is null ? rule is not RequiredAttribute : rule.IsValid(value);

    private static string Say(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "This is needed.",
        StringLengthAttribute { MinimumLength: > 0 } length => string.Create(CultureInfo.InvariantCulture, $"{length.MinimumLength} to {length.MaximumLength} characters."),
        StringLengthAttribute length => string.Create(CultureInfo.InvariantCulture, $"At most {length.MaximumLength} characters."),
        MaxLengthAttribute length => string.Create(CultureInfo.InvariantCulture, $"At most {length.Length} items."),
        MinLengthAttribute length => string.Create(CultureInfo.InvariantCulture, $"At least {length.Length} item."),
        LegibleAttribute => "One line of visible characters.",
        EmailAddressAttribute => "This is not an e-mail address.",
        AllowedValuesAttribute values => $"One of: {string.Join(", ", values.Values.OfType<string>())}.",
        RangeAttribute { OperandType: var type } when type == typeof(int) => "C, B, A or Enterprise.",
        RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"From {range.Minimum} to {range.Maximum}."),
        RegularExpressionAttribute pattern => $"This does not fit {pattern.Pattern}.",
        _ => throw new InvalidOperationException($"{rule.GetType().Name} of a body needs words of its own."),
    };

    private static string NameOf(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);
}
