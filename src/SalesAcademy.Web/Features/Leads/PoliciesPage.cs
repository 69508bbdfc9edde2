using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The policies in force, what is proposed instead, and what was in force before.</summary>
/// <param name="Proposed">What the files in the folder would change; empty when they are in force.</param>
/// <param name="Activations">The newest first; the first of them is in force.</param>
/// <param name="Problems">What keeps a saved policy from being proposed.</param>
/// <param name="UnknownTeams">Teams that pools in force or proposed name and that are not there.</param>
internal sealed record PoliciesPage(IReadOnlyList<PolicyChange> Proposed, IReadOnlyList<ActivationLine> Activations, IReadOnlyList<ContentProblem> Problems, IReadOnlyList<string> UnknownTeams)
{
    private const int Most = 50;

    public static async Task<PoliciesPage> Read(AcademyDb db, PolicyBook policies, Library library, CancellationToken cancellation) => new(
        policies.Proposed, await ActivationLine.Of(db, await PolicyBook.History(db, Most, number: null, cancellation), cancellation),
        [.. library.LastCheck.Problems.Where(problem => problem.Severity == ProblemSeverity.Error && Catalogue.IsPolicy(problem.File))], await StrangersOf(db, library, cancellation));

    // The content knows no people, so only here can it be said.
    private static async Task<IReadOnlyList<string>> StrangersOf(AcademyDb db, Library library, CancellationToken cancellation)
    {
        var named = library.Now.Leads.Pools.Concat(library.Saved.Leads.Pools).SelectMany(pool => pool.Members.Teams).Distinct(StringComparer.Ordinal).ToArray();
        return named.Length == 0 ? [] : [.. named.Except(await db.Set<TeamRow>().Select(team => team.Name).ToListAsync(cancellation), StringComparer.Ordinal)];
    }
}

/// <summary>Policies that were put in force, with the words to them.</summary>
/// <param name="Edition">The record.</param>
/// <param name="By">Who; null for the academy itself.</param>
/// <param name="Reason">Why, unless the words were erased.</param>
internal sealed record ActivationLine(PolicyEdition Edition, string? By, string? Reason)
{
    public Foretold? Foretold => Edition.Foretold is { } json ? JsonSerializer.Deserialize<Foretold>(json) : null;

    public static async Task<IReadOnlyList<ActivationLine>> Of(AcademyDb db, IReadOnlyList<PolicyEdition> editions, CancellationToken cancellation)
    {
        var (people, reasons) = (editions.Select(e => e.Person).OfType<Guid>().ToArray(), editions.Select(e => e.Reason).OfType<Guid>().ToArray());
        var names = await db.Set<PersonRow>().Where(p => people.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var words = await db.Set<SpokenRow>().Where(s => reasons.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Words, cancellation);
        return [.. editions.Select(e => new ActivationLine(e, names.GetValueOrDefault(e.Person ?? Guid.Empty), words.GetValueOrDefault(e.Reason ?? Guid.Empty)))];
    }
}

/// <summary>A simulation with the form that activates it.</summary>
/// <param name="Simulation">What would be otherwise.</param>
/// <param name="Seal">Says that it was read.</param>
/// <param name="Form">What was typed in.</param>
internal sealed record SimulationPage(Simulation Simulation, string Seal, ActivationForm Form)
{
    /// <summary>Enough to read; all of them are in the file.</summary>
    public const int MostShown = 50;

    public static readonly IReadOnlyList<int> Spans = [7, 28, 90];

    public DateTime GoodUntil => Simulation.AsOf.At + SimulationSeal.GoodFor;
}
