using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Certificates.Bulk;

/// <summary>What comes of one person in a bulk issue.</summary>
internal enum BulkOutcome
{
    /// <summary>A certificate: they have met everything.</summary>
    Issued,

    /// <summary>A certificate, since the lessons they miss are waived; the quiz they have passed.</summary>
    IssuedWithWaiver,

    /// <summary>No certificate: the certification is not asked of them.</summary>
    Waived,

    Refused,
}

/// <summary>One person of a bulk issue, as of now.</summary>
/// <param name="Said">The name, or what was pasted where nobody is meant by it.</param>
/// <param name="Until">The last day of what they are issued; null for ever, and where they are issued nothing.</param>
/// <param name="Course">The course whose lessons are waived.</param>
/// <param name="Why">Why they are refused.</param>
internal sealed record BulkLine(Guid? Person, string Said, string? Address, BulkOutcome Outcome, DateOnly? Until = null, string? Course = null, Refusal? Why = null)
{
    /// <summary>The figure of the reason, where it has one.</summary>
    public string? Figure => FigureOf(Why);

    public static string? FigureOf(Refusal? why) => why?.Arguments switch
    {
        [DateOnly day, ..] => day.Iso(),
        [var figure, ..] => Convert.ToString(figure, CultureInfo.InvariantCulture),
        _ => null,
    };
}

/// <summary>What a bulk issue does now: to all whom it does not refuse, or to nobody.</summary>
internal sealed record BulkPlan(IReadOnlyList<BulkLine> Lines)
{
    public IEnumerable<BulkLine> Carried => Lines.Where(line => line.Outcome != BulkOutcome.Refused);

    public int Count(BulkOutcome outcome) => Lines.Count(line => line.Outcome == outcome);

    /// <summary>Tells one plan from another, so that what is ordered is what was shown, in whatever order the reader's language has it.</summary>
    public string Seal => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Lines.Select(line => $"{line.Person} {line.Said} {line.Outcome} {line.Until:O} {line.Why?.Key}").Order(StringComparer.Ordinal)))));
}
