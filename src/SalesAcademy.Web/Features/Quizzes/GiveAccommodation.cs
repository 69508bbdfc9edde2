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
            await entry.Hold($"accommodations:{person}");
            if (!await Learners.Of(entry.Db, giver).AnyAsync(p => p.Id == person))
                return Refusal.NotFound;
            var wish = new Accommodation(entry.NewId(), form.ExtraTime ?? 0, form.ExtraAttempts ?? 0, form.Until!.Value, RevokedAt: null); // required by the form
            var (course, name) = (quiz?.Course, quiz?.Id);
            var granted = await entry.Db.Set<AccommodationRow>()
                .Where(a => a.Person == person && a.Course == course && a.Quiz == name && a.Until >= act.Today && a.RevokedAt == null).SumAsync(a => a.ExtraAttempts);
            var decided = Accommodation.Decide(person, giver.Id, wish, form.Reason ?? "", quiz?.Rules(clock.Zone), act.Today, granted);
            if (decided is not Accepted<Accommodation> { Value: var given })
                return ((Refused<Accommodation>)decided).Reason;
            entry.Db.Add(new AccommodationRow
            {
                Id = given.Id,
                Person = person,
                Course = course,
                Quiz = name,
                ExtraTime = given.ExtraTime,
                ExtraAttempts = given.ExtraAttempts,
                GivenAt = act.At,
                GivenBy = giver.Id,
                Until = given.Until,
                Reason = entry.Say(form.Reason!, about: person), // not blank, or it was refused
            });
            entry.Record(new AccommodationGiven(person, given.Id, giver.Id, quiz?.Course ?? "", quiz?.Id ?? "", given.ExtraTime, given.ExtraAttempts, given.Until));
            await notices.Given(entry, person, quiz, given);
            return given.Id;
        });
    }

    private Quiz? Find(string? name) => name?.Split('/') is [var course, var quiz] ? library.Now.FindCourse(course)?.FindQuiz(quiz) : null;
}
