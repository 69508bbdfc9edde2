using System.Collections.Frozen;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Content;

/// <summary>Everything that is taught and decided by, compiled, checked and never changed: swap the whole to publish an edition.</summary>
public sealed class Catalogue
{
    private readonly FrozenDictionary<string, Course> courses;
    private readonly FrozenDictionary<string, Certification> certifications;
    private readonly FrozenDictionary<string, Rubric> rubrics;

    internal Catalogue(IReadOnlyDictionary<string, Part> parts)
    {
        Parts = parts;
        Courses = [.. All<Course>().OrderBy(course => course.Order).ThenBy(course => course.Id, StringComparer.Ordinal)];
        Certifications = InOrder<Certification>(item => item.Id);
        Paths = InOrder<LearningPath>(item => item.Id);
        Rubrics = InOrder<Rubric>(item => item.Id);
        Designs = [.. CertificateDesign.Shipped, .. InOrder<CertificateDesign>(item => item.Id)];
        Scorecards = [.. Rubrics.Where(rubric => !rubric.IsForAnswers)];
        Academy = All<Academy>().FirstOrDefault() ?? Academy.Unnamed;
        Logo = Academy.Logo is { } logo ? parts.GetValueOrDefault(logo)?.Content as OrganisationLogo : null;
        Competencies = All<IReadOnlyList<Competency>>().FirstOrDefault() ?? [];
        Glossary = All<IReadOnlyList<GlossaryTerm>>().FirstOrDefault() ?? [];
        Playbook = All<Playbook>().FirstOrDefault() ?? Playbook.None;
        var coaching = All<CoachingDocument>().FirstOrDefault();
        (Coaching, Snippets) = (coaching?.Policy ?? CoachingPolicy.None, coaching?.Snippets ?? []);
        var readiness = All<ReadinessDocument>().FirstOrDefault() ?? ReadinessDocument.None;
        (Readiness, Roles, ReadinessHash) = (readiness.Policy, readiness.Roles, readiness.Hash);
        var leads = All<LeadDocument>().FirstOrDefault() ?? LeadDocument.None;
        var pools = All<PoolDocument>().FirstOrDefault();
        (Leads, Pools) = (leads.Policy with { Pools = pools?.Pools ?? [] }, pools?.Names ?? []);
        // Both files are one policy: decisions name it by one hash.
        ArchiveEntry[] policy = pools is null || leads.Hash.Length == 0 ? [] : [ArchiveEntry.Manifest("policies/leads", [("policies/leads.yml", leads.Hash), (PoolsFile, pools.Hash)])];
        LeadsHash = policy is [var both] ? both.Hash : leads.Hash;
        courses = Courses.ToFrozenDictionary(course => course.Id, StringComparer.Ordinal);
        certifications = Certifications.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        rubrics = Rubrics.ToFrozenDictionary(item => item.Id, StringComparer.Ordinal);
        Families = Courses.SelectMany(course => course.Quizzes).SelectMany(quiz => quiz.Families)
            .DistinctBy(family => family.Id, StringComparer.Ordinal).ToDictionary(family => family.Id, StringComparer.Ordinal); // frozen, thousands of them would take longer than reading the lesson that has changed
        var manifest = ArchiveEntry.Manifest("", parts.Values.Select(part => (part.Key, part.Hash)));
        Hash = manifest.Hash;
        Archive = [.. parts.Values.OrderBy(part => part.Key, StringComparer.Ordinal).SelectMany(part => part.Archive), .. policy, manifest];
    }

    /// <summary>An academy without content: pass it as the previous catalogue at first start, so that one broken course does not keep the others away.</summary>
    public static Catalogue Empty { get; } = new(new Dictionary<string, Part>(StringComparer.Ordinal));

    /// <summary>Names exactly this edition of everything: SHA-256, hex.</summary>
    public string Hash { get; }

    /// <summary>The organisation.</summary>
    public Academy Academy { get; }

    /// <summary>The logo of the organisation; null where it has named none.</summary>
    public OrganisationLogo? Logo { get; }

    /// <summary>The courses in catalogue order.</summary>
    public IReadOnlyList<Course> Courses { get; }

    /// <summary>Every question family of the academy by id.</summary>
    public IReadOnlyDictionary<string, QuestionFamily> Families { get; }

    /// <summary>What is measured, in file order.</summary>
    public IReadOnlyList<Competency> Competencies { get; }

    /// <summary>Rubrics in id order.</summary>
    public IReadOnlyList<Rubric> Rubrics { get; }

    /// <summary>The rubrics that scorecards are made of, in id order.</summary>
    public IReadOnlyList<Rubric> Scorecards { get; }

    /// <summary>Certifications in id order.</summary>
    public IReadOnlyList<Certification> Certifications { get; }

    /// <summary>Designs of certificates: the shipped ones, then the organisation's in id order.</summary>
    public IReadOnlyList<CertificateDesign> Designs { get; }

    /// <summary>Learning paths in id order.</summary>
    public IReadOnlyList<LearningPath> Paths { get; }

    /// <summary>Words of the trade in file order.</summary>
    public IReadOnlyList<GlossaryTerm> Glossary { get; }

    /// <summary>How a sale goes here.</summary>
    public Playbook Playbook { get; }

    /// <summary>How people are coached; as it is saved.</summary>
    public CoachingPolicy Coaching { get; }

    /// <summary>What coaches begin notes with, in file order.</summary>
    public IReadOnlyList<NoteSnippet> Snippets { get; }

    /// <summary>Role profiles in id order.</summary>
    public IReadOnlyList<RoleName> Roles { get; }

    /// <summary>The readiness policy; version 0 without roles when there is none.</summary>
    public ReadinessPolicy Readiness { get; }

    /// <summary>SHA-256 (hex) of policies/readiness.yml.</summary>
    public string ReadinessHash { get; }

    /// <summary>The lead policy; version 0 when there is none.</summary>
    public LeadPolicy Leads { get; }

    /// <summary>Names the lead policy: SHA-256 (hex) of policies/leads.yml, together with policies/pools.yml where there is one.</summary>
    public string LeadsHash { get; }

    /// <summary>What the pools of the lead policy are called, in its order; empty where there is one for everybody.</summary>
    public IReadOnlyList<PoolName> Pools { get; }

    /// <summary>The files of the policies as they are read here, in path order.</summary>
    public IReadOnlyList<ArchiveEntry> Policies => [.. Parts.Where(part => IsPolicy(part.Key)).OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => part.Value.Archive[^1])];

    /// <summary>Every text file and manifest this edition consists of; images are in <see cref="Course.Assets"/>. Keep all under their hashes before serving it.</summary>
    public IReadOnlyList<ArchiveEntry> Archive { get; }

    internal IReadOnlyDictionary<string, Part> Parts { get; }

    /// <summary>The course of that id, or null.</summary>
    public Course? FindCourse(string id) => courses.GetValueOrDefault(id);

    /// <summary>The certification of that id, or null.</summary>
    public Certification? FindCertification(string id) => certifications.GetValueOrDefault(id);

    /// <summary>The design of that id, or null.</summary>
    public CertificateDesign? FindDesign(string id) => Designs.FirstOrDefault(item => item.Id == id);

    /// <summary>The rubric of that id, or null.</summary>
    public Rubric? FindRubric(string? id) => id is null ? null : rubrics.GetValueOrDefault(id);

    /// <summary>
    /// Families that somebody who has answered these may be asked outside their lesson: nothing of a lesson whose check was never begun, and nothing of a
    /// course of which nothing was answered. What was never taught cannot be refreshed.
    /// </summary>
    /// <param name="answered">Ids of the families answered so far.</param>
    public IReadOnlySet<string> WithinReach(IReadOnlySet<string> answered)
    {
        var known = Families.Values.Where(family => answered.Contains(family.Id)).ToArray();
        var begun = known.Select(family => (family.Course, family.Quiz)).ToHashSet();
        var taught = known.Select(family => family.Course).ToHashSet(StringComparer.Ordinal);
        var checks = Courses.SelectMany(course => course.Lessons.Select(lesson => (course.Id, lesson.Check))).ToHashSet();
        return Families.Values.Where(family => checks.Contains((family.Course, family.Quiz)) ? begun.Contains((family.Course, family.Quiz)) : taught.Contains(family.Course))
            .Select(family => family.Id).ToHashSet(StringComparer.Ordinal);
    }

    internal const string PoolsFile = "policies/pools.yml";

    internal const string CoachingFile = "policies/coaching.yml";

    /// <summary>Whether a part is a policy that holds once it is activated. How people are coached decides about nobody's leads: there is nothing to simulate, and it holds as soon as it is saved.</summary>
    public static bool IsPolicy(string path) => path is not (null or CoachingFile) && path.StartsWith("policies/", StringComparison.Ordinal);

    private IEnumerable<T> All<T>() => Parts.Values.Select(part => part.Content).OfType<T>();

    private T[] InOrder<T>(Func<T, string> id) => [.. All<T>().OrderBy(id, StringComparer.Ordinal)];
}
