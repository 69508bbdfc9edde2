using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.People;

/// <summary>Somebody who works here, or did.</summary>
public sealed class PersonRow
{
    public required Guid Id { get; init; }

    /// <summary>The name as its owner writes it: 欧阳娜娜, O'Brien-Łukasiewicz.</summary>
    public required string Name { get; set; }

    /// <summary>The name in Latin letters, where the name itself is not; for certificates in both scripts.</summary>
    public string? LatinName { get; set; }

    public required string Email { get; set; }

    public Guid? TeamId { get; set; }

    /// <summary>Role profile of readiness, such as sdr; null for people who do not sell.</summary>
    public string? Profile { get; set; }

    public required DateOnly HiredOn { get; set; }

    public required string Language { get; set; }

    public required string ContentLanguage { get; set; }

    public required string Zone { get; set; }

    /// <summary>Whether notices left unread also come by mail, where the academy sends mail.</summary>
    public bool MailsNotices { get; set; } = true;

    public DateTime? SuspendedAt { get; set; }

    /// <summary>When they were erased: from then on they are a pseudonym.</summary>
    public DateTime? ErasedAt { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("people").HasKey(e => e.Id);
        builder.HasIndex(e => e.Email).IsUnique();
        builder.HasIndex(e => e.TeamId);
    }
}

/// <summary>A role held by a person.</summary>
public sealed class RoleRow
{
    public required Guid PersonId { get; init; }

    public required Role Role { get; init; }

    public required DateTime GrantedAt { get; init; }

    public Guid? GrantedBy { get; init; }
}

internal sealed class RoleMapping : IEntityTypeConfiguration<RoleRow>
{
    public void Configure(EntityTypeBuilder<RoleRow> builder) => builder.ToTable("roles").HasKey(e => new { e.PersonId, e.Role });
}

/// <summary>A team.</summary>
public sealed class TeamRow
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string ChineseName { get; set; }
}

internal sealed class TeamMapping : IEntityTypeConfiguration<TeamRow>
{
    public void Configure(EntityTypeBuilder<TeamRow> builder) => builder.ToTable("teams").HasKey(e => e.Id);
}

/// <summary>A person answering for a team; a team may have several.</summary>
public sealed class TeamManagerRow
{
    public required Guid TeamId { get; init; }

    public required Guid PersonId { get; init; }
}

internal sealed class TeamManagerMapping : IEntityTypeConfiguration<TeamManagerRow>
{
    public void Configure(EntityTypeBuilder<TeamManagerRow> builder)
    {
        builder.ToTable("team_managers").HasKey(e => new { e.TeamId, e.PersonId });
        builder.HasIndex(e => e.PersonId);
    }
}

/// <summary>What a person brings that leads may ask for: kind language, region, product or industry, with a value.</summary>
public sealed class PersonTagRow
{
    public required Guid PersonId { get; init; }

    public required string Kind { get; init; }

    public required string Value { get; init; }
}

internal sealed class PersonTagMapping : IEntityTypeConfiguration<PersonTagRow>
{
    public void Configure(EntityTypeBuilder<PersonTagRow> builder) => builder.ToTable("person_tags").HasKey(e => new { e.PersonId, e.Kind, e.Value });
}

/// <summary>Days away, both ends included.</summary>
public sealed class LeaveRow
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }
}

internal sealed class LeaveMapping : IEntityTypeConfiguration<LeaveRow>
{
    public void Configure(EntityTypeBuilder<LeaveRow> builder)
    {
        builder.ToTable("leaves").HasKey(e => e.Id);
        builder.HasIndex(e => e.PersonId);
    }
}
