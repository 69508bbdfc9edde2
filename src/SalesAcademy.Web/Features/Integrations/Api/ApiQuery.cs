using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>The query of a call, by what its endpoint says it understands.</summary>
internal sealed class ApiQuery
{
    public const int MostItems = 200;

    private const int UsualItems = 50;

    private static readonly string[] Instants = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    private readonly IQueryCollection query;
    private readonly List<FieldProblem> faults = [];

    public ApiQuery(HttpContext http)
    {
        query = http.Request.Query;
        var known = http.GetEndpoint()!.Metadata.GetOrderedMetadata<QueryAttribute>().Select(part => part.Name).ToHashSet(StringComparer.Ordinal); // asked inside an endpoint
        faults.AddRange(query.Keys.Where(name => !known.Contains(name)).Select(name => new FieldProblem(name, "This is not known here.")));
        faults.AddRange(query.Where(part => part.Value.Count > 1).Select(part => new FieldProblem(part.Key, "This stands here twice.")));
        faults.AddRange(query.Where(part => known.Contains(part.Key) && part.Value is [null or ""]).Select(part => new FieldProblem(part.Key, "This is empty; leave it away.")));
    }

    public Problem? Problem => faults.Count == 0 ? null : Problems.BadQuery with { Errors = faults };

    public int Limit() => Value("limit") is not { } text ? UsualItems
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostItems ? limit : Wrong("limit", UsualItems, $"From 1 to {MostItems}.");

    public T? Choice<T>(string name)
        where T : struct, Enum => Value(name) is not { } text ? null
        : Enum.GetValues<T>().Where(value => NameOf(value) == text).Select(value => (T?)value).FirstOrDefault() ?? Wrong<T?>(name, null, $"One of: {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}.");

    public Guid? Id(string name) => Value(name) is not { } text ? null : Guid.TryParseExact(text, "D", out var id) ? id : Wrong<Guid?>(name, null, "An id as this interface gives them.");

    public DateTime? Instant(string name) => Value(name) is not { } text ? null
        : DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.UtcDateTime : Wrong<DateTime?>(name, null, "An instant such as 2026-11-23T08:00:00Z.");

    public LeadPlace? Place() => Value("cursor") is not { } text ? null
        : Cursor.Read(text) is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks && Guid.TryParse(id, out var lead)
            ? new LeadPlace(new DateTime(ticks, DateTimeKind.Utc), lead) : Wrong<LeadPlace?>("cursor", null, Cursor.Strange);

    public Guid? RepPlace() => Value("cursor") is not { } text ? null : Cursor.Read(text) is [var id] && Guid.TryParse(id, out var rep) ? rep : Wrong<Guid?>("cursor", null, Cursor.Strange);

    public long DecisionPlace() => Value("after") is not { } text ? 0
        : Cursor.Read(text) is [var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : Wrong("after", 0L, Cursor.Strange);

    private string? Value(string name) => query[name] is [{ Length: > 0 } text] ? text : null;

    private T Wrong<T>(string name, T instead, string detail)
    {
        faults.Add(new(name, detail));
        return instead;
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}

/// <summary>Where a list goes on: opaque to the caller, so that it may hold something else tomorrow.</summary>
internal static class Cursor
{
    public const string Strange = "Not a cursor of this list; leave it away to begin anew.";

    public static string Of(params IEnumerable<IFormattable> parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('.', parts.Select(part => part.ToString(format: null, CultureInfo.InvariantCulture)))));

    public static string[]? Read(string text) => text.Length <= 120 && Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.') : null;
}

/// <summary>A page of a list.</summary>
/// <param name="Data">What is on it.</param>
/// <param name="Next">Send it to read on; null at the end of a list that has one.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Data, string? Next);
