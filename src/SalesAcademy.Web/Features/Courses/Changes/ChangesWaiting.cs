using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>What changed in lessons a person had completed, and is still to be read.</summary>
internal sealed class ChangesWaiting(ChangeTasks tasks, AcademyDb db, IStringLocalizer<Words> words) : IWaiting
{
    // After what is due soon, before what has time.
    private const int WithoutADay = 45;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation) =>
        [.. (await tasks.Open(db, person.Id, cancellation)).Select(task => Work(task, person.ContentLanguage))];

    private WaitingWork Work(ChangeTask task, string language)
    {
        var text = task.Lesson.Text.In(language).Value;
        return new(words["waiting", text.Title, task.What(language)?.Value ?? ""], words["waiting.action"], task.Url, words.Count("minutes", task.Minutes(text)), "refresh", WithoutADay);
    }
}
