namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>Where webhooks may lead; section Academy:Webhooks of the configuration.</summary>
internal sealed class WebhookOptions
{
    /// <summary>Whether an address may be plain http on this very machine, for a trial or for a receiver beside the academy.</summary>
    public bool Loopback { get; set; }

    /// <summary>How long an address may take over its answer.</summary>
    public int TimeoutSeconds { get; set; } = 15;
}
