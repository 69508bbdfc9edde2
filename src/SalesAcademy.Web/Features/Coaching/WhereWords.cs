using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A place in words.</summary>
/// <param name="Language">The language of the lesson's title and heading, where they are not the reader's own.</param>
internal sealed record WhereNow(string Icon, string Title, string? Detail = null, string? Language = null);

/// <summary>Says where somebody is: what they read or do, never a question or an answer.</summary>
internal sealed class WhereWords(Library library, IStringLocalizer<Words> words)
{
    public WhereNow Say(BoardPerson person, CurrentPerson reader) =>
        person.Seen is null ? new WhereNow("wifi-off", words["where.never"])
        : person.Presence == Presence.InExam ? new WhereNow("certificate", words["where.exam"], Exam(person))
        : SayPlace(person.Place, reader.ContentLanguage, person.Company);

    private WhereNow SayPlace(Place? place, string language, string? company) => place switch
    {
        { Kind: PlaceKind.Lesson } when LessonAt(place) is { } lesson => SayLesson(lesson, place, language),
        { Kind: PlaceKind.Quiz } => new WhereNow("clipboard-check", words["where.quiz"], place.Question is { } question ? words["where.question", question].Value : null),
        { Kind: PlaceKind.Drill } => new WhereNow("repeat", words["where.drill"]),
        { Kind: PlaceKind.Lead } => new WhereNow("target", words["where.lead"], company),
        { Kind: PlaceKind.Page, Rest: "/" } => new WhereNow("sun", words["where.today"]),
        _ => new WhereNow("list", words["where.elsewhere"]),
    };

    public Lesson? LessonAt(Place? place) => place?.Lesson is { } lesson ? library.Now.FindCourse(place.Course!)?.FindLesson(lesson) : null;

    private WhereNow SayLesson(Lesson lesson, Place place, string language)
    {
        var text = lesson.Text.In(language);
        var section = SectionOf(lesson, place.Block);
        return new WhereNow("book", text.Value.Title,
            section is null || section > text.Value.Outline.Count ? null : words["where.section", section, text.Value.Outline[section.Value - 1].Title].Value, text.Locale);
    }

    // A passage has another id in each language; the place of its heading is the same in both.
    private static int? SectionOf(Lesson lesson, string? block)
    {
        foreach (var text in new[] { lesson.Text.English, lesson.Text.Chinese }.OfType<LessonText>())
        {
            var at = text.Blocks.ToList().FindIndex(b => b.Id == block);
            if (at >= 0)
                return text.Outline.Count(heading => text.Blocks.Take(at + 1).Any(b => b.Id == heading.Block)) is > 0 and var section ? section : null;
        }

        return null;
    }

    // The number of the question alone: how far somebody has come is no secret, what they make of it is.
    private string? Exam(BoardPerson person)
    {
        var question = person.Place?.Question is { } number ? words["where.question", number].Value : null;
        var left = person.HeldUntil is { } until ? words["where.exam-left", Math.Max(0, (int)Math.Ceiling((until - HoldProjection.Patience - person.Now).TotalMinutes))].Value : null;
        return question is null || left is null ? question ?? left : $"{question} · {left}";
    }
}
