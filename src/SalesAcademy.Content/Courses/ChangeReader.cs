using System.Globalization;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>Reads the mark of a material change: a day, and what has changed.</summary>
internal static class ChangeReader
{
    public const string Day = "changed";
    private const string What = "what-changed";

    // It stands in a list of tasks on a phone.
    private const int Longest = 200;

    // A slip of the keyboard is not a day; no academy is older, and none plans so far ahead.
    private const int FirstYear = 2000, LastYear = 2999;

    public static (DateOnly On, string What)? Read(Fields front)
    {
        var day = On(front);
        var what = front.Text(What, required: false);
        if (front.Has(Day) != front.Has(What))
            front.Problems.Error(front.LineOf(front.Has(Day) ? Day : What), "lesson-change", Day, What);
        if (what.Length > Longest)
            front.Wrong(What, 0, "expected.sentence", Longest);
        return day is { } on && what.Length > 0 ? (on, what) : null;
    }

    /// <summary>The mark of both languages together; one that stands in one language only is shown in it to everybody, as its text is.</summary>
    public static LessonChange? Of(LessonFile? english, LessonFile? chinese) =>
        (english?.Changed ?? chinese?.Changed)?.On is { } on ? new(on, new(english?.Changed?.What, chinese?.Changed?.What)) : null;

    private static DateOnly? On(Fields front)
    {
        if (front.Take(Day) is not { } node)
            return null;
        return DateOnly.TryParseExact((node as YamlText)?.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= FirstYear and <= LastYear
            ? day
            : front.Wrong<DateOnly?>(Day, null, "expected.day-of-change");
    }
}
