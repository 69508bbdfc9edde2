using System.Text;
using Microsoft.Extensions.Localization;
using MimeKit;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>A letter, how many rows it tells of, and why it could not tell them.</summary>
internal sealed record WrittenReport(MimeMessage Message, int? Rows, string? Problem);

/// <summary>Writes what a report says to one reader: what it is, how many rows, the first of them, and where the rest is. More than that stays behind the sign-in.</summary>
internal sealed class ReportLetter(ReportReading reading, FilterWords filters, ReportWords says, Letters letters, IStringLocalizer<Words> words)
{
    // Only ever called from an asynchronous flow of its own, so that the language spoken here ends with it.
    public async Task<WrittenReport> Write(ReportRow report, ReportLetterRow letter, CurrentPerson reader, MailReader to, CancellationToken cancellation)
    {
        ReaderLanguage.Speak(to.Language);
        var filter = SavedFilter.Of(report).On(report.Period, letter.Day, letter.Day);
        var problem = await reading.Problem(filter, cancellation);
        var found = problem is null ? await reading.Of(filter, reader, letter.Day, cancellation) : null;
        var text = new StringBuilder().AppendLine(letters.Greet(to)).AppendLine();
        text.AppendLine(Letters.OneLine(report.Name)).AppendLine(words["mail.as-of", Moments.LongDay(filter.Compliance?.On ?? letter.Day)]);
        foreach (var line in problem is null ? await filter.Said(filters, cancellation) : [])
            text.AppendLine(Letters.OneLine(line));
        text.AppendLine();
        if (found is null)
            text.AppendLine(words[$"problem.{problem}"]).AppendLine(words["mail.problem-why"]);
        else
            Rows(text, found);
        text.AppendLine().AppendLine(words["mail.open"]).Append(letters.LinkTo($"{ReportsController.Url}/{report.Id}/list?day={letter.Day.Iso()}")).AppendLine().AppendLine();
        text.AppendLine(words["mail.why", says.Of(report.Times!)]).Append(letters.LinkTo("/people/me")).AppendLine(); // what is mailed has times
        var subject = found is null ? words["mail.subject-problem", report.Name].Value : words.Count("mail.subject", found.Count, report.Name);
        return new WrittenReport(letters.Write(to, subject, text.ToString(), letter.Id), found?.Count, problem);
    }

    private void Rows(StringBuilder text, ReportFound found)
    {
        text.AppendLine(words.Count("mail.rows", found.Count));
        foreach (var row in found.First)
            text.Append("  ").AppendLine(Letters.OneLine(row));
        if (found.Count > found.First.Count)
            text.AppendLine(words.Count("mail.more", found.Count - found.First.Count));
    }
}
