using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Runs git in a working copy. A question takes no lock, nothing is fetched, and nobody is asked for a password.</summary>
internal sealed record Git(string Folder, string Program)
{
    // Of a hook that runs us: they name a repository relative to where the hook began.
    private static readonly string[] Inherited = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

    /// <summary>Whether git could not be started at all.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>One line of an answer, or why there is none.</summary>
    public async Task<(string Text, string? Fault)> Ask(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var text = "";
        var fault = await Read(arguments, async output =>
        {
            using var reader = new StreamReader(output, Encoding.UTF8, leaveOpen: true);
            text = (await reader.ReadToEndAsync(cancellation)).Trim();
        }, cancellation);
        return (text, fault);
    }

    /// <summary>Takes what git writes; null, or what git says went wrong.</summary>
    public async Task<string?> Read(IReadOnlyList<string> arguments, Func<Stream, Task> take, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Program, ["-C", Folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var name in Inherited)
            start.Environment.Remove(name);
        (start.Environment["GIT_OPTIONAL_LOCKS"], start.Environment["GIT_TERMINAL_PROMPT"], start.Environment["GIT_NO_LAZY_FETCH"]) = ("0", "0", "1");
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            IsMissing = true;
            return missing.Message;
        }
        try
        {
            var said = process.StandardError.ReadToEndAsync(cancellation);
            await take(process.StandardOutput.BaseStream);
            await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellation); // what is left unread would keep it waiting
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0 ? null : (await said).Trim();
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
