using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Integrations.Api;
using SalesAcademy.Web.Features.Integrations.Webhooks;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Health;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Integrations;

/// <remarks>Its addresses for other systems begin with another word than the room's: /api/v1, where such systems look for them; the version lets an old caller go on.</remarks>
internal sealed class IntegrationsRoom : IRoom
{
    public string Purpose => "What other systems use: tokens, the interface they call, and webhooks that tell them what happens.";

    public IReadOnlyList<Type> Uses => [typeof(LeadsRoom), typeof(PeopleRoom)];

    public IReadOnlyList<Type> Hears =>
        [typeof(LeadAssigned), typeof(LeadHeld), typeof(LeadPooled), typeof(LeadClaimed), typeof(LeadReturned), typeof(LeadWon), typeof(LeadLost), typeof(LeadReopened), typeof(LeadLocked), typeof(LeadUnlocked), typeof(TierChanged)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, _ => { });
        // At /api a token is asked for in place of the cookie, which counts for nothing there.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie => cookie.ForwardDefaultSelector = http => ApiAddress.IsBelow(http) ? TokenHandler.SchemeName : null);
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>()
            .AddSingleton<ApiCalls>()
            .AddSingleton<OpenApi>()
            .AddSingleton(configuration.GetSection("Academy:Webhooks").Get<WebhookOptions>() ?? new WebhookOptions())
            .AddSingleton<WebhookAddress>()
            .AddSingleton<WebhookDesk>()
            .AddSingleton<WebhookLine>()
            .AddSingleton<Signing>()
            .AddSingleton<WebhookSender>()
            .AddHostedService(provider => provider.GetRequiredService<WebhookSender>())
            .AddSingleton<WebhookCleaner>()
            .AddHostedService(provider => provider.GetRequiredService<WebhookCleaner>())
            .AddSingleton<IHealthSign, WebhookSign>()
            .AddSingleton<IConsumer, WebhookPush>()
            .AddNoticeKind<Words>(Deliveries.GoneNotice)
            .AddNoticeKind<Words>(Deliveries.FailingNotice)
            .AddSingleton(new NavigationItem("integrations", typeof(Words), "/integrations", "plug", Role.SalesOps | Role.Admin, 90));
    }
}
