namespace SalesAcademy.Web.Features.People;

/// <summary>Somebody a visitor may sign in as in the demo.</summary>
/// <param name="Name">Their name.</param>
/// <param name="LatinName">The same for those who cannot read it; null where the name is Latin already.</param>
/// <param name="Email">What to type.</param>
/// <param name="Part">Key of the room's words that says what there is to see.</param>
public sealed record CastMember(string Name, string? LatinName, string Email, string Part);

/// <summary>The people of the demo organisation listed on the sign-in page; empty in production.</summary>
public sealed class DemoCast
{
    /// <summary>The demo's one password. Production has neither the demo nor this.</summary>
    public const string Password = "Northern-Lights-26";

    public IReadOnlyList<CastMember> Members { get; set; } = [];
}
