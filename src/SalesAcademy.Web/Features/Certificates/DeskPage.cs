using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Certificates;

/// <summary>One page of the desk, newest certificates first.</summary>
internal sealed record DeskPage
{
    private const int Size = 25;

    public required DeskFilter Filter { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Whose certificates alone are asked for, where they are somebody's.</summary>
    public required string? Person { get; init; }

    /// <summary>How many there are of each state under the filter.</summary>
    public required IReadOnlyDictionary<CertificateState, int> Counts { get; init; }

    public required int Holders { get; init; }

    public required IReadOnlyList<DeskRow> Rows { get; init; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public required long? Next { get; init; }

    public required bool IsFirst { get; init; }

    public required IReadOnlyList<TeamRow> Teams { get; init; }

    public required IReadOnlyList<Certification> Certifications { get; init; }

    public required IReadOnlyList<WaitingCertificate> Waiting { get; init; }

    /// <summary>Whether this reader may issue to several people at once.</summary>
    public bool MayIssue { get; init; }

    /// <summary>Whether somebody else on this page has the same name.</summary>
    public bool IsNamedTwice(DeskRow row) => Rows.Any(other => other.Name == row.Name && other.Person != row.Person);

    public int All => Counts.Values.Sum();

    public int Found => Filter.State is { } state ? Count(state) : All;

    public int Count(CertificateState state) => Counts.GetValueOrDefault(state);

    public static async Task<DeskPage> Of(AcademyDb db, Catalogue catalogue, DeskFilter filter, long? after, DateOnly today, CancellationToken cancellation)
    {
        var counts = await StatedCertificate.On(filter.OfAnyState(db, today), today).GroupBy(c => c.State)
            .Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var rows = await Lines(db, filter, after, today).Take(Size + 1).ToListAsync(cancellation);
        return new DeskPage
        {
            Filter = filter,
            Today = today,
            Person = filter.Person is { } person ? await db.Set<PersonRow>().Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync(cancellation) : null,
            Counts = counts.ToDictionary(c => (CertificateState)c.State, c => c.Count),
            Holders = await filter.OfAnyState(db, today).Select(c => c.Person).Distinct().CountAsync(cancellation),
            Rows = [.. rows.Take(Size)],
            Next = rows.Count > Size ? rows[Size - 1].Serial : null,
            IsFirst = after is null,
            Teams = await db.Set<TeamRow>().OrderBy(t => t.Name).ToListAsync(cancellation),
            Certifications = catalogue.Certifications,
            Waiting = await WaitingCertificate.All(db).ToListAsync(cancellation),
        };
    }

    /// <summary>The lines after one of them, newest first.</summary>
    public static IQueryable<DeskRow> Lines(AcademyDb db, DeskFilter filter, long? after, DateOnly today) =>
        from c in filter.On(db, today)
        where after == null || c.Row.Serial < after
        join p in db.Set<PersonRow>() on c.Row.Person equals p.Id into people
        from person in people.DefaultIfEmpty()
        join t in db.Set<TeamRow>() on person.TeamId equals t.Id into teams
        from team in teams.DefaultIfEmpty()
        join n in db.Set<CertificateRow>() on c.Row.SupersededBy equals n.Id into newer
        from next in newer.DefaultIfEmpty()
        orderby c.Row.Serial descending
        select new DeskRow
        {
            Id = c.Row.Id,
            Person = c.Row.Person,
            Serial = c.Row.Serial,
            Number = c.Row.Number,
            Name = c.Row.Name,
            LatinName = c.Row.LatinName,
            TitleEnglish = c.Row.TitleEnglish,
            TitleChinese = c.Row.TitleChinese,
            Email = c.Row.HolderErasedOn == null ? person.Email : null,
            TeamEnglish = team.Name,
            TeamChinese = team.ChineseName,
            From = c.Row.From,
            Until = c.Row.Until,
            State = (CertificateState)c.State,
            RevokedOn = c.Row.RevokedOn,
            ReplacedBy = next.Number,
            HasDocument = c.Row.HolderErasedOn == null,
        };
}

/// <summary>A line of the desk.</summary>
internal sealed class DeskRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required long Serial { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required string? LatinName { get; init; }

    public required string TitleEnglish { get; init; }

    public required string TitleChinese { get; init; }

    /// <summary>Tells people of one name apart; null of an erased holder.</summary>
    public required string? Email { get; init; }

    public required string? TeamEnglish { get; init; }

    public required string? TeamChinese { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly? Until { get; init; }

    public required CertificateState State { get; init; }

    public required DateOnly? RevokedOn { get; init; }

    public required string? ReplacedBy { get; init; }

    public required bool HasDocument { get; init; }
}

/// <summary>A certificate in the queue of those that cannot be drawn.</summary>
internal sealed record WaitingCertificate(Guid Person, string Name, string Certification, DateTime Since, DrawingProblem Problem, string Field, string? Character)
{
    public static IQueryable<WaitingCertificate> All(AcademyDb db) =>
        from waiting in db.Set<WaitingRow>()
        join person in db.Set<PersonRow>() on waiting.Person equals person.Id
        orderby waiting.Since
        select new WaitingCertificate(person.Id, person.Name, waiting.Certification, waiting.Since, waiting.Problem, waiting.Field, waiting.Character);
}
