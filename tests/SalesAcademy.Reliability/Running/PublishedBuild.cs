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
        return Make(folder => Dotnet(["publish", project ?? Project, "-c", "Release", "-o", folder, .. ahead]));
    }

    /// <summary>The same build with a fault compiled in, for a control that must be caught.</summary>
    public PublishedBuild Plant(string constant) => Make(folder =>
    {
        var compiled = Path.Combine(folder, "obj/");
        Shell.Run("cp", "-rl", $"{Folder}/.", folder);
        // Only the one assembly is compiled again, apart from the checkout's own obj folder.
        Dotnet(["build", Project, "-c", "Release", "--no-restore", "-t:PrepareResources;Compile", $"-p:DefineConstants={constant}",
            "-p:BuildProjectReferences=false", "-p:ProduceReferenceAssembly=false", $"-p:IntermediateOutputPath={compiled}"]);
        File.Move(Path.Combine(compiled, "SalesAcademy.Web.dll"), Path.Combine(folder, "SalesAcademy.Web.dll"), overwrite: true);
    });

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static PublishedBuild Make(Action<string> fill)
    {
        var build = new PublishedBuild(Directory.CreateTempSubdirectory("academy-build-").FullName);
        try
        {
            fill(build.Folder);
            return build;
        }
        catch
        {
            build.Dispose();
            throw;
        }
    }

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
