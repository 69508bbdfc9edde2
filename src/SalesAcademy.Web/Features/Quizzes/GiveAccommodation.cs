using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Grants a person more time or attempts, and tells them.</summary>
internal sealed class GiveAccommodation(ILedger ledger, Library library, Clock clock, AccommodationNotices notices)
{
    /// <summary>Refused with not-found for somebody else's people and for oneself, with quiz-unknown, or as the domain refuses.</summary>
    public async Task<Decision<Guid>> Run(Act act, CurrentPerson giver, Guid person, AccommodationForm form)
    {
        var quiz = Find(form.Quiz);
        if (quiz is null && !string.IsNullOrEmpty(form.Quiz))
            return new Refusal("quiz-unknown");
        return await ledger.Run<Guid>(act, async entry =>
        {
            if (!await Learners.Of(entry.Db, giver).AnyAsync(p => p.Id == person))
                return Refusal.NotFound;
            var wish = new Accommodation(entry.NewId(), form.ExtraTime ?? 0, form.ExtraAttempts ?? 0, form.Until!.Value, RevokedAt: null); // required by the form
            var decided = Accommodation.Decide(person, giver.Id, wish, form.Reason ?? "", quiz?.Rules(clock.Zone), act.Today);
            if (decided is not Accepted<Accommodation> { Value: var granted })
                return ((Refused<Accommodation>)decided).Reason;
            entry.Db.Add(new AccommodationRow
            {
                Id = granted.Id,
                Person = person,
                Course = quiz?.Course,
                Quiz = quiz?.Id,
                ExtraTime = granted.ExtraTime,
                ExtraAttempts = granted.ExtraAttempts,
                GivenAt = act.At,
                GivenBy = giver.Id,
                Until = granted.Until,
                Reason = entry.Say(form.Reason!, about: person), // not blank, or it was refused
            });
            entry.Record(new AccommodationGiven(person, granted.Id, giver.Id, quiz?.Course ?? "", quiz?.Id ?? "", granted.ExtraTime, granted.ExtraAttempts, granted.Until));
            await notices.Given(entry, person, quiz, granted);
            return granted.Id;
        });
    }

    private Quiz? Find(string? name) => name?.Split('/') is [var course, var quiz] ? library.Now.FindCourse(course)?.FindQuiz(quiz) : null;
}
