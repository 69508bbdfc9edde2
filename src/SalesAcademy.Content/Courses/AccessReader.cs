using System.Globalization;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Courses;

/// <summary>Reads when a quiz is open and what has to be told to begin it.</summary>
internal static class AccessReader
{
    // Wide enough for any quiz, and narrow enough to be moved between zones.
    private const int FirstYear = 2000, LastYear = 2999;

    private static readonly string[] WithTime = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"];

    public static AccessWindow Window(Fields front)
    {
        var window = new AccessWindow(Moment(front, "opens", wholeDay: false), Moment(front, "closes", wholeDay: true));
        if (window.Closes <= window.Opens)
            front.Problems.Error(front.LineOf("closes"), "quiz-window");
        return window;
    }

    public static string? Code(Fields front)
    {
        if (!front.Has("code"))
            return null;
        // The plain form may be longer or shorter than what is written.
        if (AccessCode.Plain(front.Text("code")) is { Length: >= AccessCode.Shortest and <= AccessCode.Longest } code && !code.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign)))
            return code;
        front.Problems.Error(front.LineOf("code"), "quiz-code");
        return null;
    }

    /// <summary>A check belongs to its lesson: whoever may read that may answer this.</summary>
    public static void CheckKind(Fields front, QuizKind kind)
    {
        foreach (var key in (string[])["opens", "closes", "code"])
            if (kind == QuizKind.Check && front.Has(key))
                front.Problems.Error(front.LineOf(key), "quiz-check-open", key);
    }

    // A day that something closes on still belongs to it.
    private static DateTime? Moment(Fields front, string key, bool wholeDay)
    {
        if (front.Take(key) is not { } node)
            return null;
        var text = (node as YamlText)?.Value ?? "";
        if (DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear)
            return wholeDay ? day.AddDays(1) : day;
        return DateTime.TryParseExact(text, WithTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) && moment.Year is >= FirstYear and <= LastYear
            ? moment
            : front.Wrong<DateTime?>(key, null, "expected.moment");
    }
}
