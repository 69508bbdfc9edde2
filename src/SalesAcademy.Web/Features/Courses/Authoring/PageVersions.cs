using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A text as it was published once.</summary>
/// <param name="At">When.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Reviewer">Who let it pass.</param>
/// <param name="Message">What the commit says; null where there is none.</param>
/// <param name="Commit">The commit, in short; null where there is none.</param>
internal sealed record PageVersion(DateTime At, string Author, string Reviewer, string? Message, string? Commit);

/// <summary>The versions of one page: of git where the folder is kept there, which knows those written by file as well, otherwise of the drafts that were published.</summary>
internal sealed class PageVersions(AcademyOptions options, IDbContextFactory<AcademyDb> contexts)
{
    /// <summary>What nobody has looked at for so long may no longer be true.</summary>
    public const int DaysUntilDue = 365;

    private const int Most = 50;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<PageVersion>> Of(string path, CancellationToken cancellation)
    {
        var git = new Git(Path.GetFullPath(options.Content), "git");
        if ((await git.Ask(["ls-files", "--", "academy.yml"], cancellation)) is { Fault: null, Text.Length: > 0 })
            return [.. (await git.Ask(["--literal-pathspecs", "log", $"--max-count={Most}", "--format=%h%x1f%an%x1f%cn%x1f%cI%x1f%s", "--", path], cancellation)).Text.Split('\n').Select(line => line.Split('\x1f')).Where(parts => parts.Length == 5).Select(Version)];
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var type = EventTrunk.NameOf(typeof(DraftPublished));
        return await (
            from draft in db.Set<DraftRow>()
            where draft.Path == path && draft.ClosedAt != null && db.Set<EventRow>().Any(happened => happened.Subject == draft.Id && happened.Type == type)
            join author in db.Set<PersonRow>() on draft.Author equals author.Id
            join reviewer in db.Set<PersonRow>() on draft.Reviewer equals reviewer.Id
            orderby draft.ClosedAt descending
            select new PageVersion(draft.ClosedAt!.Value, author.Name, reviewer.Name, null, null)).Take(Most).ToListAsync(cancellation);
    }

    private static PageVersion Version(string[] parts) => new(DateTime.Parse(parts[3], CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal), parts[1], parts[2], parts[4], parts[0]);
}
