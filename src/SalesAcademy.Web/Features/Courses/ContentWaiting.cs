using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>For authors: mistakes that keep what they wrote from being taught, then what a check warns of.</summary>
internal sealed class ContentWaiting(Library library, IStringLocalizer<Words> words) : IWaiting
{
    private const int NotTaught = 80;
    private const int Warned = 30;

    public Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        var check = library.LastCheck;
        IReadOnlyList<WaitingWork> work = !person.Is(Role.Author) || check.Problems.Count == 0 ? [] :
        [
            new(words.Count(check.Errors > 0 ? "waiting.errors" : "waiting.warnings", check.Errors > 0 ? check.Errors : check.Warnings),
                words["waiting.check"], "/courses/check", check.Errors > 0 ? words["waiting.last-good"] : "", "alert-triangle", check.Errors > 0 ? NotTaught : Warned),
        ];
        return Task.FromResult(work);
    }
}
