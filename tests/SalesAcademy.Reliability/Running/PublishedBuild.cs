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
        var build = new PublishedBuild(Directory.CreateTempSubdirectory("academy-build-").FullName);
        string[] ahead = readyToRun ? ["-r", "linux-x64", "--no-self-contained", "-p:PublishReadyToRun=true"] : [];
        Dotnet(["publish", project ?? Project, "-c", "Release", "-o", build.Folder, .. ahead]);
        return build;
    }

    /// <summary>The same build with a fault compiled in, for a control that must be caught.</summary>
    public PublishedBuild Plant(string constant)
    {
        var planted = new PublishedBuild(Directory.CreateTempSubdirectory("academy-planted-").FullName);
        var compiled = Path.Combine(planted.Folder, "obj/");
        Shell.Run("cp", "-rl", $"{Folder}/.", planted.Folder);
        // Only the one assembly is compiled again, apart from the checkout's own obj folder.
        Dotnet(["build", Project, "-c", "Release", "--no-restore", "-t:PrepareResources;Compile", $"-p:DefineConstants={constant}",
            "-p:BuildProjectReferences=false", $"-p:IntermediateOutputPath={compiled}"]);
        var assembly = Path.Combine(planted.Folder, "SalesAcademy.Web.dll");
        File.Delete(assembly);
        File.Move(Path.Combine(compiled, "SalesAcademy.Web.dll"), assembly);
        return planted;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Dotnet(string[] arguments) => Shell.Run("dotnet", [.. arguments, "-v", "q", "-nologo"]);
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
}
