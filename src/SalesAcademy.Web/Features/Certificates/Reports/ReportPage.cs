using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates.Desk;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>Somebody who may see a list.</summary>
internal sealed record PossibleReader(Guid Id, string Name, bool Chosen);

/// <summary>What became of a report for one reader.</summary>
internal sealed record LetterLine(ReportLetterRow Letter, string Name);

/// <summary>One report: what it is, when it is mailed and to whom, and what became of it the last time.</summary>
internal sealed record ReportPage
{
    public required ReportRow Report { get; init; }

    public required SavedFilter Filter { get; init; }

    public required IReadOnlyList<string> Said { get; init; }

    /// <summary>What its filter names and is gone.</summary>
    public required string? Problem { get; init; }

    public required string SavedBy { get; init; }

    public required IReadOnlyList<PossibleReader> Readers { get; init; }

    public required IReadOnlyList<LetterLine> Letters { get; init; }

    public required bool MailIsSetUp { get; init; }

    /// <summary>What was typed, where it was refused.</summary>
    public required ReportForm Form { get; init; }

    public required MailingForm Mailing { get; init; }

    /// <summary>Whether what was refused is about the mailing.</summary>
    public required bool RefusedMailing { get; init; }
}

/// <summary>Reads the page of one report.</summary>
internal sealed class ReportBook(AcademyDb db, FilterWords words, ReportReading reading, MailOptions mail)
{
    public async Task<ReportPage?> Read(Guid id, Guid viewer, ReportForm? form, MailingForm? mailing, CancellationToken cancellation)
    {
        if (await db.Set<ReportRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.DeletedAt == null, cancellation) is not { } report)
            return null;
        var filter = SavedFilter.Of(report);
        var chosen = mailing?.Reader ?? await db.Set<ReportReaderRow>().Where(r => r.Report == id).Select(r => r.Person).ToArrayAsync(cancellation);
        var may = await Staff.Holding(db, ReportReading.RolesFor(report.List));
        var known = may.Append(report.SavedBy);
        var names = await db.Set<PersonRow>().Where(p => known.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var last = await db.Set<ReportLetterRow>().Where(l => l.Report == id).MaxAsync(l => (DateTime?)l.DueAt, cancellation);
        var letters = await (from letter in db.Set<ReportLetterRow>() join person in db.Set<PersonRow>() on letter.Person equals person.Id where letter.Report == id && letter.DueAt == last select new LetterLine(letter, person.Name)).AsNoTracking().ToListAsync(cancellation);
        return new ReportPage
        {
            Report = report,
            Filter = filter,
            Said = await filter.Said(words, cancellation),
            Problem = await reading.Problem(filter, cancellation),
            SavedBy = names.GetValueOrDefault(report.SavedBy, ""),
            // Whoever sets it up first is the likeliest reader.
            Readers = [.. may.Select(person => new PossibleReader(person, names[person], chosen.Contains(person) || (report.Rhythm is null && mailing is null && person == viewer))).OrderByDescending(p => p.Chosen).ThenBy(p => p.Name, StringComparer.CurrentCulture)],
            Letters = [.. letters.OrderBy(line => line.Name, StringComparer.CurrentCulture)],
            MailIsSetUp = mail.IsSetUp,
            Form = form ?? new ReportForm { Name = report.Name, Period = report.Period },
            Mailing = mailing ?? (report.Rhythm is { } rhythm ? new MailingForm { Rhythm = rhythm, Weekday = report.Weekday, MonthDay = report.MonthDay, Hour = report.Hour } : new MailingForm()),
            RefusedMailing = mailing is not null,
        };
    }
}
