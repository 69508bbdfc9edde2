using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A simulation as a file for a spreadsheet: every seller, then every lead that nobody owns.</summary>
internal static class SimulationFile
{
    public static async Task Write(Stream stream, Simulation simulation, IStringLocalizer<Words> words, Checks checks)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write([.. Headings("file.person", "file.tier-today", "file.tier-before", "file.tier-after", "file.may-before", "file.may-after", "file.past-before", "file.past-after", "file.because")]);
        foreach (var person in simulation.People)
            await csv.Write(
                person.Name, checks.NameOf(person.Before.Tier), checks.NameOf(person.Before.Settled), checks.NameOf(person.After.Settled), Number(person.MayBefore), Number(person.MayAfter), Number(person.PastBefore), Number(person.PastAfter),
                person.Because is { } because ? checks.Say(because) : "");
        await csv.Write();
        await csv.Write([.. Headings("file.lead", "file.tier", "file.state", "file.eligible-before", "file.eligible-after", "file.next-before", "file.next-after")]);
        foreach (var lead in simulation.Leads)
            await csv.Write(lead.Company, checks.NameOf(lead.Tier), words[$"state.{lead.State}"], Number(lead.EligibleBefore), Number(lead.EligibleAfter), checks.Say(lead.Before), checks.Say(lead.After));

        IEnumerable<string> Headings(params string[] keys) => keys.Select(key => words[key].Value);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
