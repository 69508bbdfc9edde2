using System.Text;
using Microsoft.Extensions.Localization;
using MimeKit;
using MimeKit.Utils;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Writes the one letter that tells a reader all their waiting notices, in their language, as plain text.</summary>
internal sealed class NoticeLetter(MailOptions mail, AcademyOptions options, NoticeWords notices, IStringLocalizer<HouseWords> words)
{
    private const int LongestSubject = 120;

    // Only ever called from an asynchronous flow of its own, so that the language spoken here ends with it.
    public Task<MimeMessage> Write(MailReader reader, IReadOnlyList<NoticeRow> waiting)
    {
        ReaderLanguage.Speak(reader.Language);
        var sentences = waiting.Select(n => (Says: OneLine(notices.Say(n.Kind, n.Arguments)), Link: LinkTo(n.Link))).ToList();
        var message = new MimeMessage
        {
            Subject = Cut(waiting.Count == 1 ? sentences[0].Says : words.Count("mail.subject", waiting.Count)),
            MessageId = MimeUtils.GenerateMessageId(options.Address!.Host), // a mail server without an address is refused at the start
            Body = new TextPart("plain") { Text = Text(reader, sentences) },
        };
        message.From.Add(new MailboxAddress(words["academy"], mail.From!)); // checked at the start
        message.To.Add(new MailboxAddress(OneLine(reader.Name), reader.Address));
        // So that no absence note is sent back.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", reader.Language);
        return Task.FromResult(message);
    }

    private string Text(MailReader reader, List<(string Says, Uri Link)> sentences)
    {
        var text = new StringBuilder().AppendLine(words["mail.greeting", OneLine(reader.Name)]).AppendLine();
        foreach (var (says, link) in sentences)
            text.AppendLine(says).Append(link).AppendLine().AppendLine();
        return text.AppendLine(words["mail.why"]).Append(LinkTo("/people/me")).AppendLine().ToString();
    }

    private Uri LinkTo(string page) => new(options.Address!, page is ['/', not ('/' or '\\'), ..] ? page : "/");

    // A line break in a subject would begin a header of its own.
    private static string OneLine(string text) => string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign)).Trim();

    private static string Cut(string subject) => subject.Length <= LongestSubject ? subject : string.Concat(subject.AsSpan(0, LongestSubject - 1), "…");
}
