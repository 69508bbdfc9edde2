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

    /// <summary>What the person is allowed beside the attempts taken, on the rows of the transaction or store given.</summary>
    public static async ValueTask<Allowance> AllowanceOf(IPreparedReads reads, Guid person, Quiz quiz, TimeZoneInfo zone, IEnumerable<AttemptRow> taken, DateOnly today)
    {
        var granted = await reads.Rows(AccommodationStatements.Valid, AccommodationStatements.Row, person, quiz.Course, quiz.Id, today);
        return Allowance.Of(quiz.Rules(zone), [.. granted], [.. taken.Select(a => a.Accommodation)]);
    }
}
