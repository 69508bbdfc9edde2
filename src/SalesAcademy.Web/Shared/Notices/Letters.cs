using MailKit.Net.Smtp;
using Microsoft.Extensions.Localization;
using MimeKit;
using MimeKit.Utils;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Letters of the academy as plain text, and the server that takes them. Only where a mail server is set up: then the academy knows its own address, since letters carry links.</summary>
internal sealed class Letters(MailOptions mail, AcademyOptions options, IStringLocalizer<HouseWords> words)
{
    private const int LongestSubject = 120;
    private const int SendTimeout = 20_000;
    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromHours(1);

    /// <summary>A letter in the language being spoken.</summary>
    /// <param name="reader">To whom.</param>
    /// <param name="subject">Cut where it is long.</param>
    /// <param name="text">What it says.</param>
    /// <param name="id">The same for a letter that is sent once more, so that a mail reader knows it again; null for one of its own.</param>
    public MimeMessage Write(MailReader reader, string subject, string text, Guid? id = null)
    {
        var message = new MimeMessage
        {
            Subject = Cut(OneLine(subject)),
            MessageId = id is { } own ? $"{own:N}@{options.Address!.Host}" : MimeUtils.GenerateMessageId(options.Address!.Host), // a mail server without an address is refused at the start
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(new MailboxAddress(words["academy"], mail.From!)); // checked at the start
        message.To.Add(new MailboxAddress(OneLine(reader.Name), reader.Address));
        // So that no absence note is sent back.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", reader.Language);
        return message;
    }

    public string Greet(MailReader reader) => words["mail.greeting", OneLine(reader.Name)];

    public Uri LinkTo(string page) => new(options.Address!, page is ['/', not ('/' or '\\'), ..] ? page : "/");

    /// <summary>How long a letter waits for its next try after so many: twice as long each time, five minutes to an hour.</summary>
    public static TimeSpan WaitAfter(int tries) => FirstRetry * (1 << Math.Min(tries, 10)) is var wait && wait < LongestRetry ? wait : LongestRetry;

    /// <summary>A connection to the mail server, signed in.</summary>
    public async Task<SmtpClient> Connect(CancellationToken cancellation)
    {
        var server = new SmtpClient { Timeout = SendTimeout };
        try
        {
            await server.ConnectAsync(mail.Host!, mail.Port, mail.Security, cancellation); // only where a host is set
            if (!string.IsNullOrEmpty(mail.User))
                await server.AuthenticateAsync(mail.User, mail.Password ?? "", cancellation);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>A line break in a subject would begin a header of its own.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();

    private static string Cut(string subject) => subject.Length <= LongestSubject ? subject : string.Concat(subject.AsSpan(0, LongestSubject - 1), "…");
}
