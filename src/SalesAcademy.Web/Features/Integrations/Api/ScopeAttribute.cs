using Microsoft.AspNetCore.Authorization;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Opens an endpoint of the interface to tokens of this scope, and to nobody else.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScopeAttribute(string scope) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public string Scope => scope;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class ScopeHandler : AuthorizationHandler<ScopeAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeAttribute requirement)
    {
        if (Caller.Of(context.User)?.Scopes.Contains(requirement.Scope) == true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
