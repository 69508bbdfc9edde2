using SalesAcademy.Reliability.Learning;
using SalesAcademy.Reliability.Planted;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability;

/// <summary>What the cases of one run share, each made when it is first asked for: the product, and a data folder with the class entered.</summary>
/// <param name="rounds">How often a case that repeats itself does.</param>
/// <param name="publish">Publishes the product as it is deployed; otherwise the output beside this console serves, the same assemblies in the same configuration.</param>
internal sealed class Supplies(int rounds, bool publish) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-supplies-").FullName;
    private PublishedBuild? published;
    private string? entered;

    public int Rounds { get; } = rounds;

    public Build Product => new(publish ? (published ??= PublishedBuild.Publish()).Folder : AppContext.BaseDirectory, ["SalesAcademy.Web.dll"]);

    /// <summary>The product with a faulty part, served by this console.</summary>
    public static Build Faulty(string fault) => new(AppContext.BaseDirectory, ["SalesAcademy.Reliability.dll", FaultyAcademy.Command, fault]);

    /// <summary>Fills a folder that does not exist yet with the data of the class.</summary>
    public async Task CopyClass(string data)
    {
        if (entered is null)
        {
            await People.Enter(Path.Combine(folder, "data"), Class.Size);
            entered = Path.Combine(folder, "data");
        }

        Shell.Run("cp", "-r", entered, data);
    }

    public void Dispose()
    {
        published?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Something that serves.</summary>
/// <param name="Folder">Where its assemblies are.</param>
/// <param name="Program">The assembly that is started, with its arguments.</param>
internal sealed record Build(string Folder, string[] Program);
