using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Content.Assembling;

/// <summary>The unit that is published or kept back: a course, or one file outside the courses.</summary>
/// <param name="Key">courses/{id}, or the file's path.</param>
/// <param name="Content">The compiled course or document.</param>
/// <param name="Archive">Its own files and manifests; the last entry names the part.</param>
/// <param name="References">What it needs to find in other parts.</param>
internal sealed record Part(string Key, object Content, IReadOnlyList<ArchiveEntry> Archive, IReadOnlyList<Reference> References)
{
    public string Hash => Archive[^1].Hash;

    /// <summary>How its folder lay on the disk when it was read, and the warnings that reading it gave; null where that cannot be relied on.</summary>
    public (FolderStamp Stamp, IReadOnlyList<ContentProblem> Warnings)? Read { get; init; }
}

internal enum ReferenceKind { Competency, Course, Lesson, CertificationQuiz, Certification, Rubric, Role, Design, Logo, Family }

/// <summary>Something named in one part that another must define (a Family is the reverse: it must be defined nowhere else).</summary>
internal sealed record Reference(ReferenceKind Kind, string Id, string File, int Line)
{
    /// <summary>The heading a link points to, when the reference is a lesson.</summary>
    public string? Anchor { get; init; }

    public string? Locale { get; init; }

    public string TargetPart => Kind switch
    {
        ReferenceKind.Competency => "competencies.yml",
        ReferenceKind.Certification => $"certifications/{Id}.yml",
        ReferenceKind.Rubric => $"rubrics/{Id}.yml",
        ReferenceKind.Design => $"designs/{Id}.yml",
        ReferenceKind.Logo => Id,
        ReferenceKind.Role => "policies/readiness.yml",
        _ => $"courses/{Id.Split('/')[0]}",
    };
}

internal sealed record ReadinessDocument(ReadinessPolicy Policy, IReadOnlyList<RoleName> Roles, string Hash)
{
    /// <summary>Where something stands in the file: a role by its id, a competency as role/id, a gate as role/gates/tier.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public static ReadinessDocument None { get; } = new(new() { Version = 0, Roles = new Dictionary<string, RoleProfile>(StringComparer.Ordinal) }, [], "");
}

internal sealed record CoachingDocument(CoachingPolicy Policy, IReadOnlyList<NoteSnippet> Snippets);

internal sealed record PoolDocument(IReadOnlyList<PoolRule> Pools, IReadOnlyList<PoolName> Names, string Hash);

internal sealed record LeadDocument(LeadPolicy Policy, string Hash)
{
    public static LeadDocument None { get; } = new(new() { Version = 0, Seed = "" }, "");
}
