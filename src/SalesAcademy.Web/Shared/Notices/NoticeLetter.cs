using System.Text;
using Microsoft.Extensions.Localization;
using MimeKit;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Writes the one letter that tells a reader all their waiting notices, in their language.</summary>
internal sealed class NoticeLetter(Letters letters, NoticeWords notices, IStringLocalizer<HouseWords> words)
{
    // Only ever called from an asynchronous flow of its own, so that the language spoken here ends with it.
    public Task<MimeMessage> Write(MailReader reader, IReadOnlyList<NoticeRow> waiting)
    {
        ReaderLanguage.Speak(reader.Language);
        var sentences = waiting.Select(n => (Says: Letters.OneLine(notices.Say(n.Kind, n.Arguments)), Link: letters.LinkTo(n.Link))).ToList();
        return Task.FromResult(letters.Write(reader, waiting.Count == 1 ? sentences[0].Says : words.Count("mail.subject", waiting.Count), Text(reader, sentences)));
    }

    private string Text(MailReader reader, List<(string Says, Uri Link)> sentences)
    {
        var text = new StringBuilder().AppendLine(letters.Greet(reader)).AppendLine();
        foreach (var (says, link) in sentences)
            text.AppendLine(says).Append(link).AppendLine().AppendLine();
        return text.AppendLine(words["mail.why"]).Append(letters.LinkTo("/people/me")).AppendLine().ToString();
    }
}
