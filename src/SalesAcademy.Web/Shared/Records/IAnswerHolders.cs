using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Records;

/// <summary>A room that keeps people's answers as evidence of what they know.</summary>
public interface IAnswerHolders
{
    /// <summary>Of each question family the people who hold an answer that counts under what it asks now and would not under what it is to ask; families that nobody loses are left out.</summary>
    /// <param name="db">Read from it, and nothing else.</param>
    /// <param name="matters">What each family asks now, and what it is to ask; null where it is to be gone.</param>
    /// <param name="cancellation">Stops early.</param>
    Task<IReadOnlyDictionary<string, IReadOnlySet<Guid>>> Losing(AcademyDb db, IReadOnlyDictionary<string, (string Now, string? Then)> matters, CancellationToken cancellation = default);
}
