using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Tests.People;

public sealed class GrantingRolesTests
{
    [Theory]
    [InlineData(Role.Admin, Role.Rep, Role.Manager | Role.Admin)]
    [InlineData(Role.Hr, Role.None, Role.Rep)]
    [InlineData(Role.Hr, Role.Manager, Role.Manager | Role.Author)]
    public void Who_may_grant_grants(Role giver, Role held, Role wanted)
        => Assert.Equal(wanted, Assert.IsType<Accepted<Role>>(RoleGrants.Decide(giver, toSelf: false, held, wanted, otherAdministrators: true)).Value);

    [Theory]
    [InlineData(Role.Hr, false, Role.None, Role.Admin, true, "roles-need-administrator")]
    [InlineData(Role.Hr, false, Role.Rep, Role.Rep | Role.Manager, true, "roles-need-administrator")]
    [InlineData(Role.Hr, false, Role.Manager | Role.Rep, Role.Rep, true, "roles-need-administrator")]
    [InlineData(Role.Manager | Role.SalesOps, false, Role.None, Role.Rep, true, "roles-need-administrator")]
    [InlineData(Role.Admin, true, Role.Admin, Role.Admin | Role.Hr, true, "roles-for-oneself")]
    [InlineData(Role.Admin, true, Role.Admin | Role.Rep, Role.Rep, false, "last-administrator")]
    [InlineData(Role.Admin, false, Role.Rep, Role.None, true, "roles-needed")]
    public void Whoever_may_not_is_told_why(Role giver, bool toSelf, Role held, Role wanted, bool others, string reason)
        => Assert.Equal(reason, Assert.IsType<Refused<Role>>(RoleGrants.Decide(giver, toSelf, held, wanted, others)).Reason.Key);

    [Fact]
    public void An_administrator_may_give_the_role_up_while_another_remains()
        => Assert.IsType<Accepted<Role>>(RoleGrants.Decide(Role.Admin, toSelf: true, Role.Admin | Role.Rep, Role.Rep, otherAdministrators: true));

    [Theory]
    [InlineData(Role.Admin, true, Role.Rep, true, "suspends-oneself")]
    [InlineData(Role.Hr, false, Role.Admin, true, "roles-need-administrator")]
    [InlineData(Role.Admin, false, Role.Admin, false, "last-administrator")]
    public void A_suspension_is_refused(Role decider, bool ofSelf, Role held, bool others, string reason)
        => Assert.Equal(reason, Assert.IsType<Refused<Done>>(RoleGrants.DecideSuspension(decider, ofSelf, held, others)).Reason.Key);

    [Fact]
    public void Hr_suspends_a_rep()
        => Assert.IsType<Accepted<Done>>(RoleGrants.DecideSuspension(Role.Hr, ofSelf: false, Role.Rep, otherAdministrators: true));
}
