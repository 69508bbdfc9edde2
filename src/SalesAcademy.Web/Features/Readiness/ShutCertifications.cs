using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Which certifications people cannot sit now, however willing: no attempt is left, the wait after the last is not over, or the quiz is not open.</summary>
internal sealed class ShutCertifications(IEnumerable<ISittings> sittings)
{
    /// <summary>Nothing is shut.</summary>
    public static IReadOnlyDictionary<string, DateTime?> None { get; } = new Dictionary<string, DateTime?>();

    /// <summary>For each person the shut certifications, each with when it opens again; null when only others can open it.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, DateTime?>>> Of(AcademyDb db, Catalogue catalogue, IReadOnlyList<Guid> people, CancellationToken cancellation = default)
    {
        var shut = new List<ShutQuiz>();
        foreach (var room in sittings)
            shut.AddRange(await room.Shut(db, people, cancellation));
        return shut.GroupBy(quiz => quiz.Person).ToDictionary(own => own.Key, own => (IReadOnlyDictionary<string, DateTime?>)(
            from certification in catalogue.Certifications
            join quiz in own on (certification.Course, certification.Quiz) equals (quiz.Course, quiz.Quiz)
            select (certification.Id, quiz.Until)).DistinctBy(one => one.Id, StringComparer.Ordinal).ToDictionary(one => one.Id, one => one.Until, StringComparer.Ordinal));
    }

    /// <summary>The same of one person.</summary>
    public async Task<IReadOnlyDictionary<string, DateTime?>> Of(AcademyDb db, Catalogue catalogue, Guid person) =>
        (await Of(db, catalogue, [person])).GetValueOrDefault(person, None);
}
