using MailKit.Security;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>The mail server; section Academy:Mail of the configuration. Without a host the academy sends no mail.</summary>
public sealed class MailOptions
{
    public const string Section = "Academy:Mail";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    /// <summary>The address that mails come from.</summary>
    public string? From { get; set; }

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>StartTls (required, the default), SslOnConnect, or None for a server on the same machine.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    public bool IsSetUp => !string.IsNullOrEmpty(Host);
}
