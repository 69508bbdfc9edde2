using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Reports;

/// <summary>A list of the desk.</summary>
internal enum ReportList
{
    Certificates,
    Compliance,
}

/// <summary>A list saved under a name with what narrows it, and when it is mailed. It belongs to the desk: whoever works there may open and change it.</summary>
internal sealed class ReportRow
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required ReportList List { get; init; }

    /// <summary>What narrows it, as json, but for the words searched for.</summary>
    public required string Filter { get; set; }

    /// <summary>The words searched for; apart, since they may be somebody's name.</summary>
    public string? Search { get; set; }

    /// <summary>Days that move on, in the place of those in the filter.</summary>
    public ReportPeriod? Period { get; set; }

    public required Guid SavedBy { get; init; }

    public required DateTime SavedAt { get; init; }

    public DateTime? DeletedAt { get; set; }

    /// <summary>Null for a report that is not mailed; then the other times say nothing.</summary>
    public Rhythm? Rhythm { get; set; }

    public DayOfWeek Weekday { get; set; } = DayOfWeek.Monday;

    public int MonthDay { get; set; } = 1;

    public int Hour { get; set; } = 8;

    public DateTime? NextAt { get; set; }

    public DateTime? PausedAt { get; set; }

    public MailingTimes? Times => Rhythm is { } rhythm ? new MailingTimes(rhythm, Weekday, MonthDay, Hour) : null;
}

internal sealed class ReportMapping : IEntityTypeConfiguration<ReportRow>
{
    public void Configure(EntityTypeBuilder<ReportRow> builder)
    {
        builder.ToTable("reports").HasKey(e => e.Id);
        builder.HasIndex(e => e.NextAt);
        builder.Ignore(e => e.Times);
    }
}

/// <summary>Somebody to whom a report is mailed.</summary>
internal sealed class ReportReaderRow
{
    public required Guid Report { get; init; }

    public required Guid Person { get; init; }
}

internal sealed class ReportReaderMapping : IEntityTypeConfiguration<ReportReaderRow>
{
    public void Configure(EntityTypeBuilder<ReportReaderRow> builder) => builder.ToTable("report_readers").HasKey(e => new { e.Report, e.Person });
}

/// <summary>A report that came due for one reader: the key makes it one, whoever looks and however often.</summary>
internal sealed class ReportLetterRow
{
    public required Guid Report { get; init; }

    public required DateTime DueAt { get; init; }

    public required Guid Person { get; init; }

    public required Guid Id { get; init; }

    /// <summary>The organisation's day it was found due: what it is read as of, also when it is sent later.</summary>
    public required DateOnly Day { get; init; }

    public required DateTime WrittenAt { get; init; }

    public DateTime? SentAt { get; set; }

    /// <summary>How many rows it had for this reader; null when it could not be made.</summary>
    public int? Rows { get; set; }

    /// <summary>Why it could not be made.</summary>
    public string? Problem { get; set; }

    /// <summary>Why it was not sent and will not be.</summary>
    public Withheld? Withheld { get; set; }

    public int Tries { get; set; }

    /// <summary>No node tries before this; moved on by whoever takes it.</summary>
    public required DateTime After { get; set; }
}

internal sealed class ReportLetterMapping : IEntityTypeConfiguration<ReportLetterRow>
{
    public void Configure(EntityTypeBuilder<ReportLetterRow> builder)
    {
        builder.ToTable("report_letters").HasKey(e => new { e.Report, e.DueAt, e.Person });
        builder.HasIndex(e => new { e.SentAt, e.Withheld, e.After });
    }
}
