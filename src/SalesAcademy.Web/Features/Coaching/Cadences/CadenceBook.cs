using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SessionRow = SalesAcademy.Web.Features.Coaching.Sessions.SessionRow;

namespace SalesAcademy.Web.Features.Coaching.Cadences;

/// <summary>What a cadence planned last for somebody, or that it left them out.</summary>
internal sealed record OccurrenceLine(Guid Cadence, string Name, DateOnly Due, Guid? Session, DateTime? StartsAt, SessionState? State);

/// <summary>A cadence, whom it is with, and what it has planned for each.</summary>
internal sealed record CadenceLine(CadenceRow Cadence, string With, IReadOnlyList<OccurrenceLine> Occurrences);

/// <summary>The cadences of a coach, those they may still set one with, and the form as it was filled in.</summary>
/// <param name="Changing">The cadence the form is to change; null for a new one.</param>
internal sealed record CadencesPage(IReadOnlyList<CadenceLine> Lines, IReadOnlyList<(Guid Id, string Name)> Teams, IReadOnlyList<(Guid Id, string Name)> People, CadenceForm Form, Guid? Changing);

internal sealed class CadenceBook(AcademyDb db)
{
    public async Task<CadencesPage> Read(CurrentPerson coach, CadenceForm form, Guid? changing, CancellationToken cancellation)
    {
        var cadences = await db.Set<CadenceRow>().Where(c => c.Coach == coach.Id && c.EndedAt == null).OrderBy(c => c.SetAt).ToListAsync(cancellation);
        var teams = (await db.Set<TeamRow>().Where(t => coach.ManagedTeams.Contains(t.Id)).ToListAsync(cancellation)).ToDictionary(t => t.Id, t => ReaderLanguage.Current == ReaderLanguage.Chinese ? t.ChineseName : t.Name);
        var people = await Staff.TeamOf(db, coach).Where(p => p.SuspendedAt == null).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var occurrences = (await Latest([.. cadences.Select(c => c.Id)], cancellation)).ToLookup(line => line.Cadence);
        var taken = cadences.Select(c => c.With).ToHashSet();
        return new CadencesPage(
            [.. cadences.Select(c => new CadenceLine(c, (c.IsTeam ? teams : people).GetValueOrDefault(c.With, "–"), [.. occurrences[c.Id]]))],
            Choices(teams), Choices(people), form, changing);

        IReadOnlyList<(Guid, string)> Choices(Dictionary<Guid, string> all) => [.. all.Where(one => !taken.Contains(one.Key)).OrderBy(one => one.Value, StringComparer.CurrentCulture).Select(one => (one.Key, one.Value))];
    }

    private async Task<IReadOnlyList<OccurrenceLine>> Latest(Guid[] cadences, CancellationToken cancellation)
    {
        var all = db.Set<OccurrenceRow>().Where(o => cadences.Contains(o.Cadence));
        return await (
            from occurrence in all
            where occurrence.Due == all.Where(other => other.Cadence == occurrence.Cadence && other.Seller == occurrence.Seller).Max(other => other.Due)
            join person in db.Set<PersonRow>() on occurrence.Seller equals person.Id
            from session in db.Set<SessionRow>().Where(s => s.Id == occurrence.Session).DefaultIfEmpty()
            orderby occurrence.Due, person.Name
            select new OccurrenceLine(occurrence.Cadence, person.Name, occurrence.Due, occurrence.Session, session!.StartsAt, session.State)).ToListAsync(cancellation);
    }
}
