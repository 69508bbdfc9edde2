using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;
using SalesAcademy.Web.Tests.House;

namespace SalesAcademy.Web.Tests.Courses;

/// <summary>An author's working copy of an academy in a folder of its own, with the command line beside it.</summary>
internal sealed class WorkingCopy : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-author-").FullName;

    /// <param name="academy">Which academy of this repository is copied; the small one of the content's own tests unless said otherwise.</param>
    public WorkingCopy(string academy = "tests/SalesAcademy.Content.Tests/Fixtures/academy")
    {
        Original = Path.Combine(Checkout, academy);
        foreach (var file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Content, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // below the folder
            File.Copy(file, copy);
        }
    }

    public string Content => Path.Combine(folder, "content");

    /// <summary>What it is a copy of.</summary>
    public string Original { get; }

    private static string Checkout
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(own.FullName, "SalesAcademy.sln")))
                own = own.Parent!; // tests run inside the repository
            return own.FullName;
        }
    }

    public void Replace(string file, string old, string text)
    {
        var path = Path.Combine(Content, file);
        var before = File.ReadAllText(path);
        Assert.Contains(old, before, StringComparison.Ordinal);
        File.WriteAllText(path, before.Replace(old, text, StringComparison.Ordinal));
    }

    /// <summary>Keeps everything as it is now as a commit of a repository around the content, and gives its name.</summary>
    public string Commit()
    {
        if (!Directory.Exists(Path.Combine(folder, ".git")))
            Git("init", "--quiet");
        Git("add", "--all");
        Git("-c", "user.name=Author", "-c", "user.email=author@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "Edit");
        return Git("rev-parse", "HEAD");
    }

    /// <summary>What git says, which has to end well.</summary>
    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", folder, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false })!; // nothing is started through a shell
        var said = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return said;
    }

    /// <summary>The exit code of a command of the academy.</summary>
    /// <param name="words">The command.</param>
    /// <param name="data">The data folder; one that is empty unless said otherwise.</param>
    public async Task<int?> Run(string[] words, string? data = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(IRoom).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Development",
            Args = [$"--Academy:Data={data ?? Path.Combine(folder, "data")}", $"--Academy:Content={Content}", "--Logging:LogLevel:Default=Warning"],
        });
        builder.AddAcademy(DoorPlates.Hung);
        await using var app = builder.Build();
        return await CommandLine.Run(app, words);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
