using SalesAcademy.Running;

namespace SalesAcademy.Reliability;

/// <summary>The builds of one run, each published when a case first asks for it.</summary>
internal sealed class Builds : IDisposable
{
    private readonly Dictionary<string, PublishedBuild> planted = [];
    private PublishedBuild? product;

    public string Product => Published.Folder;

    private PublishedBuild Published => product ??= PublishedBuild.Publish();

    public string Planted(string constant)
    {
        if (!planted.TryGetValue(constant, out var build))
            planted[constant] = build = Published.Plant(constant);
        return build.Folder;
    }

    public void Dispose()
    {
        foreach (var build in planted.Values)
            build.Dispose();
        product?.Dispose();
    }
}
