using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A quiz as its author wrote it, in the words of attempts, and what one person is granted beyond it.</summary>
internal static class AllowanceTerms
{
    public static AttemptRules Rules(this Quiz quiz, TimeZoneInfo zone) => new(quiz.Attempts, quiz.Cooldown, quiz.TimeLimit)
    {
        LaterCooldown = quiz.LaterCooldown,
        Opens = quiz.Window.OpensIn(zone),
        Closes = quiz.Window.ClosesIn(zone),
    };

    /// <summary>What the person is allowed, on the rows of the transaction or context given.</summary>
    public static async Task<Allowance> AllowanceOf(AcademyDb db, Guid person, Quiz quiz, TimeZoneInfo zone, IEnumerable<AttemptRow> taken, DateOnly today)
    {
        var granted = await db.Set<AccommodationRow>().AsNoTracking()
            .Where(a => a.Person == person && (a.Quiz == null || (a.Course == quiz.Course && a.Quiz == quiz.Id)) && a.Until >= today && a.RevokedAt == null).ToListAsync();
        return Allowance.Of(quiz.Rules(zone), [.. granted.Select(a => a.Granted)], [.. taken.Select(a => a.Accommodation)]);
    }
}
