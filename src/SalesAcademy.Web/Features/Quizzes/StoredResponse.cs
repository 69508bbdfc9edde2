using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A response as a row keeps it: "0,2" for ticks, "1,,0" for something arranged, a list of texts as JSON, and empty for no answer.</summary>
internal static class StoredResponse
{
    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(Response response) => response switch
    {
        { IsEmpty: true } => "",
        Chosen { Options: var options } => Places.Write(options),
        Arranged { Places: var places } => string.Join(',', places.Select(place => place?.ToString(CultureInfo.InvariantCulture))),
        Recorded { Recording: { } recording } => recording.ToString(),
        Written { Texts: var texts } => JsonSerializer.Serialize(texts, Legible),
        _ => throw new InvalidOperationException($"{response.GetType().Name} cannot be stored."),
    };

    public static Response Read(AnswerKey key, string stored) => key switch
    {
        _ when stored.Length == 0 => key.Nothing,
        ChoiceKey => new Chosen(Places.Read(stored)),
        PairsKey or OrderKey => new Arranged([.. stored.Split(',').Select(place => place.Length == 0 ? (int?)null : int.Parse(place, CultureInfo.InvariantCulture))]),
        RubricKey { Medium: not AnswerMedium.Text } => new Recorded(Guid.Parse(stored)),
        _ => new Written(JsonSerializer.Deserialize<string[]>(stored) ?? []),
    };
}
