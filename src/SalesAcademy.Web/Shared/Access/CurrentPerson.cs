using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>Who is asking, with the rights of this very moment.</summary>
public sealed record CurrentPerson
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Role Roles { get; init; }

    /// <summary>The team they belong to, if any.</summary>
    public Guid? Team { get; init; }

    /// <summary>Teams they answer for.</summary>
    public IReadOnlyList<Guid> ManagedTeams { get; init; } = [];

    /// <summary>The role profile they are measured by, such as sdr; null for people who do not sell.</summary>
    public string? Profile { get; init; }

    /// <summary>First working day.</summary>
    public required DateOnly HiredOn { get; init; }

    /// <summary>Interface language: en or zh-Hans.</summary>
    public required string Language { get; init; }

    /// <summary>Language of lessons and quizzes: en or zh-Hans.</summary>
    public required string ContentLanguage { get; init; }

    /// <summary>Their time zone (IANA): due dates follow it.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public bool Is(Role any) => (Roles & any) != Role.None;

    public bool Manages(Guid? team) => team is { } id && ManagedTeams.Contains(id);
}

/// <summary>Finds a person by id as of now; null for somebody unknown, suspended or gone.</summary>
public interface IPersonSource
{
    ValueTask<CurrentPerson?> Find(Guid id, CancellationToken cancellation = default);
}
