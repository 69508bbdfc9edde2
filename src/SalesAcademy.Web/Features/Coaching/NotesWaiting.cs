using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Notes that a person has not acknowledged yet.</summary>
internal sealed class NotesWaiting(AcademyDb db, IStringLocalizer<Words> words) : INavigationCount, IWaiting
{
    public const string NotesUrl = "/coaching/notes";

    private const int Urgency = 70;

    public string Url => NotesUrl;

    public Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) => person.Is(Role.Rep | Role.Manager)
        ? db.NotesOf(person.Id).CountAsync(note => note.AcknowledgedAt == null, cancellation)
        : Task.FromResult(0);

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation) => await Waiting(person, cancellation) is > 0 and var count
        ? [new WaitingWork(words.Count("waiting.notes", count), words["waiting.notes.action"], NotesUrl, "", "message-2", Urgency)]
        : [];
}
