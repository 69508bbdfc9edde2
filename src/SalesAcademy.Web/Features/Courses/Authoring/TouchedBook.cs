using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Comparing;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses.Changes;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A lesson that is changed, or taught no more, with the people it concerns.</summary>
internal sealed record TouchedLesson(Localised<string> Title, Concerned People);

/// <summary>Who and what a draft touches once it is published.</summary>
internal sealed record Touched
{
    /// <summary>Lessons taught no more.</summary>
    public required IReadOnlyList<TouchedLesson> Retired { get; init; }

    /// <summary>Lessons whose text or check is another.</summary>
    public required IReadOnlyList<TouchedLesson> Changed { get; init; }

    /// <summary>Lessons that are new, or taught again.</summary>
    public required IReadOnlyList<Localised<string>> Added { get; init; }

    /// <summary>How many lessons come to another place.</summary>
    public required int Moved { get; init; }

    /// <summary>Questions asked no more.</summary>
    public required int QuestionsGone { get; init; }

    /// <summary>Questions that ask something else.</summary>
    public required int QuestionsOther { get; init; }

    /// <summary>People who hold answers that would not count any more.</summary>
    public required int Losing { get; init; }

    /// <summary>People who have only lessons left that are taught no more, and so would complete their course.</summary>
    public required int Finishing { get; init; }

    /// <summary>Learning paths that lead otherwise from now on.</summary>
    public required IReadOnlyList<Localised<string>> Paths { get; init; }

    public bool IsNobody => Paths.Count + Retired.Count + Changed.Count + Added.Count + Moved + QuestionsGone + QuestionsOther + Losing + Finishing == 0;
}

/// <summary>Compares what is taught with what a draft would make of it, as `content diff --people` does.</summary>
internal sealed class TouchedBook(ConcernedPeople concerned)
{
    public async Task<Touched> Of(AcademyDb db, Catalogue before, Catalogue after, CancellationToken cancellation)
    {
        var compared = await concerned.Count(new(before.Hash, after.Hash, ContentComparison.Between(before, after)), before, after, cancellation);
        var lessons = compared.Changes.Where(change => change.Thing == ChangedThing.Lesson).ToArray();
        var questions = compared.Changes.Where(change => change.Thing == ChangedThing.Question).CountBy(change => change.Weight).ToDictionary();
        return new Touched
        {
            Retired = Titled(lessons.Where(change => change.Weight == ChangeWeight.Removed), before),
            Changed = Titled(lessons.Where(change => change.Weight is ChangeWeight.Minor or ChangeWeight.Material && !IsOnlyMoved(change)), before),
            Added = [.. lessons.Where(change => change.Weight == ChangeWeight.Added).Select(change => TitleOf(after, change.Id))],
            Moved = lessons.Count(IsOnlyMoved),
            QuestionsGone = questions.GetValueOrDefault(ChangeWeight.Removed),
            QuestionsOther = questions.GetValueOrDefault(ChangeWeight.Material),
            Losing = compared.Losing ?? 0,
            Paths = [.. compared.Changes.Where(change => change.Thing == ChangedThing.Path).Select(change => after.Paths.FirstOrDefault(path => path.Id == change.Id)?.Title).OfType<Localised<string>>()],
            Finishing = await Finishing(db, lessons.Where(change => change.Weight == ChangeWeight.Removed), after, cancellation),
        };

        bool IsOnlyMoved(ContentChange change) => change.Weight == ChangeWeight.Minor && Find(before, change.Id) is { } then && Find(after, change.Id) is { } now && then.Hash == now.Hash && then.Number != now.Number;
    }

    private static async Task<int> Finishing(AcademyDb db, IEnumerable<ContentChange> retired, Catalogue after, CancellationToken cancellation)
    {
        var people = 0;
        foreach (var course in retired.Select(change => after.FindCourse(change.Id.Split('/')[0])).OfType<Course>().Distinct())
            people += await CompleteCourses.WhoHaveAll(db, course).CountAsync(cancellation);
        return people;
    }

    private static TouchedLesson[] Titled(IEnumerable<ContentChange> changes, Catalogue before) => [.. changes.Select(change => new TouchedLesson(TitleOf(before, change.Id), change.People!))]; // counted for all but what was added

    private static Localised<string> TitleOf(Catalogue catalogue, string id) => Find(catalogue, id)!.Text.Select(text => text.Title); // it is there

    private static Lesson? Find(Catalogue catalogue, string id) => id.Split('/') is [var course, var lesson] ? catalogue.FindCourse(course)?.FindLesson(lesson) : null;
}
