using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.People;

/// <summary>
/// Who may give and take roles, and shut people out: administrators; HR may enter people, but makes neither managers nor
/// administrators. Nobody grants a role to themselves, and there is always an administrator left.
/// </summary>
public static class RoleGrants
{
    private const Role OnlyByAdministrators = Role.Admin | Role.Manager;

    /// <summary>The roles a person holds from now on, or why not.</summary>
    /// <param name="giver">Roles of whoever decides.</param>
    /// <param name="toSelf">Whether they decide about themselves.</param>
    /// <param name="held">Roles held until now.</param>
    /// <param name="wanted">Roles to hold from now on; none is refused.</param>
    /// <param name="otherAdministrators">Whether somebody else can still administer.</param>
    public static Decision<Role> Decide(Role giver, bool toSelf, Role held, Role wanted, bool otherAdministrators)
    {
        if (wanted == Role.None)
            return new Refusal("roles-needed");
        if (toSelf && (wanted & ~held) != Role.None)
            return new Refusal("roles-for-oneself");
        if (!MayChange(giver, held ^ wanted))
            return new Refusal("roles-need-administrator");
        return LosesTheLast(held & ~wanted, otherAdministrators) ? new Refusal("last-administrator") : wanted;
    }

    /// <summary>Whether a person may be shut out: never oneself, never the last administrator, and an administrator only by another.</summary>
    public static Decision<Done> DecideSuspension(Role decider, bool ofSelf, Role held, bool otherAdministrators)
    {
        if (ofSelf)
            return new Refusal("suspends-oneself");
        if (!MayChange(decider, held & Role.Admin))
            return new Refusal("roles-need-administrator");
        return LosesTheLast(held, otherAdministrators) ? new Refusal("last-administrator") : Done.Value;
    }

    private static bool MayChange(Role giver, Role changed) =>
        giver.HasFlag(Role.Admin) || (giver.HasFlag(Role.Hr) && (changed & OnlyByAdministrators) == Role.None);

    private static bool LosesTheLast(Role lost, bool otherAdministrators) => lost.HasFlag(Role.Admin) && !otherAdministrators;
}
