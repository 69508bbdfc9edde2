namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Who wrote what is published, who let it pass, and what they say of it.</summary>
internal sealed record Authorship(string Author, string AuthorAddress, string Reviewer, string ReviewerAddress, string Message);

/// <summary>
/// The git history of some files of the content folder. It takes a commit of exactly these files; what else is changed or staged stays as it is, and
/// nothing is sent anywhere.
/// </summary>
internal sealed class ContentHistory(Git git, IReadOnlyList<string> paths)
{
    /// <summary>Whether the folder is kept in git, and what stands in the way of a commit.</summary>
    public async Task<(bool IsKept, string? Obstacle)> Look(CancellationToken cancellation)
    {
        if ((await git.Ask(["rev-parse", "--show-toplevel"], cancellation)).Fault is { } unread)
            return IsBelowRepository() ? (true, unread) : (false, null); // git that refuses or is missing is no reason to leave the history out
        if ((await git.Ask(["ls-files", "--", "academy.yml"], cancellation)).Text.Length == 0)
            return (false, null); // inside some repository that keeps other things
        if ((await git.Ask(["symbolic-ref", "--quiet", "HEAD"], cancellation)).Fault is not null)
            return (true, "HEAD is on no branch, so a commit would be lost");
        var (changed, fault) = await git.Ask(["--literal-pathspecs", "status", "--porcelain", "--untracked-files=all", "--", .. paths], cancellation);
        return (true, fault ?? (changed.Length > 0 ? $"somebody has changed it and not committed yet: {changed}" : null));
    }

    /// <summary>Commits the files as they stand; on a fault nothing of them is staged any more.</summary>
    public async Task<(string? Commit, string? Fault)> Commit(Authorship by, TimeSpan patience)
    {
        using var waiting = new CancellationTokenSource(patience);
        string? fault;
        try
        {
            fault = await Take(by, waiting.Token);
        }
        catch (OperationCanceledException)
        {
            fault = "git did not end in time";
        }
        if (fault is null)
            return ((await git.Ask(["rev-parse", "HEAD"], CancellationToken.None)).Text, null);
        await git.Ask(["--literal-pathspecs", "reset", "--quiet", "--", .. paths], CancellationToken.None);
        return (null, fault);
    }

    private async Task<string?> Take(Authorship by, CancellationToken waiting)
    {
        if ((await git.Ask(["--literal-pathspecs", "add", "--", .. paths], waiting)).Fault is { } fault)
            return fault;
        string[] reviewer = ["-c", $"user.name={Plain(by.Reviewer)}", "-c", $"user.email={Plain(by.ReviewerAddress)}", "-c", "commit.gpgsign=false"]; // nobody is there to unlock a key
        string[] commit = ["commit", "--quiet", "--only", $"--author={Plain(by.Author)} <{Plain(by.AuthorAddress)}>", "--message", Message(by.Message)];
        return (await git.Ask(["--literal-pathspecs", .. reviewer, .. commit, "--", .. paths], waiting)).Fault;
    }

    private bool IsBelowRepository()
    {
        for (var here = new DirectoryInfo(git.Folder); here is not null; here = here.Parent)
            if (Path.Exists(Path.Combine(here.FullName, ".git")))
                return true;
        return false;
    }

    // What would end a name or an argument early.
    private static string Plain(string text) => new string([.. text.Where(c => !char.IsControl(c) && c is not ('<' or '>'))]).Trim() is { Length: > 0 } plain ? plain : "unknown";

    private static string Message(string text) => new string([.. text.Where(c => !char.IsControl(c) || c == '\n')]).Trim() is { Length: > 0 } message ? message : "Edit";
}
