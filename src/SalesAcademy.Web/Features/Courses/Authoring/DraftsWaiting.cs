using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>For those who may let them pass: drafts of others that wait for a second pair of eyes; and for their authors those that came back.</summary>
internal sealed class DraftsWaiting(DraftBook book, IStringLocalizer<Words> words) : IWaiting
{
    private const int SomebodyWaits = 60;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation) => !person.Is(Role.Author | Role.Admin) ? [] :
    [
        .. (await book.SentBack(person.Id, cancellation)).DistinctBy(draft => draft.Row.Together ?? draft.Row.Id).Select(draft => new WaitingWork(
            words["waiting.back", book.TitleOf(draft.Row.Path, draft.Row)], words["waiting.back-action"], EditedPage.UrlOf(draft.Row.Path), $"{draft.Reviewer}: {draft.Row.Wish}", "pencil", SomebodyWaits)),
        .. (await book.Submitted(cancellation)).Where(draft => draft.Row.Author != person.Id).DistinctBy(draft => draft.Row.Together ?? draft.Row.Id).Select(draft => new WaitingWork(
            words["waiting", book.TitleOf(draft.Row.Path, draft.Row)], words["waiting.action"], EditedPage.UrlOf(draft.Row.Path), draft.Author, "pencil", SomebodyWaits)),
    ];
}
