using System.ComponentModel;
using System.Diagnostics;

namespace SalesAcademy.Running;

/// <summary>The product as it is deployed: published into a folder of its own, deleted when the run ends.</summary>
internal sealed class PublishedBuild : IDisposable
{
    private static readonly string Project = Path.Combine(Checkout.Root, "src/SalesAcademy.Web/SalesAcademy.Web.csproj");

    private PublishedBuild(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Publishes a project; ReadyToRun compiles ahead of time for this kind of machine, as a deployment would.</summary>
    public static PublishedBuild Publish(bool readyToRun = false, string? project = null)
    {
        string[] ahead = readyToRun ? ["-r", "linux-x64", "--no-self-contained", "-p:PublishReadyToRun=true"] : [];
        var build = new PublishedBuild(Directory.CreateTempSubdirectory("academy-build-").FullName);
        try
        {
            Shell.Run("dotnet", ["publish", project ?? Project, "-c", "Release", "-o", build.Folder, .. ahead, "-v", "q", "-nologo"]);
            return build;
        }
        catch
        {
            build.Dispose();
            throw;
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

/// <summary>Where the sources are.</summary>
internal static class Checkout
{
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    private static string Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "SalesAcademy.sln")))
                return at.FullName;
        throw new InvalidOperationException($"There is no checkout above {folder}.");
    }
}

/// <summary>Other programs, run to their end.</summary>
internal static class Shell
{
    /// <exception cref="InvalidOperationException">It failed; with what it said.</exception>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{errors.Result}");
    }

    /// <summary>Null when the program can do that on this machine, otherwise why not.</summary>
    public static string? WhyNot(string program, params string[] arguments)
    {
        try
        {
            Run(program, arguments);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            return e.Message.TrimEnd().Split('\n')[^1];
        }
    }
}
