using System.Data.Common;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Weighs the evidence of however many sellers a stretch of them at a time: one is read while the one before is weighed on every core, and then let go.</summary>
internal static class EvidenceStream
{
    private const int Stretch = 512;

    // Where fewer of a crowd are asked about, a walk along all of them would read mostly what nobody wants.
    private const int Dense = 4;

    /// <summary>What each comes to, in their order.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="sellers">Who is weighed, in the order of their ids.</param>
    /// <param name="among">Out of how many they were chosen.</param>
    /// <param name="weigh">How; called on any thread.</param>
    public static async IAsyncEnumerable<(Seller Seller, T Weighed)> Weigh<T>(AcademyDb db, IReadOnlyList<Seller> sellers, int among, Func<Seller, SellerEvidence, T> weigh)
    {
        Task<(Seller, T)[]>? weighing = null;
        foreach (var stretch in sellers.Chunk(Stretch))
        {
            var evidence = sellers.Count * Dense < among || stretch.Length == 1
                ? await SellerEvidence.Of(db, [.. stretch.Select(seller => seller.Person)])
                : await Read(db, stretch[0].Person, stretch[^1].Person);
            if (weighing is not null)
                foreach (var weighed in await weighing)
                    yield return weighed;
            weighing = Task.Run(() => stretch.AsParallel().AsOrdered()
                .Select(seller => (seller, weigh(seller, evidence.GetValueOrDefault(seller.Person, SellerEvidence.None)))).ToArray());
        }

        if (weighing is not null)
            foreach (var weighed in await weighing)
                yield return weighed;
    }

    private static async Task<Dictionary<Guid, SellerEvidence>> Read(AcademyDb db, Guid from, Guid to)
    {
        var told = new Dictionary<Guid, Gathered>(Stretch);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        await EvidenceStatements.Read(db, EvidenceStatements.AnswersOfMany, from, to, (person, row) => Of(person).Answers.Add(new()
        {
            Person = person,
            Order = row.GetInt64(1),
            Family = Word(row, 2),
            Day = row.GetFieldValue<DateOnly>(3),
            Score = row.GetDouble(4),
            Hint = row.GetBoolean(5),
            Kind = Enum.Parse<AttemptKind>(Word(row, 6)),
            First = row.GetBoolean(7),
            Matter = Word(row, 8),
        }), CancellationToken.None);
        await EvidenceStatements.Read(db, EvidenceStatements.ObservationsOfMany, from, to, (person, row) => Of(person).Observations.Add(new()
        {
            Person = person,
            Order = row.GetInt64(1),
            Competency = Word(row, 2),
            Rater = row.GetGuid(3),
            Level = row.GetInt32(4),
            Levels = row.GetInt32(5),
            Day = row.GetFieldValue<DateOnly>(6),
            Rubric = Word(row, 7),
        }), CancellationToken.None);
        await EvidenceStatements.Read(db, EvidenceStatements.CertificatesOfMany, from, to, (person, row) => Of(person).Certificates.Add(new()
        {
            Person = person,
            Certificate = row.GetGuid(1),
            Certification = Word(row, 2),
            From = row.GetFieldValue<DateOnly>(3),
            Until = row.Maybe<DateOnly>(4),
            RevokedOn = row.Maybe<DateOnly>(5),
        }), CancellationToken.None);
        await EvidenceStatements.Read(db, EvidenceStatements.CoursesOfMany, from, to, (person, row) =>
            Of(person).Courses.Add(new() { Person = person, Course = Word(row, 1), Day = row.GetFieldValue<DateOnly>(2) }), CancellationToken.None);
        return told.ToDictionary(one => one.Key, one => new SellerEvidence(one.Value.Answers, one.Value.Observations, one.Value.Certificates, one.Value.Courses));

        Gathered Of(Guid person) => told.TryGetValue(person, out var gathered) ? gathered : told[person] = new([], [], [], []);

        // The same few families and courses stand in every row: each is kept once.
        string Word(DbDataReader row, int column)
        {
            var word = row.GetString(column);
            return words.TryGetValue(word, out var known) ? known : words[word] = word;
        }
    }

    private sealed record Gathered(List<AnswerRow> Answers, List<ObservationRow> Observations, List<HeldCertificateRow> Certificates, List<CompletedCourseRow> Courses);
}
