using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>A summary as it stood when somebody signed it or refused to, kept when the next edition took its place.</summary>
public sealed class SessionEditionRow
{
    public required Guid Session { get; init; }

    public required int Edition { get; init; }

    public required string WentWell { get; init; }

    public required string ToTry { get; init; }

    /// <summary>When the next edition took its place; the action items agreed before then belong to this one.</summary>
    public required DateTime ReplacedAt { get; init; }
}

internal sealed class SessionEditionMapping : IEntityTypeConfiguration<SessionEditionRow>
{
    public void Configure(EntityTypeBuilder<SessionEditionRow> builder) =>
        builder.ToTable("coaching_session_editions").HasKey(e => new { e.Session, e.Edition });
}

internal static class SessionEditions
{
    /// <summary>The next edition of the summary. What somebody put their name to is kept as it stands now; call it before the words change.</summary>
    public static async Task Next(Entry entry, SessionRow row)
    {
        if (await entry.Db.Set<SessionSignatureRow>().AnyAsync(s => s.Session == row.Id && s.Edition == row.Edition))
            entry.Db.Add(new SessionEditionRow { Session = row.Id, Edition = row.Edition, WentWell = row.WentWell, ToTry = row.ToTry, ReplacedAt = entry.Act.At });
        row.Edition++;
    }
}
