using Microsoft.AspNetCore.Authorization;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>Opens a page to people holding any of these roles. Without it a page is open to everybody signed in; nothing is open to strangers unless it says AllowAnonymous.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class AllowAttribute(Role any) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public Role Any => any;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class AllowHandler(IHttpContextAccessor http) : AuthorizationHandler<AllowAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, AllowAttribute requirement)
    {
        if (http.HttpContext?.Features.Get<CurrentPerson>()?.Is(requirement.Any) == true)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
