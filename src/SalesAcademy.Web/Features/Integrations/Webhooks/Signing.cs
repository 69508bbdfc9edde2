using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>Secrets of webhooks, and signatures with them (Standard Webhooks: HMAC-SHA256 over id, timestamp and body).</summary>
internal sealed class Signing(IDataProtectionProvider protection, Clock clock)
{
    /// <summary>How long a secret that was rotated still signs beside the new one.</summary>
    public static readonly TimeSpan OldIsGoodFor = TimeSpan.FromDays(1);

    private const string Beginning = "whsec_";
    private const int Bytes = 32;

    private readonly IDataProtector protector = protection.CreateProtector("webhooks");

    public static string NewSecret() => Beginning + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));

    public string Hide(string secret) => protector.Protect(secret);

    public bool IsOf(string secret, string hidden) => protector.Unprotect(hidden) == secret;

    /// <summary>The headers of a message now.</summary>
    public IReadOnlyDictionary<string, string> Headers(WebhookRow webhook, DeliveryRow delivery)
    {
        var timestamp = new DateTimeOffset(clock.Now).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var secrets = webhook is { OldSecret: { } old, OldSecretUntil: { } until } && clock.Now < until ? [webhook.Secret, old] : new[] { webhook.Secret };
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["webhook-id"] = IdOf(delivery),
            ["webhook-timestamp"] = timestamp,
            ["webhook-signature"] = string.Join(' ', secrets.Select(hidden => Sign(protector.Unprotect(hidden), $"{IdOf(delivery)}.{timestamp}.{delivery.Body}"))),
        };
    }

    /// <summary>The same at every try, so that a receiver knows what it has had.</summary>
    public static string IdOf(DeliveryRow delivery) => $"msg_{delivery.Id:N}";

    public static string Sign(string secret, string signed) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Beginning.Length..]), Encoding.UTF8.GetBytes(signed)))}";
}
