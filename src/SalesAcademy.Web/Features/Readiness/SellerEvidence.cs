using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Everything readiness rests on for one person, as stored: of any day, a record can be made of it.</summary>
internal sealed record SellerEvidence(
    IReadOnlyList<AnswerRow> Answers, IReadOnlyList<ObservationRow> Observations, IReadOnlyList<HeldCertificateRow> Certificates, IReadOnlyList<CompletedCourseRow> Courses)
{
    public static readonly SellerEvidence None = new([], [], [], []);

    /// <summary>The evidence of one person.</summary>
    public static async Task<SellerEvidence> Of(AcademyDb db, Guid person, CancellationToken cancellation = default) =>
        (await Of(db, [person], cancellation)).GetValueOrDefault(person, None);

    /// <summary>The evidence of many, in four queries however many they are.</summary>
    public static async Task<Dictionary<Guid, SellerEvidence>> Of(AcademyDb db, IReadOnlyList<Guid> people, CancellationToken cancellation = default)
    {
        var answers = (await db.Set<AnswerRow>().AsNoTracking().Where(e => people.Contains(e.Person)).ToListAsync(cancellation)).ToLookup(e => e.Person);
        var observations = (await db.Set<ObservationRow>().AsNoTracking().Where(e => people.Contains(e.Person)).ToListAsync(cancellation)).ToLookup(e => e.Person);
        var certificates = (await db.Set<HeldCertificateRow>().AsNoTracking().Where(e => people.Contains(e.Person)).ToListAsync(cancellation)).ToLookup(e => e.Person);
        var courses = (await db.Set<CompletedCourseRow>().AsNoTracking().Where(e => people.Contains(e.Person)).ToListAsync(cancellation)).ToLookup(e => e.Person);
        return people.ToDictionary(person => person, person => new SellerEvidence(
            [.. answers[person]], [.. observations[person]], [.. certificates[person]], [.. courses[person]]));
    }

    /// <summary>The evidence of one person as this entry has it, with what it has just added.</summary>
    public static async Task<SellerEvidence> In(Entry entry, Guid person)
    {
        var answers = await AnswersIn(entry, person);
        var (observations, certificates, courses) = (entry.Db.Set<ObservationRow>(), entry.Db.Set<HeldCertificateRow>(), entry.Db.Set<CompletedCourseRow>());
        await observations.Where(e => e.Person == person).LoadAsync();
        await certificates.Where(e => e.Person == person).LoadAsync();
        await courses.Where(e => e.Person == person).LoadAsync();
        return new SellerEvidence(
            answers, [.. observations.Local.Where(e => e.Person == person)],
            [.. certificates.Local.Where(e => e.Person == person)], [.. courses.Local.Where(e => e.Person == person)]);
    }

    /// <summary>The answers of one person that can count. There are thousands in time, each written at once: they are read, not tracked.</summary>
    public static ValueTask<IReadOnlyList<AnswerRow>> AnswersIn(Entry entry, Guid person) =>
        entry.Reads.Rows(EvidenceStatements.Answers, row => EvidenceStatements.Answer(row, person), person);

    /// <summary>What of it there was by the end of a day.</summary>
    public SellerEvidence Until(DateOnly day) => this with { Answers = [.. Answers.Where(row => row.Day <= day)], Observations = [.. Observations.Where(row => row.Day <= day)] };

    /// <summary>The record as of a day under a catalogue.</summary>
    public SellerRecord RecordOf(Guid person, bool active, Catalogue catalogue, DateOnly day)
    {
        var families = CountedFamilies.Of(catalogue);
        return new SellerRecord(
            person,
            [.. families.Values],
            [.. Answers.Select(row => new Answer(row.Family, row.Day, row.Order, row.Score, row.Hint, Edition: EditionOf(row, families)))],
            [.. Observations.Select(row => new Observation(row.Competency, row.Rater, row.Level, row.Day, row.Order, row.Levels))],
            new Standing(
                Certificates.Where(row => row.IsValid(day)).Select(row => row.Certification).ToHashSet(StringComparer.Ordinal),
                Courses.Where(row => row.Day <= day).Select(row => row.Course).ToHashSet(StringComparer.Ordinal),
                active));
    }

    private static string EditionOf(AnswerRow row, IReadOnlyDictionary<string, Family> families) =>
        families.TryGetValue(row.Family, out var now) && QuestionMatter.IsStillAsked(row.Matter, now.Edition) ? now.Edition : row.Matter;
}
