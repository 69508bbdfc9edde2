using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>More time and more attempts for one person, with a reason and an end: what there is and was, a new one, and taking one back.</summary>
[Route("quizzes/accommodations/{person:guid}"), Allow(Role.Manager | Role.Hr)]
internal sealed class AccommodationsController(
    AcademyDb db, Library library, GiveAccommodation give, RevokeAccommodation revoke, Clock clock, IStringLocalizer<Words> words) : AcademyController
{
    public static string AddressOf(Guid person) => $"/quizzes/accommodations/{person}";

    /// <param name="person">Whose.</param>
    /// <param name="quiz">The quiz to begin the form with, as course/quiz.</param>
    [HttpGet]
    public Task<IActionResult> Index(Guid person, string? quiz) => Page(person, new AccommodationForm { Quiz = quiz, ExtraAttempts = quiz is null ? null : 1 });

    [HttpPost]
    public async Task<IActionResult> Create(Guid person, AccommodationForm form) =>
        ModelState.IsValid ? await Answer(person, await give.Run(Act(form.Reason), Person, person, form), "accommodation.done", form) : await FormAgain(() => Page(person, form));

    [HttpPost("{id:guid}/revocation")]
    public async Task<IActionResult> Revoke(Guid person, Guid id) =>
        await Answer(person, await revoke.Run(Act(), Person, person, id), "accommodation.revoked", new AccommodationForm());

    private Task<IActionResult> Answer(Guid person, Decision<Guid> decided, string done, AccommodationForm form) => AnswerForm(decided, words, done, AddressOf(person), () => Page(person, form));

    private async Task<IActionResult> Page(Guid person, AccommodationForm form) =>
        await AccommodationsPage.Read(db, Learners.Of(db, Person), person, library, clock, form, Person.ContentLanguage) is { } page ? View("Accommodations", page) : NotFound();
}
