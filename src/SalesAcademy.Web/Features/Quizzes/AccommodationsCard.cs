using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>On the page of a person: the quizzes in which no attempt is left, and the way to grant more; nothing for whoever may not.</summary>
[ViewComponent(Name = "AccommodationsCard")]
internal sealed class AccommodationsCard(AcademyDb db, Library library, Clock clock) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person)
    {
        var viewer = HttpContext.Features.Get<CurrentPerson>()!; // mounted on pages for those signed in
        return viewer.Is(Role.Manager | Role.Hr) && await Learners.Of(db, viewer).AnyAsync(p => p.Id == person)
            ? Show(new UsedUpAttempts(person, await UsedUpQuiz.Of(db, person, library, clock), viewer.ContentLanguage))
            : Content("");
    }
}

/// <summary>Where a person's attempts are used up.</summary>
internal sealed record UsedUpAttempts(Guid Person, IReadOnlyList<UsedUpQuiz> Quizzes, string Language);
