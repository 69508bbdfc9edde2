using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A file of leads being brought in. Its id is made of its bytes, so that the same file twice is one import.</summary>
public sealed class ImportRow
{
    public required Guid Id { get; init; }

    /// <summary>Who began it; null for the command line.</summary>
    public Guid? Person { get; init; }

    public required string FileName { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Rows that hold something, and those of them that were refused.</summary>
    public required int Rows { get; init; }

    public required int Refused { get; init; }

    /// <summary>The file, until a month after its end: so that an import goes on after a restart, and refused rows can be fetched.</summary>
    public string? Text { get; set; }

    public DateTime? EndedAt { get; set; }
}

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("lead_imports").HasKey(e => e.Id);
        builder.HasIndex(e => e.EndedAt);
    }
}

/// <summary>A row of a file that has come in: written in the command that brings it, so that no row comes twice.</summary>
public sealed class ImportedRow
{
    public required Guid Import { get; init; }

    /// <summary>As a spreadsheet counts: the headings are row 1.</summary>
    public required int Number { get; init; }

    public required ImportOutcome Outcome { get; init; }

    /// <summary>The lead it became, or the one it belongs to.</summary>
    public required Guid Lead { get; init; }
}

/// <summary>What becomes of a row of a file.</summary>
public enum ImportOutcome
{
    /// <summary>A new lead, given to somebody at once or waiting.</summary>
    Arrived,

    /// <summary>A new lead whose customer may not be contacted.</summary>
    Locked,

    /// <summary>Merged into a lead of the same e-mail address.</summary>
    Merged,

    /// <summary>Everything it says is known already.</summary>
    Known,

    /// <summary>Something in it is wrong; it does not come in.</summary>
    Refused,
}

internal sealed class ImportedMapping : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder) => builder.ToTable("lead_import_rows").HasKey(e => new { e.Import, e.Number });
}
