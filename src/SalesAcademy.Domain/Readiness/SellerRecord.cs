using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Readiness;

/// <summary>Everything that readiness rests on for one seller: evidence and standing, as recorded; which of it counts is decided as of a day.</summary>
/// <param name="Seller">Whose record.</param>
/// <param name="Families">The live question families.</param>
/// <param name="Answers">All answers, in any order.</param>
/// <param name="Observations">All observations, in any order.</param>
/// <param name="Standing">Gates held on the day that is asked about.</param>
public sealed record SellerRecord(
    Guid Seller,
    IReadOnlyList<Family> Families,
    IReadOnlyList<Answer> Answers,
    IReadOnlyList<Observation> Observations,
    Standing Standing);

/// <summary>What a seller holds on a day.</summary>
/// <param name="Certifications">Certifications valid on the day.</param>
/// <param name="Courses">Mandatory courses done in their mandatory version, or in grace.</param>
/// <param name="Active">Whether the seller works here.</param>
/// <param name="OnHold">Whether somebody has stopped the seller for a reason.</param>
public sealed record Standing(
    IReadOnlySet<string> Certifications, IReadOnlySet<string> Courses, bool Active = true, bool OnHold = false);
