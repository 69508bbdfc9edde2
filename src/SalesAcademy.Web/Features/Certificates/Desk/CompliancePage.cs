using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>Who is missing what: the amounts, and one page of the lines they stand for.</summary>
/// <param name="All">Every line of the teams and certification asked for.</param>
internal sealed record CompliancePage(ComplianceFilter Filter, DateOnly Day, bool IsToday, IReadOnlyList<ComplianceLine> All, IReadOnlyList<TeamName> Teams, IReadOnlyList<Certification> Certifications)
{
    public const int Size = 50;

    private ComplianceLine[]? found;

    /// <summary>The lines asked for; as many as the amount that led here.</summary>
    public IReadOnlyList<ComplianceLine> Found => found ??= [.. All.Where(line => Filter.Shows(line.Holding))];

    /// <summary>Whether this reader may remind people of what they miss: HR, of what is missing today.</summary>
    public required bool MayRemind { get; init; }

    public int Number => Math.Clamp(Filter.Page ?? 1, 1, Pages);

    public int Pages => Math.Max(1, (Found.Count + Size - 1) / Size);

    public IEnumerable<ComplianceLine> Shown => Found.Skip((Number - 1) * Size).Take(Size);

    /// <summary>Whether somebody else of those looked at has the same name.</summary>
    public bool IsNamedTwice(ComplianceSubject subject) => All.Any(line => line.Subject.Name == subject.Name && line.Subject.Id != subject.Id);

    public int People => All.Select(line => line.Subject.Id).Distinct().Count();

    /// <summary>People who miss nothing that is asked of them.</summary>
    public int Complete => All.GroupBy(line => line.Subject.Id).Count(own => own.All(line => line.Held.IsEnough));

    public int Gaps => All.Count(line => ComplianceFilter.IsGap(line.Holding));

    public int Reminding => Found.Where(line => line.MayBeReminded).Select(line => line.Subject.Id).Distinct().Count();

    public IEnumerable<(Certification Certification, IReadOnlyDictionary<Holding, int> Amounts)> ByCertification =>
        from certification in Certifications
        let amounts = All.Where(line => line.Certification == certification.Id).CountBy(line => line.Holding).ToDictionary()
        where amounts.Count > 0
        select (certification, (IReadOnlyDictionary<Holding, int>)amounts);

    public int Count(Holding holding) => All.Count(line => line.Holding == holding);

    /// <summary>The teams a reader may choose from: all for those who see everybody, else their own.</summary>
    public static async Task<IReadOnlyList<TeamName>> TeamsOf(AcademyDb db, CurrentPerson viewer, CancellationToken cancellation)
    {
        var chinese = ReaderLanguage.Current == ReaderLanguage.Chinese;
        var seen = Staff.VisibleTo(db, viewer).Select(p => p.TeamId);
        var teams = await db.Set<TeamRow>().Where(t => seen.Contains(t.Id)).Select(t => new TeamName(t.Id, chinese ? t.ChineseName : t.Name)).ToListAsync(cancellation);
        return [.. teams.OrderBy(team => team.Name, StringComparer.CurrentCulture)];
    }
}

/// <summary>A team by the name the reader knows it under.</summary>
internal sealed record TeamName(Guid Id, string Name);
