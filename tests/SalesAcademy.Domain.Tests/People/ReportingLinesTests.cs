using SalesAcademy.Domain.People;

namespace SalesAcademy.Domain.Tests.People;

public sealed class ReportingLinesTests
{
    private static readonly Guid[] People = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Fact]
    public void A_line_up_to_somebody_who_answers_to_nobody_is_no_circle() => Assert.Empty(InCircles((0, 1), (1, 2), (3, 1), (4, 2)));

    [Fact]
    public void Whoever_answers_for_their_own_team_stands_in_no_circle_by_that() => Assert.Empty(InCircles((0, 0), (1, 0)));

    [Fact]
    public void Everybody_in_a_circle_is_found_and_nobody_who_only_answers_to_it_or_above_it() => Assert.Equal([0, 1, 2], InCircles((0, 1), (1, 2), (2, 0), (3, 0), (1, 4)));

    private static IEnumerable<int> InCircles(params (int Person, int Manager)[] lines)
    {
        var managers = People.Index().ToDictionary(person => person.Item, person => (IReadOnlyList<Guid>)[.. lines.Where(line => line.Person == person.Index).Select(line => People[line.Manager])]);
        return ReportingLines.InCircles(managers).Select(found => Array.IndexOf(People, found)).Order();
    }
}
